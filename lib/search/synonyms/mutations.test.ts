import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import type { DomainError } from "@/lib/core/errors";
import { type Member, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { addSynonym, changeSynonym, removeSynonym } from "./mutations";
import { getSynonym, listSynonyms } from "./queries";

let keeper: Member;
let member: Member;
const refusal = (code: DomainError["code"], key: string) => expect.objectContaining({ code, key });
const input = {
  term: "Fluitketel",
  expansions: ["parkeren"],
  direction: "one",
  weight: 80,
  note: "",
} as const;
const fresh = (term: string) => ({ ...input, expansions: [...input.expansions], term });
const find = (term: string) => database().synonym.findUnique({ where: { term } });
const events = (id: string) =>
  database().auditEvent.findMany({
    where: { subjectType: "Synonym", subjectId: id },
    orderBy: { id: "asc" },
  });

beforeAll(async () => {
  keeper = await findDemoPerson("vng-realisatie", "PLATFORM_ADMIN");
  member = await findDemoPerson("zwolle", "MANAGER");
});

test("a term is added, changed and removed, each with its trace", async () => {
  await addSynonym(keeper, fresh("Fluitketel"));
  const added = await find("Fluitketel");
  expect(added).toMatchObject({ expansions: ["parkeren"], isMutual: false, isDemo: true, note: null });
  const { id = "", version = 0 } = added ?? {};
  await changeSynonym(keeper, { ...fresh("Fluitketels"), id, version, direction: "both", weight: 50 });
  expect(await find("Fluitketels")).toMatchObject({ isMutual: true, weight: 50, version: 2 });
  await removeSynonym(keeper, { id, version: 2 });
  expect(await find("Fluitketels")).toBeNull();
  expect((await events(id)).map(({ action }) => action)).toEqual([
    "synonym.added",
    "synonym.changed",
    "synonym.removed",
  ]);
});

describe("refused, and nothing changes", () => {
  test("for whoever does not guard the catalogue, to write and to read", async () => {
    const row = await database().synonym.findFirstOrThrow();
    for (const viewer of [visitor, member, await findDemoPerson("dimpact", "COORDINATOR")]) {
      const code = viewer.user ? "forbidden" : "unauthenticated";
      await expect(addSynonym(viewer, fresh("ketel"))).rejects.toEqual(refusal(code, code));
      const change = { ...fresh("ketel"), id: row.id, version: row.version };
      await expect(changeSynonym(viewer, change)).rejects.toEqual(refusal(code, code));
      await expect(removeSynonym(viewer, row)).rejects.toEqual(refusal(code, code));
      expect(await listSynonyms(viewer, { zoek: "", page: 1 })).toEqual({ rows: [], total: 0 });
      expect(await getSynonym(viewer, row.id)).toBeNull();
    }
    expect(await find("ketel")).toBeNull();
    expect(await events(row.id)).toEqual([]);
  });

  test("when the term is there, whatever its capitals", async () => {
    await expect(addSynonym(keeper, fresh("WOO"))).rejects.toEqual(refusal("conflict", "synonymTaken"));
  });

  test("when somebody else changed it meanwhile, or removed it", async () => {
    await addSynonym(keeper, fresh("theepot"));
    const { id = "" } = (await find("theepot")) ?? {};
    const late = { ...fresh("theepot"), id, version: 9 };
    await expect(changeSynonym(keeper, late)).rejects.toEqual(refusal("conflict", "conflict"));
    await removeSynonym(keeper, { id, version: 1 });
    await expect(removeSynonym(keeper, { id, version: 1 })).rejects.toEqual(refusal("not-found", "notFound"));
  });
});

test("the list is found by a part of the term or a whole expansion", async () => {
  const byTerm = await listSynonyms(keeper, { zoek: "parkeer", page: 1 });
  expect(byTerm.rows.map(({ term }) => term)).toContain("parkeergarage");
  const byExpansion = await listSynonyms(keeper, { zoek: "parkeertarieven", page: 1 });
  expect(byExpansion.rows.map(({ term }) => term)).toContain("betaald parkeren");
});
