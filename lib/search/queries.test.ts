import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { database } from "@/lib/core/db";
import { visitor } from "@/lib/core/roles";
import { bayesianMean } from "@/lib/reviews/rules";
import { kindWords, phaseWords, themeWords } from "@/lib/solutions/resource";
import { searchSolutions } from "./queries";
import { type Facet, facets, searchSchema } from "./schema";

const search = (params: Record<string, unknown>) => searchSolutions(visitor, searchSchema.parse(params));
const slugsOf = async (params: Record<string, unknown>) =>
  (await search(params)).items.map(({ slug }) => slug);

describe("finding by words", () => {
  test.each([
    ["parkeren", "nationaal-parkeer-register"],
    ["parkeeren", "nationaal-parkeer-register"],
    ["parkere", "nationaal-parkeer-register"],
    ["sociaal domien", "gmsd"],
    ["zaakafhandelcomponnent", "zac"],
    ["vergunning", "nationaal-parkeer-register"],
    ["vergunningen", "nationaal-parkeer-register"],
    ["DÍGID", "digid"],
    ["standaarden voor zaken", "zgw-apis"],
    ["dimpact", "podiumd"],
  ])("%s finds %s", async (q, slug) => {
    expect(await slugsOf({ q })).toContain(slug);
  });

  test("a compound is found by one of its parts", async () => {
    await database().solution.update({
      where: { slug: "haven" },
      data: { summary: "Regelt de kapvergunningketen." },
    });
    expect(await slugsOf({ q: "vergunning" })).toContain("haven");
    expect(await slugsOf({ q: "vergunningen" })).toContain("haven");
    expect(await slugsOf({ q: "vergunnnig" })).toContain("haven");
  });

  test("the name that was typed comes first", async () => {
    for (const [q, slug] of [
      ["open zaak", "open-zaak"],
      ["haven", "haven"],
      ["gt connect", "gt-connect"],
    ] as const) {
      expect((await slugsOf({ q }))[0]).toBe(slug);
    }
  });

  test("a typing error is told, a word that exists is not corrected", async () => {
    expect((await search({ q: "sociaal domien" })).corrected).toBe("sociaal domein");
    expect((await search({ q: "sociaal domein" })).corrected).toBeNull();
    expect(await search({ q: "pindakaas" })).toMatchObject({ total: 0, corrected: null, isPartial: false });
  });

  test("when nothing has all words, what has most of them is shown and told", async () => {
    const result = await search({ q: "begraven parkeren kenteken" });
    expect(result.isPartial).toBe(true);
    expect(result.items[0]?.slug).toBe("nationaal-parkeer-register");
    expect((await search({ q: "parkeren kenteken" })).isPartial).toBe(false);
  });

  test("quotation marks keep words together, a minus leaves out", async () => {
    expect((await search({ q: '"monitor gemeentelijke"' })).total).toBe(0);
    const all = await slugsOf({ q: '"sociaal domein"' });
    const without = await slugsOf({ q: '"sociaal domein" -schulden' });
    expect(all).toContain("ddas");
    expect(without).not.toContain("ddas");
    expect(without.length).toBeGreaterThan(0);
    expect((await search({ q: "-gemeenten" })).total).toBeGreaterThan(0);
  });

  test.each([
    "'",
    "%",
    "_",
    "\\",
    "%' OR 1=1 --",
    ":*",
    "a:*",
    "&|!",
    "!zaak & (open",
    '"',
    '-"',
    "\u0000open\u0000",
    "🙂 zaak",
    "\ud83d",
    "％＼＿",
    "x".repeat(10_000),
    "open zaak ".repeat(1_000),
    '\'; DROP TABLE "Solution"; --',
  ])("rubbish %# never fails", async (q) => {
    const { total } = await search({ q });
    expect(total).toBeLessThanOrEqual(await database().solution.count());
  });

  test("signs that LIKE and full text give a meaning have none here", async () => {
    for (const q of ["%", "_", "\\", "&|!"]) expect((await search({ q })).total).toBe(0);
    // As a pattern these would find the name as it is; now they are typing errors.
    for (const q of ["zaak%brug", "za_kbrug"]) expect((await search({ q })).corrected).toBe("zaakbrug");
  });
});

test("drafts and archived solutions are never found, counted or suggested", async () => {
  const hidden = {
    name: "Geheimschrijverij",
    summary: "Geheimschrijverij",
    slug: "geheimschrijverij",
  } as const;
  const { providerId } = await database().solution.findFirstOrThrow({ select: { providerId: true } });
  for (const publication of ["DRAFT", "IN_REVIEW", "CHANGES_REQUESTED", "ARCHIVED"] as const) {
    const slug = `${hidden.slug}-${publication.toLowerCase().replace("_", "-")}`;
    await database().solution.create({
      data: { ...hidden, slug, kind: "DIENST", theme: "BURGERZAKEN", phase: "IDEA", providerId, publication },
    });
  }
  const published = await database().solution.count({ where: { publication: "PUBLISHED" } });
  expect((await search({})).total).toBe(published);
  for (const q of ["geheimschrijverij", "geheimschrijvrij"]) {
    expect(await search({ q })).toMatchObject({ total: 0, corrected: null });
  }
});

describe("facets", () => {
  type Plain = Record<Facet, string>;
  let solutions: Plain[];

  beforeAll(async () => {
    const rows = await database().solution.findMany({
      where: { publication: "PUBLISHED" },
      select: { theme: true, kind: true, phase: true, provider: { select: { slug: true } } },
    });
    solutions = rows.map(({ theme, kind, phase, provider }) => ({
      thema: themeWords[theme],
      soort: kindWords[kind],
      fase: phaseWords[phase],
      aanbieder: provider.slug,
    }));
  });

  const choices: Partial<Record<Facet, string[]>>[] = [
    {},
    { thema: ["dienstverlening"] },
    { thema: ["dienstverlening", "burgerzaken"], soort: ["component"] },
    { soort: ["component", "standaard"], fase: ["beheer"], aanbieder: ["dimpact", "vng-realisatie"] },
    { thema: ["openbare-orde"], soort: ["dashboard"], fase: ["idee"], aanbieder: ["logius"] },
  ];

  test.each(choices)("agree with a plain recount: %j", async (chosen) => {
    const fits = (solution: Plain, except?: Facet) =>
      facets.every((facet) => facet === except || !chosen[facet] || chosen[facet].includes(solution[facet]));
    const result = await search(chosen);
    expect(result.total).toBe(solutions.filter((solution) => fits(solution)).length);
    for (const facet of facets) {
      const expected = new Map((chosen[facet] ?? []).map((word) => [word, 0]));
      for (const solution of solutions.filter((one) => fits(one, facet))) {
        expected.set(solution[facet], (expected.get(solution[facet]) ?? 0) + 1);
      }
      const counted = new Map(result.facets[facet].map(({ word, count }) => [word, count]));
      expect([...counted].sort()).toEqual([...expected].sort());
    }
  });

  test("count what the question leaves, and name the providers", async () => {
    const result = await search({ q: "sociaal domein" });
    expect(result.facets.thema.reduce((sum, { count }) => sum + count, 0)).toBe(result.total);
    expect(result.facets.aanbieder.find(({ word }) => word === "divosa")?.label).toBe("Divosa");
  });

  test("a choice that leaves nothing does not start a search for something else", async () => {
    const result = await search({ q: "parkeren", thema: ["burgerzaken"] });
    expect(result).toMatchObject({ total: 0, totalWithoutChoices: 1, corrected: null, isPartial: false });
  });
});

describe("pages and order", () => {
  test("the pages together are the whole list, each solution once", async () => {
    const first = await search({});
    const slugs: string[] = [];
    for (let page = 1; page <= Math.ceil(first.total / 20); page++) {
      slugs.push(...(await slugsOf({ page: String(page) })));
    }
    expect(slugs).toHaveLength(first.total);
    expect(new Set(slugs).size).toBe(first.total);
  });

  test("by name, and most used first with what has ended last", async () => {
    const names = (await search({ sort: "naam" })).items.map(({ name }) => name.toLowerCase());
    expect(names).toEqual([...names].sort());
    const uses = (await search({ soort: "dienst", fase: "beheer" })).items.map(
      ({ adopters }) => (adopters.inUse ?? 0) + (adopters.joining ?? 0),
    );
    expect(uses).toEqual([...uses].sort((a, b) => b - a));
  });

  test("by rating in the order of the Bayesian mean", async () => {
    const rows = await database().solution.findMany({
      where: { publication: "PUBLISHED" },
      select: { slug: true, ratingCount: true, ratingSum: true, ratingWeight: true },
    });
    const sum = (key: "ratingSum" | "ratingWeight") => rows.reduce((total, row) => total + row[key], 0);
    const prior = sum("ratingSum") / sum("ratingWeight");
    const bayes = ({ ratingSum, ratingWeight }: (typeof rows)[number]) =>
      bayesianMean({ sum: ratingSum, weight: ratingWeight }, prior);
    const best = rows.filter(({ ratingCount }) => ratingCount >= 3).sort((a, b) => bayes(b) - bayes(a));
    expect((await slugsOf({ sort: "oordeel" })).slice(0, 10)).toEqual(
      best.slice(0, 10).map(({ slug }) => slug),
    );
  });
});

test("a search is one statement, with correction at most three", async () => {
  await search({});
  const statements = vi.spyOn(pg.Client.prototype, "query");
  await search({ q: "open zaak", thema: "dienstverlening", page: "1" });
  expect(statements).toHaveBeenCalledTimes(1);
  statements.mockClear();
  await search({ q: "sociaal domien" });
  expect(statements.mock.calls.length).toBeLessThanOrEqual(3);
  statements.mockRestore();
});
