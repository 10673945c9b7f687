import { describe, expect, test } from "vitest";
import { readSheet } from "@/lib/core/sheets/read-sheet";
import { type Cell, textCell } from "@/lib/core/sheets/sheet-fault";
import type { CurrentAdoption } from "../bulk/rules";
import { describeOutcome, judgeRows, readTable, type SheetSolution, type Situation } from "./rules";
import { sheetLimits } from "./schema";

const today = "2026-11-20";

function solution(name: string, more: Partial<SheetSolution> = {}): SheetSolution {
  const slug = name.toLowerCase().replaceAll(" ", "-");
  return {
    ...{ id: slug, slug, name, kind: "COMPONENT", phase: "MANAGED", isPublished: true },
    ...{ obligation: "VOLUNTARY", priceModel: "FREE" },
    ...more,
  } as SheetSolution;
}

function standing(slug: string, more: Partial<CurrentAdoption>): [string, CurrentAdoption] {
  return [
    slug,
    {
      ...{ id: `adoptie-${slug}`, solutionId: slug, cycle: 1, version: 3, position: 2, isDemo: false },
      ...{ status: "IN_USE", resumeStatus: null, since: "2025-03-01", interestedOn: null, committedOn: null },
      ...{ inUseOn: "2025-03-01", endedOn: null, nextStep: null, nextOn: null, contactName: null },
      ...{
        leadName: "Anna",
        coverage: 60,
        departments: "Burgerzaken",
        contractEndsOn: null,
        isHidden: false,
        isPending: false,
      },
      ...more,
    } as CurrentAdoption,
  ];
}

const situation: Situation = {
  solutions: [
    solution("Nieuw"),
    solution("Gebruikt"),
    solution("Besluit"),
    solution("Wacht"),
    solution("Afgewezen"),
    solution("Betaald", { priceModel: "MARKET" }),
    solution("Wet", { obligation: "STATUTORY" }),
    solution("Over", { phase: "RETIRED" }),
    solution("Concept", { isPublished: false }),
    solution("Dubbel", { id: "d1", slug: "dubbel-een" }),
    solution("Dubbel", { id: "d2", slug: "dubbel-twee" }),
  ],
  newest: new Map([
    standing("gebruikt", {}),
    standing("besluit", { status: "DECIDING", since: "2026-01-01", inUseOn: null }),
    standing("betaald", { status: "DECIDING", since: "2026-01-01", inUseOn: null }),
    standing("wacht", { status: "DECIDING", since: "2026-01-01", inUseOn: null, isPending: true }),
    standing("afgewezen", { status: "DECLINED", since: "2026-02-01", inUseOn: null }),
    standing("concept", { status: "ENDED", since: "2026-02-01", endedOn: "2026-02-01" }),
  ]),
  today,
  origin: "Ingelezen",
};

const header =
  "Kenmerk;Voorziening;Stand;Sinds;Volgende stap;Gepland op;Trekker;Contactpersoon;Dekking (%);Contract tot;Reden;Omvang van de proef;Afdelingen";

function judge(...lines: string[]) {
  const table = readTable(readSheet(Buffer.from([header, ...lines].join("\n")), sheetLimits));
  if ("key" in table) throw new Error(table.key);
  return judgeRows(table.rows, situation);
}
/** One line: its verdict, and its faults as "column key value". */
function verdictOn(line: string) {
  const [row] = judge(line);
  const faults = row?.faults.map(({ column, key, value }) => [column, key, value].filter(Boolean).join(" "));
  return faults?.length ? faults : row?.verdict;
}

describe("a row is refused with its column and why:", () => {
  test.each<[string, string]>([
    [";Onbekend;in gebruik;1-1-2026;;;;;50", "name unknownSolution Onbekend"],
    ["weet-niet;;in gebruik;1-1-2026;;;;;50", "slug unknownSlug weet-niet"],
    ["nieuw;Gebruikt;in gebruik;1-1-2026;;;;;50", "name nameDiffers Nieuw"],
    [";Dubbel;in gebruik;1-1-2026;;;;;50", "name ambiguousName Dubbel"],
    [";;in gebruik;1-1-2026;;;;;50", "name nameMissing"],
    [";Concept;in gebruik;1-3-2026;;;;;50", "name notPublished"],
    [";Over;in gebruik;1-1-2026;;;;;50", "name solutionOver"],
    [";Nieuw;;1-1-2026", "status statusMissing"],
    [";Nieuw;live;1-1-2026;;;;;50", "status statusUnknown live"],
    [";Nieuw;deelnemer;1-1-2026", "status needsSecondPerson"],
    [";Besluit;neemt niet deel;1-2-2026;;1-2-2027;;;;;Te duur", "status needsSecondPerson"],
    [";Nieuw;gestopt;1-1-2026;;;;;;;Klaar", "status cannotStartHere"],
    [";Nieuw;gepauzeerd;1-1-2026;;1-1-2027;;;;;Druk", "status cannotStartHere"],
    [";Wet;belangstelling;1-1-2026;;;;Bea", "status statutoryStarts"],
    [";Gebruikt;belangstelling;1-1-2026;;;;Bea", "status transitionNotAllowed in gebruik"],
    [";Betaald;aansluiten;1-2-2026;;1-2-2027", "status formalDecisionRequired besluitvorming"],
    [";Wacht;aansluiten;1-2-2026;;1-2-2027", "decisionPending"],
    [";Wacht;besluitvorming;;Iets anders", "decisionPending"],
    [";Gebruikt;in gebruik;1-3-2024", "since sinceDiffers 2025-03-01"],
    [";Nieuw;in gebruik;;;;;;50", "since sinceMissing"],
    [";Nieuw;in gebruik;20-11-2027;;;;;50", "since dateInFuture"],
    [";Besluit;verkenning;1-2-2026;;1-2-2027", "status transitionNotAllowed besluitvorming"],
    [";Besluit;aansluiten;1-12-2025;;1-2-2027", "since dateBeforePrevious 2026-01-01"],
    [";Afgewezen;in gebruik;1-1-2026;;;;;50", "since dateBeforePrevious 2026-02-01"],
    [";Nieuw;in gebruik;20 november;;;;;50", "since dateFormat 20 november"],
    [";Nieuw;in gebruik;20-11-26;;;;;50", "since dateFormat 20-11-26"],
    [";Nieuw;in gebruik;31-02-2026;;;;;50", "since dateUnreal 31-02-2026"],
    [";Nieuw;in gebruik;11/20/2026;;;;;50", "since dateUnreal 11/20/2026"],
    [";Nieuw;in gebruik;1-1-1970;;;;;50", "since dateRange"],
    [";Gebruikt;in gebruik;;;1-1-2026", "nextOn dateInPast"],
    [";Nieuw;in gebruik;1-1-2026", "coverage fieldNeeded in gebruik"],
    [";Nieuw;verkenning;1-1-2026;;1-2-2027", "leadName fieldNeeded verkenning"],
    [";Gebruikt;in gebruik;;;;;;veel", "coverage coverageFormat veel"],
    [";Gebruikt;in gebruik;;;;;;120", "coverage coverageRange"],
    [";Gebruikt;in gebruik;;;;;;-5", "coverage coverageRange"],
    [";Gebruikt;in gebruik;;;;;;12,5", "coverage coverageWhole"],
    [`;Gebruikt;in gebruik;;${"x".repeat(201)}`, "nextStep tooLong 200"],
    [`;Gebruikt;in gebruik;;;;${"x".repeat(121)}`, "leadName tooLong 120"],
    [";Gebruikt;in gebruik;;=HYPERLINK(A1)", "nextStep formula"],
    [";Gebruikt;in gebruik;;;;@SUM(A1)", "leadName formula"],
    [";Gebruikt;in gebruik;;;;AndrÃ© Ãœnal", "leadName garbled AndrÃ© Ãœnal"],
    [";Gebruikt;in gebruik;;;;a\u0007b", "leadName controlCharacter"],
    [";Gebruikt;in gebruik;;;;;;;;;;;te veel", "tooManyCells"],
    [";Gebruikt;in gebruik;;;;;;;;;;3", "departments departmentsWords 3"],
    [
      ";Gebruikt;in gebruik;;;;;;;;;;Sociaal domein, sociaal  domein",
      "departments departmentsTwice sociaal domein",
    ],
    [`;Gebruikt;in gebruik;;;;;;;;;;${"x".repeat(301)}`, "departments tooLong 300"],
  ])("%s", (line, fault) => {
    expect(verdictOn(line)).toEqual([fault]);
  });

  test("everything that is wrong is told at once", () => {
    expect(verdictOn(";Onbekend;live;gisteren")).toEqual([
      "status statusUnknown live",
      "since dateFormat gisteren",
      "name unknownSolution Onbekend",
    ]);
  });

  test("the second row of a facility names the line of the first", () => {
    const [first, second] = judge(";Gebruikt;in gebruik", "gebruikt;;in gebruik");
    expect([first?.verdict, second?.faults]).toEqual([
      "same",
      [{ column: "name", key: "duplicateRow", value: "2" }],
    ]);
  });
});

describe("a row that can:", () => {
  test.each<[string, string]>([
    [";Nieuw;in gebruik;1-1-2026;;;;;50", "new"],
    ["nieuw;;IN_USE;2026-01-01;;;;;50 %", "new"],
    [";nieuw;connecting;1/1/2026;;1.2.2027;Bea", "new"],
    [";Afgewezen;belangstelling;1-3-2026;;;;Bea", "new"],
    [";Besluit;implementeren;1-2-2026;;1-2-2027", "changed"],
    [";Gebruikt;in gebruik;;;;;Bea", "changed"],
    [";Gebruikt;in gebruik;;;;;;;31-12-2027", "changed"],
    [";Gebruikt;in gebruik;1-3-2025;;;Anna;;60", "same"],
    [";Gebruikt;in gebruik;;;;'=Anna", "changed"],
    [";Gebruikt;in gebruik;;;;;;;;;;Vergunningen", "changed"],
    [";Gebruikt;in gebruik;;;;;;;;;;Burgerzaken", "same"],
    [";Gebruikt;in gebruik", "same"],
    [";Wacht;besluitvorming", "same"],
    [";Afgewezen;neemt niet deel;1-2-2026", "same"],
  ])("%s is %s", (line, verdict) => {
    expect(verdictOn(line)).toBe(verdict);
  });

  test("a step keeps the people, and a plan is a correction with where it came from", () => {
    const [step, plan] = judge(";Besluit;aansluiten;1-2-2026;;1-2-2027", ";Gebruikt;in gebruik;;;;;Bea");
    expect(step?.change).toMatchObject({
      step: { to: "CONNECTING", occurredOn: "2026-02-01" },
      told: { leadName: "Anna", departments: "Burgerzaken", nextOn: "2027-02-01" },
      isCorrection: false,
    });
    expect(plan?.change).toMatchObject({
      step: { to: "IN_USE", occurredOn: "2025-03-01" },
      told: { contactName: "Bea" },
      isCorrection: true,
      reason: "Ingelezen",
    });
  });
});

describe("cells of Excel", () => {
  const cells = (coverage: Cell, since: Cell = textCell("1-1-2026")) =>
    judgeRows(
      [
        {
          line: 2,
          hasMore: false,
          cells: { name: textCell("Nieuw"), status: textCell("in gebruik"), since, coverage },
        },
      ],
      situation,
    )[0];
  const number = (text: string): Cell => ({ text, kind: "number" });

  test("a day is a number, and a percentage a part of one", () => {
    const row = cells(number("0.6"), number("46023"));
    expect([row?.change?.told.coverage, row?.change?.step.occurredOn]).toEqual([60, "2026-01-01"]);
  });

  test.each<[string, Cell, string]>([
    ["one", number("1"), "coverageOne"],
    ["a formula", { text: "60", kind: "formula" }, "formula"],
    ["a fault", { text: "#N/A", kind: "error" }, "errorCell"],
  ])("%s is refused", (_, cell, key) => {
    expect(cells(cell)?.faults.map((fault) => fault.key)).toEqual([key]);
  });
});

describe("the columns", () => {
  const table = (first: string) => readTable(readSheet(Buffer.from(`${first}\nx;y;z`), sheetLimits));

  test("are known by their name in any order, in both languages; others are named and skipped", () => {
    expect(table("STAND; Wat ;voorziening")).toMatchObject({ ignored: ["Wat"], rows: [{ line: 2 }] });
    expect(table("state;Facility;Opmerking")).toMatchObject({ ignored: ["Opmerking"] });
  });

  test("that are missing or there twice are named", () => {
    expect(table("Voorziening;Sinds;x")).toEqual({ key: "sheetColumnMissing", value: "Stand" });
    expect(table("Stand;Sinds;x")).toEqual({ key: "sheetColumnMissing", value: "Voorziening" });
    expect(table("Stand;Voorziening;stand")).toEqual({ key: "sheetColumnTwice", value: "Stand" });
  });
});

test("the outcome reads the same as long as it is, and differs when an adoption changed", () => {
  const line = ";Gebruikt;in gebruik;;;;;Bea";
  expect(describeOutcome(judge(line))).toBe(describeOutcome(judge(line)));
  const before = describeOutcome(judge(line));
  const current = situation.newest.get("gebruikt") as CurrentAdoption;
  current.version += 1;
  expect(describeOutcome(judge(line))).not.toBe(before);
});
