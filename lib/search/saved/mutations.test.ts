import { beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import type { DomainError } from "@/lib/core/errors";
import { type Member, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { openSearch, removeSearch, saveSearch } from "./mutations";
import { listSavedSearches } from "./queries";
import { mostSaved, toSavedQuery } from "./schema";

let mine: Member;
let other: Member;
const refusal = (code: DomainError["code"], key: string) => expect.objectContaining({ code, key });
const query = "q=parkeren";

beforeAll(async () => {
  mine = await findDemoPerson("zwolle", "MEMBER");
  other = await findDemoPerson("maykin", "MEMBER");
});
beforeEach(() => database().savedSearch.deleteMany());

test("a search is kept once, under its last name, and only for who saved it", async () => {
  await saveSearch(mine, { name: "Eerst", query });
  await saveSearch(mine, { name: "Parkeren", query });
  const [saved, ...more] = await listSavedSearches(mine);
  expect([saved?.name, saved?.fresh, more]).toEqual(["Parkeren", 0, []]);
  expect(await listSavedSearches(other)).toEqual([]);
  const id = saved?.id ?? "";
  await expect(openSearch(other, { id })).rejects.toEqual(refusal("not-found", "notFound"));
  await expect(removeSearch(other, { id })).rejects.toEqual(refusal("not-found", "notFound"));
  expect(await openSearch(mine, { id })).toBe(query);
  await removeSearch(mine, { id });
  expect(await listSavedSearches(mine)).toEqual([]);
});

test("what is published after the last look is new, until the next look", async () => {
  await saveSearch(mine, { name: "Parkeren", query });
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
  await expect(saveSearch(visitor, { name: "x", query })).rejects.toEqual(
    refusal("unauthenticated", "unauthenticated"),
  );
  for (let count = 0; count < mostSaved; count++) await saveSearch(mine, { name: "x", query: `q=${count}` });
  await expect(saveSearch(mine, { name: "x", query })).rejects.toEqual(
    refusal("conflict", "tooManySearches"),
  );
  await saveSearch(mine, { name: "y", query: "q=1" });
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
