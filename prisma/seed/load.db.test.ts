import { appendFileSync, cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "@/lib/core/testing/test-database";
import { dataFolder } from "./csv";
import { loadReference } from "./reference";

const { client } = await testDatabase({ seeded: false });

/** A copy of the reference files in which a test may change something. */
function copyData() {
  const folder = mkdtempSync(join(tmpdir(), "pluseen-data-"));
  cpSync(dataFolder, folder, { recursive: true });
  return {
    folder,
    append: (file: string, line: string) => appendFileSync(join(folder, file), `${line}\n`),
    replace: (file: string, from: string, to: string) => {
      const text = readFileSync(join(folder, file), "utf8");
      expect(text).toContain(from);
      writeFileSync(join(folder, file), text.replace(from, to));
    },
  };
}

async function readOne<T>(query: string, values: unknown[] = []): Promise<T> {
  const { rows } = await client.query(query, values);
  return rows[0] as T;
}

const countRuns = async () => (await readOne<{ n: number }>(`SELECT count(*)::int AS n FROM "ImportRun"`)).n;
const lines = (file: string) => readFileSync(join(dataFolder, file), "utf8").trim().split("\n").length - 1;

beforeAll(async () => {
  await loadReference(client);
});

test("the whole reference is in the database, and nothing of it is marked fictitious", async () => {
  const counts = await readOne(`SELECT
    (SELECT count(*)::int FROM "Gemeente") AS gemeenten,
    (SELECT count(*)::int FROM "GemeenteYear" WHERE "year" = 2026) AS years,
    (SELECT sum("inhabitants")::int FROM "Gemeente") AS inhabitants,
    (SELECT count(*)::int FROM "Solution" WHERE "publication" = 'PUBLISHED' AND NOT "isDemo") AS solutions,
    (SELECT count(*)::int FROM "SolutionVersion" WHERE "number" = 1 AND "publication" = 'PUBLISHED') AS versions,
    (SELECT count(*)::int FROM "SolutionRelation") AS relations,
    (SELECT count(*)::int FROM "Adoption") AS adoptions`);
  expect(counts).toEqual({
    gemeenten: lines("gemeenten.csv"),
    years: lines("gemeenten.csv"),
    inhabitants: 18_130_208,
    solutions: lines("voorzieningen.csv"),
    versions: lines("voorzieningen.csv"),
    relations: lines("relaties.csv"),
    adoptions: 0,
  });
});

test("a fact about all gemeenten is one open proposal for each, a count without names is none", async () => {
  const open = `SELECT count(*)::int AS n FROM "AdoptionProposal" p JOIN "Solution" s ON s."id" = p."solutionId"
    WHERE s."slug" = $1 AND p."state" = 'OPEN' AND p."origin" = 'PUBLIC_SOURCE'`;
  expect(await readOne(open, ["woo-index"])).toEqual({ n: lines("gemeenten.csv") });
  expect(await readOne(open, ["open-raadsinformatie"])).toEqual({ n: 0 });
  const reported =
    await readOne(`SELECT c."statement" FROM "ReportedCount" c JOIN "Solution" s ON s."id" = c."solutionId"
    WHERE s."slug" = 'open-raadsinformatie'`);
  expect(reported).toEqual({ statement: "293 van 342 gemeenten" });
});

test("participation is public exactly where a participant was published by name", async () => {
  const wrong = await readOne(`SELECT count(*)::int AS n FROM "Solution" s WHERE s."participationPublic" <>
    EXISTS (SELECT FROM "AdoptionProposal" p WHERE p."solutionId" = s."id")`);
  expect(wrong).toEqual({ n: 0 });
});

test("loading the same files again changes nothing and notes no run", async () => {
  const runs = await countRuns();
  const again = await loadReference(client);
  expect(again.map(({ inserted, updated, kept }) => inserted + updated + kept)).toEqual([
    0, 0, 0, 0, 0, 0, 0, 0,
  ]);
  expect(await countRuns()).toBe(runs);
});

test("a broken row is reported with its file, row and reason, and the rest goes in", async () => {
  const data = copyData();
  data.append("adoptie-feiten.csv", "open-zaak,Atlantis,IN_USE,gebruikt,news,2026,krant,");
  data.append("adoptie-feiten.csv", "open-zaak,Zwolle,IN_USE,gebruikt,news,2026,krant,");
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const result = (await loadReference(client, data.folder)).find(({ file }) => file === "adoptie-feiten.csv");
  const row = lines("adoptie-feiten.csv") + 2;
  const reason = 'gemeente: onbekende gemeente "Atlantis"';
  expect(result).toMatchObject({ inserted: 1, refused: [{ row, reason }] });
  expect(warn).toHaveBeenCalledWith(`adoptie-feiten.csv, rij ${row}: ${reason}`);
  warn.mockRestore();
  const run = await readOne(
    `SELECT "refused", "inserted" FROM "ImportRun" WHERE "file" = 'adoptie-feiten.csv' ORDER BY "startedAt" DESC`,
  );
  expect(run).toEqual({ refused: [{ row, reason }], inserted: 1 });
});

test("a changed row updates a solution that nobody edited, with its first version", async () => {
  const data = copyData();
  data.replace("voorzieningen.csv", "ggi-netwerk,GGI-Netwerk,", "ggi-netwerk,GGI-Netwerk Nieuw,");
  const results = await loadReference(client, data.folder);
  expect(results.find(({ file }) => file === "voorzieningen.csv")).toMatchObject({
    inserted: 0,
    updated: 1,
    kept: 0,
  });
  const names = await readOne(`SELECT s."name", v."content"->>'name' AS published FROM "Solution" s
    JOIN "SolutionVersion" v ON v."solutionId" = s."id" WHERE s."slug" = 'ggi-netwerk'`);
  expect(names).toEqual({ name: "GGI-Netwerk Nieuw", published: "GGI-Netwerk Nieuw" });
});

test("a solution that a person edited is kept as that person left it", async () => {
  await client.query(
    `UPDATE "Solution" SET "name" = 'Door een mens', "version" = 2 WHERE "slug" = 'open-zaak'`,
  );
  const data = copyData();
  data.replace("voorzieningen.csv", "open-zaak,Open Zaak,", "open-zaak,Anders,");
  const results = await loadReference(client, data.folder);
  expect(results.find(({ file }) => file === "voorzieningen.csv")?.kept).toBe(1);
  expect(await readOne(`SELECT "name" FROM "Solution" WHERE "slug" = 'open-zaak'`)).toEqual({
    name: "Door een mens",
  });
});

test("a list of usual steps that a person edited is kept as that person left it", async () => {
  await client.query(`INSERT INTO "TaskTemplateList" ("scope", "version") VALUES ('COMPONENT', 1)`);
  await client.query(`DELETE FROM "TaskTemplate" WHERE "scope" = 'COMPONENT' AND "position" > 1`);
  await client.query(`UPDATE "TaskTemplate" SET "label" = 'Door een mens' WHERE "scope" = 'COMPONENT'`);
  await client.query(`UPDATE "TaskTemplate" SET "label" = 'Verouderd' WHERE "scope" = 'DIENST'`);
  const data = copyData();
  // What changed in the file is loaded, but not into that list.
  data.append("stappen.csv", "handreiking,30,Nog een stap");
  await loadReference(client, data.folder);
  const labelsOf = async (scope: string) =>
    (await client.query(`SELECT "label" FROM "TaskTemplate" WHERE "scope" = $1`, [scope])).rows;
  expect(await labelsOf("COMPONENT")).toEqual([{ label: "Door een mens" }]);
  expect(await labelsOf("HANDREIKING")).toContainEqual({ label: "Nog een stap" });
  expect(await labelsOf("DIENST")).not.toContainEqual({ label: "Verouderd" });
});

test("a gemeente that changes its name stays the same gemeente", async () => {
  const before = await readOne<{ id: string }>(`SELECT "id" FROM "Organisation" WHERE "slug" = 'zwolle'`);
  const data = copyData();
  data.replace("gemeenten.csv", "zwolle,GM0193,Zwolle,Zwolle,", "groot-zwolle,GM0193,Zwolle,Groot Zwolle,");
  const results = await loadReference(client, data.folder);
  expect(results.find(({ file }) => file === "gemeenten.csv")).toMatchObject({ inserted: 0, updated: 1 });
  expect(await readOne(`SELECT "slug", "name" FROM "Organisation" WHERE "id" = $1`, [before.id])).toEqual({
    slug: "groot-zwolle",
    name: "Groot Zwolle",
  });
});
