import { beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import type { DomainError } from "@/lib/core/errors";
import { type Member, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { openSearch, removeSearch, saveSearch } from "./mutations";
import { listSavedSearches, listSavedViews } from "./queries";
import { mostSaved, savedSearchParams, saveSearchForm, toSavedQuery } from "./schema";

let mine: Member;
let other: Member;
const refusal = (code: DomainError["code"], key: string) => expect.objectContaining({ code, key });
const query = "q=parkeren";
const waar = "voorzieningen" as const;

beforeAll(async () => {
  mine = await findDemoPerson("zwolle", "MEMBER");
  other = await findDemoPerson("maykin", "MEMBER");
});
beforeEach(() => database().savedSearch.deleteMany());

test("a search is kept once, under its last name, and only for who saved it", async () => {
  await saveSearch(mine, { name: "Eerst", waar, query });
  await saveSearch(mine, { name: "Parkeren", waar, query });
  const [saved, ...more] = await listSavedSearches(mine);
  expect([saved?.name, saved?.fresh, more]).toEqual(["Parkeren", 0, []]);
  expect(await listSavedSearches(other)).toEqual([]);
  const id = saved?.id ?? "";
  await expect(openSearch(other, { id })).rejects.toEqual(refusal("not-found", "notFound"));
  await expect(removeSearch(other, { id })).rejects.toEqual(refusal("not-found", "notFound"));
  expect(await openSearch(mine, { id })).toBe(`/voorzieningen?${query}`);
  await removeSearch(mine, { id });
  expect(await listSavedSearches(mine)).toEqual([]);
});

test("what is published after the last look is new, until the next look", async () => {
  await saveSearch(mine, { name: "Parkeren", waar, query });
  const [saved] = await listSavedSearches(mine);
  const id = saved?.id ?? "";
  const later = new Date(Date.now() + 60_000);
  await database().solution.update({
    where: { slug: "nationaal-parkeer-register" },
    data: { publishedAt: later },
  });
  await database().solution.update({ where: { slug: "haven" }, data: { publishedAt: later } });
  expect((await listSavedSearches(mine))[0]?.fresh).toBe(1);
  await database().savedSearch.update({ where: { id }, data: { seenAt: new Date(later.getTime() + 1) } });
  expect((await listSavedSearches(mine))[0]?.fresh).toBe(0);
});

test("a visitor keeps nothing, and nobody more than a list can hold", async () => {
  await expect(saveSearch(visitor, { name: "x", waar, query })).rejects.toEqual(
    refusal("unauthenticated", "unauthenticated"),
  );
  for (let count = 0; count < mostSaved; count++)
    await saveSearch(mine, { name: "x", waar, query: `q=${count}` });
  await expect(saveSearch(mine, { name: "x", waar, query })).rejects.toEqual(
    refusal("conflict", "tooManySearches"),
  );
  await saveSearch(mine, { name: "y", waar, query: "q=1" });
});

test.each([
  ["q=parkeren&page=3&onzin=1", "q=parkeren"],
  ["thema=burgerzaken&sort=naam", "thema=burgerzaken&sort=naam"],
  ["", null],
  ["sort=naam", null],
  ["javascript:alert(1)", null],
])("%j is kept as %j", (given, kept) => {
  expect(toSavedQuery(given)).toBe(kept);
});

test("keeps a view of the portfolio beside the searches, and opens it there", async () => {
  const view = saveSearchForm.parse({
    name: "Op weg",
    waar: "mijn",
    query: "beeld=bord&stand=op-weg&pagina=3&onzin=1",
  });
  await saveSearch(mine, view);
  await saveSearch(mine, { name: "Zo heet de zoekopdracht", waar, query });
  const [kept, ...more] = await listSavedViews(mine);
  expect([kept?.name, kept?.query, more]).toEqual(["Op weg", "beeld=bord&stand=op-weg", []]);
  expect(await listSavedViews(other)).toEqual([]);
  expect(await openSearch(mine, { id: kept?.id ?? "" })).toBe("/mijn?beeld=bord&stand=op-weg");
  const rows = await listSavedSearches(mine);
  expect(rows.map(({ place: of, fresh }) => [of, fresh]).sort()).toEqual([
    ["CATALOGUE", expect.any(Number)],
    ["PORTFOLIO", null],
  ]);
});

test("a view that leaves nothing out is not kept", () => {
  expect(saveSearchForm.safeParse({ name: "x", waar: "mijn", query: "beeld=tabel" }).success).toBe(false);
  expect(savedSearchParams.parse({ waar: "elders", nieuw: "q=parkeren" })).toMatchObject({
    waar: "voorzieningen",
    nieuw: "q=parkeren",
  });
  expect(savedSearchParams.parse({ waar: "mijn", nieuw: "stand=op-weg" }).nieuw).toBe("stand=op-weg");
});
