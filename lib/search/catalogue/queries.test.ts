import pg from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { visitor } from "@/lib/core/roles";
import { searchSchema } from "../schema";

// What other processes change, as a plain client does here, this one shows at the next question. Imported at each
// question, because the last test makes a process that remembers nothing.

const search = async (params: Record<string, unknown>) => {
  const { searchSolutions } = await import("../queries");
  return searchSolutions(visitor, searchSchema.parse(params));
};
const slugsOf = async (params: Record<string, unknown>) =>
  (await search(params)).items.map(({ slug }) => slug);
const named = (q: string) => slugsOf({ q, soort: ["component", "standaard", "dienst"] });

let one: pg.Client;
let other: pg.Client;
beforeAll(async () => {
  [one, other] = await Promise.all([connectAsOther(), connectAsOther()]);
  await named("haven");
});
afterAll(() => Promise.all([one.end(), other.end()]));

async function connectAsOther(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  return client;
}

const rewrite = (client: pg.Client, slug: string, summary: string) =>
  client.query(`UPDATE "Solution" SET "summary" = $2 WHERE "slug" = $1`, [slug, summary]);

test("a text, a choice, a provider, an order that somebody else changes", async () => {
  await rewrite(one, "open-zaak", "Telt fluitketels.");
  expect(await named("fluitketels")).toEqual(["open-zaak"]);
  const before = await search({ q: "fluitketels", thema: "burgerzaken" });
  await one.query(`UPDATE "Solution" SET "theme" = 'BURGERZAKEN' WHERE "slug" = 'open-zaak'`);
  const after = await search({ q: "fluitketels", thema: "burgerzaken" });
  expect([before.total, after.total]).toEqual([0, 1]);
  await one.query(`UPDATE "Organisation" SET "name" = 'Fluitketel BV', "slug" = 'fluitketel' WHERE "id" =
    (SELECT "providerId" FROM "Solution" WHERE "slug" = 'open-zaak')`);
  const { aanbieder } = (await search({ q: "fluitketels" })).facets;
  expect(aanbieder).toEqual(expect.arrayContaining([expect.objectContaining({ word: "fluitketel" })]));
  await one.query(`UPDATE "Solution" SET "inUseCount" = 341 WHERE "slug" = 'zac'`);
  expect((await slugsOf({ soort: "component" }))[0]).toBe("zac");
  await one.query(
    `UPDATE "Solution" SET "ratingCount" = 9, "ratingSum" = 9, "ratingWeight" = 9 WHERE "slug" = 'zac'`,
  );
  expect(await slugsOf({ oordeel: "onder-drie" })).toContain("zac");
});

test("what is withdrawn or removed is found by nobody, and counted nowhere", async () => {
  const { total } = await search({ fase: ["beheer"] });
  await one.query(`UPDATE "Solution" SET "publication" = 'ARCHIVED' WHERE "slug" = 'kiss'`);
  expect(await slugsOf({ q: "kiss" })).not.toContain("kiss");
  await one.query(`UPDATE "Solution" SET "publication" = 'PUBLISHED' WHERE "slug" = 'kiss'`);
  expect(await slugsOf({ q: "kiss" })).toContain("kiss");
  const copy = `INSERT INTO "Solution" ("slug", "name", "summary", "kind", "theme", "phase", "publication", "providerId", "publishedAt")
    SELECT 'fluitje', 'Fluitje', 'Een fluitje.', "kind", "theme", 'MANAGED', 'PUBLISHED', "providerId", now() FROM "Solution" WHERE "slug" = 'kiss'`;
  await one.query(copy);
  expect((await search({ fase: ["beheer"] })).total).toBe(total + 1);
  await one.query(`DELETE FROM "Solution" WHERE "slug" = 'fluitje'`);
  expect((await search({ fase: ["beheer"] })).total).toBe(total);
});

test("a change that is committed after later ones is not passed over", async () => {
  await one.query("BEGIN");
  await rewrite(one, "digid", "Over kleppers.");
  await rewrite(other, "haven", "Over klaphekken.");
  expect(await slugsOf({ q: "klaphekken" })).toContain("haven");
  expect(await slugsOf({ q: "kleppers" })).not.toContain("digid");
  await rewrite(other, "zgw-apis", "Over klaphekken.");
  expect(await slugsOf({ q: "klaphekken" })).toContain("zgw-apis");
  await one.query("COMMIT");
  expect(await slugsOf({ q: "kleppers" })).toContain("digid");
});

test("questions at the same moment all see it, whoever of them reads it", async () => {
  for (const word of ["ratelaar", "zweefvlieg", "kokmeeuw"]) {
    await rewrite(one, "signalen", `Over een ${word}.`);
    const answers = await Promise.all(Array.from({ length: 8 }, () => slugsOf({ q: word, page: "1" })));
    expect(answers).toEqual(Array(8).fill(["signalen"]));
  }
});

test("what is kept up is what a new process reads", async () => {
  const changes = [
    `UPDATE "Solution" SET "name" = "name" || ' parkeren' WHERE "slug" LIKE 'g%'`,
    `UPDATE "Solution" SET "publication" = 'ARCHIVED' WHERE "slug" LIKE '%-a%'`,
    `UPDATE "Solution" SET "joiningCount" = length("name"), "confirmedOn" = NULL WHERE "slug" LIKE 's%'`,
    `UPDATE "Solution" SET "publication" = 'PUBLISHED', "layer" = NULL WHERE "slug" LIKE 'o%-a%'`,
    `UPDATE "Solution" SET "licence" = 'Eigen (proef)' WHERE "slug" LIKE 'd%'`,
  ];
  for (const change of changes) {
    await one.query(change);
    await search({ q: "parkeren", soort: "component" });
  }
  const questions = [
    { q: "parkeren" },
    { q: "zaak -open" },
    { kosten: ["gratis"] },
    { soort: "dienst", sort: "naam" },
    {},
  ];
  const keptUp = await Promise.all(questions.map(search));
  vi.resetModules();
  expect(await Promise.all(questions.map(search))).toEqual(keptUp);
});
