import { beforeAll, expect, test } from "vitest";
import { toDay } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import type { DomainError } from "@/lib/core/errors";
import { type Member, visitor } from "@/lib/core/roles";
import { writeXlsx } from "@/lib/core/sheets/write-xlsx";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { replay } from "../history/rules";
import { listPortfolio } from "../portfolio/queries";
import { discardSheet, importSheet, keepSheet } from "./mutations";
import { getDryRun, listExportRows } from "./queries";

let manager: Member;
let staff: Member;
let elsewhere: Member;
// A file holds 10,000 at most: try that with ROWS=10000, on a machine that does nothing else.
const many = Number(process.env.ROWS ?? 3_000);
const refusal = (code: DomainError["code"], key: string) => expect.objectContaining({ code, key });
const keep = (viewer: Member, rows: string[][]) =>
  keepSheet(viewer, { name: "adopties.xlsx", bytes: writeXlsx("Adopties", rows) });
const kindsOf = (run: Awaited<ReturnType<typeof getDryRun>>) => {
  const kinds = run?.judged.map(({ verdict }) => verdict) ?? [];
  return Object.fromEntries(
    [...new Set(kinds)].map((kind) => [kind, kinds.filter((one) => one === kind).length]),
  );
};

beforeAll(async () => {
  manager = await findDemoPerson("zwolle", "MANAGER");
  staff = await findDemoPerson("zwolle", "MEMBER");
  elsewhere = await findDemoPerson("utrecht", "MANAGER");
});

test("what was fetched comes back as all the same, with formulas and accents in it", async () => {
  const [first] = await listPortfolio(manager);
  const nextStep = '=1+1; "Café"';
  await database().adoption.update({ where: { id: first?.id ?? "" }, data: { nextStep } });
  const rows = await listExportRows(manager);
  // A formula is told apart by a quote, in CSV as in Excel.
  const quoted = rows.map((row) => row.map((cell) => (cell.startsWith("=") ? `'${cell}` : cell)));
  const run = await getDryRun(manager, await keep(manager, quoted));
  expect(run?.judged.flatMap(({ faults }) => faults)).toEqual([]);
  expect(kindsOf(run)).toEqual({ same: rows.length - 1 });
});

test("records steps, plans and starts in one go, with their history, and leaves one trace", async () => {
  const portfolio = await listPortfolio(manager);
  const used = portfolio.find(({ status }) => status === "IN_USE");
  const taken = portfolio.map(({ solution }) => solution.id);
  const fresh = await database().solution.findFirstOrThrow({
    where: { publication: "PUBLISHED", phase: "MANAGED", obligation: "VOLUNTARY", id: { notIn: taken } },
  });
  const id = await keep(manager, [
    ["Kenmerk", "Voorziening", "Stand", "Sinds", "Opmerking", "Dekking (%)", "Contract tot", "Afdelingen"],
    [used?.solution.slug ?? "", "", "in gebruik", "", "", "", "2028-12-31", ""],
    ["", fresh.name, "in gebruik", "2026-01-15", "", "40", "", "Burgerzaken, Vergunningen"],
  ]);
  const run = await getDryRun(manager, id);
  expect([run?.ignored, kindsOf(run)]).toEqual([["Opmerking"], { changed: 1, new: 1 }]);
  await importSheet(manager, { id, seen: run?.seen ?? "" });
  expect(await getDryRun(manager, id)).toBe(null);
  const after = await database().adoption.findMany({
    where: { gemeenteId: manager.organisation.id, solutionId: { in: [used?.solution.id ?? "", fresh.id] } },
    include: { events: { orderBy: { position: "asc" } } },
  });
  for (const { status, since, events, isDemo } of after) {
    const standing = replay(events.map(({ to, occurredOn }) => ({ to, occurredOn: toDay(occurredOn) })));
    expect([standing.status, standing.since, isDemo]).toEqual([status, toDay(since), true]);
    expect(events.at(-1)?.enteredById).toBe(manager.user.id);
  }
  expect(after.map(({ contractEndsOn }) => contractEndsOn && toDay(contractEndsOn)).sort()).toEqual([
    "2028-12-31",
    null,
  ]);
  // What the file left empty stays; what it tells is kept, in the history too, and comes out again.
  expect(after.map(({ solutionId, departments }) => [solutionId, departments])).toEqual(
    after.map(({ solutionId }) => [
      solutionId,
      solutionId === fresh.id ? "Burgerzaken, Vergunningen" : (used?.departments ?? null),
    ]),
  );
  const start = after.find(({ solutionId }) => solutionId === fresh.id)?.events[0];
  expect(start?.data).toMatchObject({ departments: "Burgerzaken, Vergunningen" });
  const [head, ...exported] = await listExportRows(manager);
  const column = head?.indexOf("Afdelingen") ?? -1;
  expect(exported.find(([slug]) => slug === fresh.slug)?.[column]).toBe("Burgerzaken, Vergunningen");
  const counters = () => database().solution.findUniqueOrThrow({ where: { id: fresh.id } });
  const counted = await counters();
  expect(counted.inUseCount).toBe(fresh.inUseCount + 1);
  // What counts many at once counts as what counts one.
  await database().$executeRaw`SELECT recount_solution(${fresh.id}::uuid)`;
  expect(await counters()).toEqual(counted);
  const [trace] = await database().auditEvent.findMany({ orderBy: { id: "desc" }, take: 1 });
  expect(trace).toMatchObject({
    action: "portfolio.imported",
    subjectId: manager.organisation.id,
    detail: { added: 1, changed: 1, same: 0 },
  });
});

test("one row that is refused keeps all others out, and so does a change since the dry run", async () => {
  const [used] = (await listPortfolio(manager)).filter(({ status }) => status === "IN_USE");
  const slug = used?.solution.slug ?? "";
  const head = ["Voorziening", "Stand", "Trekker"];
  const faulty = await keep(manager, [
    head,
    [slug, "in gebruik", "Iemand anders"],
    ["bestaat-niet", "in gebruik", ""],
  ]);
  const seen = (await getDryRun(manager, faulty))?.seen ?? "";
  await expect(importSheet(manager, { id: faulty, seen })).rejects.toEqual(
    refusal("invalid", "importRefused"),
  );
  const good = await keep(manager, [head, [slug, "in gebruik", "Iemand anders"]]);
  const before = (await getDryRun(manager, good))?.seen ?? "";
  await database().adoption.update({ where: { id: used?.id ?? "" }, data: { version: { increment: 1 } } });
  await expect(importSheet(manager, { id: good, seen: before })).rejects.toEqual(
    refusal("conflict", "importChanged"),
  );
  const now = (await listPortfolio(manager)).find(({ id }) => id === used?.id);
  expect(now?.leadName).toBe(used?.leadName);
  await discardSheet(manager, { id: good });
  expect(await getDryRun(manager, good)).toBe(null);
});

test("a file is its owner's, and only a manager brings one", async () => {
  const rows = [
    ["Voorziening", "Stand"],
    ["open-zaak", "in gebruik"],
  ];
  const id = await keep(manager, rows);
  expect(await getDryRun(elsewhere, id)).toBe(null);
  await expect(importSheet(elsewhere, { id, seen: "" })).rejects.toEqual(refusal("not-found", "notFound"));
  await expect(discardSheet(elsewhere, { id })).rejects.toEqual(refusal("not-found", "notFound"));
  await expect(keep(staff, rows)).rejects.toEqual(refusal("forbidden", "forbidden"));
  await expect(importSheet(staff, { id, seen: "" })).rejects.toEqual(refusal("forbidden", "forbidden"));
  const bytes = writeXlsx("x", rows);
  await expect(keepSheet(visitor, { name: "x", bytes })).rejects.toEqual(
    refusal("unauthenticated", "unauthenticated"),
  );
  await expect(keepSheet(manager, { name: "x.pdf", bytes: Buffer.from("%PDF") })).rejects.toEqual(
    refusal("invalid", "sheetNotASheet"),
  );
});

test("thousands of rows are judged and recorded within the time that one request has", async () => {
  const { id: providerId } = elsewhere.organisation;
  for (let from = 1; from <= many; from += 1_000) {
    await database().$executeRaw`
      INSERT INTO "Solution" ("slug", "name", "summary", "kind", "theme", "phase", "publication", "providerId", "isDemo")
      SELECT 'veel-' || n, 'Veel ' || n, 'Een van velen.', 'DIENST', 'DIENSTVERLENING', 'MANAGED', 'PUBLISHED',
        ${providerId}::uuid, true FROM generate_series(${from}::int, ${from + 999}::int) n`;
  }
  const rows = Array.from({ length: many }, (_, at) => [`veel-${at + 1}`, "in gebruik", "2026-01-15", "50"]);
  const started = performance.now();
  const csv = [["Kenmerk", "Stand", "Sinds", "Dekking (%)", "Voorziening"], ...rows]
    .map((row) => row.join(";"))
    .join("\n");
  const id = await keepSheet(manager, { name: "veel.csv", bytes: Buffer.from(csv) });
  const kept = performance.now();
  const run = await getDryRun(manager, id);
  const judged = performance.now();
  expect(kindsOf(run)).toEqual({ new: many });
  // The transaction itself is bounded (lib/core/db): longer than seven seconds it would be refused.
  expect(await importSheet(manager, { id, seen: run?.seen ?? "" })).toEqual({ count: many });
  const recorded = performance.now();
  console.info(
    `${many} rows: kept in ${Math.round(kept - started)} ms, judged in ${Math.round(judged - kept)} ms, recorded in ${Math.round(recorded - judged)} ms`,
  );
  const veel = { startsWith: "veel-" };
  expect(await database().solution.count({ where: { slug: veel, inUseCount: 1 } })).toBe(many);
  expect(await database().adoptionEvent.count({ where: { adoption: { solution: { slug: veel } } } })).toBe(
    many,
  );
});
