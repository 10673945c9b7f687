import { expect, test } from "vitest";
import { database } from "@/lib/core/db";
import { visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { getCollection, listCollections } from "./queries";

test("every published facility is found by its theme and its provider, and no draft is", async () => {
  const collections = await listCollections();
  const published = await database().solution.count({ where: { publication: "PUBLISHED" } });
  for (const entrance of ["thema", "aanbieder"] as const) {
    const ids = collections.filter((one) => one.entrance === entrance).flatMap((one) => one.ids);
    expect(new Set(ids).size).toBe(published);
    expect(ids).toHaveLength(published);
  }
});

test("what does not exist is no collection", async () => {
  expect(await getCollection(visitor, "wet", "bestaat-niet")).toBeNull();
  expect(await getCollection(visitor, "thema", "omgevingswet")).toBeNull();
});

test("a gemeente sees on the map what it may know, a visitor only what is public, a supplier nothing", async () => {
  const sum = async (viewer: Parameters<typeof getCollection>[0]) => {
    const collection = await getCollection(viewer, "thema", "informatievoorziening");
    return collection?.gemeenten.reduce((total, { inUseCount }) => total + inUseCount, 0) ?? -1;
  };
  const manager = await sum(await findDemoPerson("zwolle", "MANAGER"));
  const public_ = await sum(visitor);
  expect(manager).toBeGreaterThan(public_);
  expect(public_).toBeGreaterThan(0);
  expect(await sum(await findDemoPerson("maykin", "MEMBER"))).toBe(0);
});

test("a gemeente that hides its use is not on the map of another", async () => {
  const manager = await findDemoPerson("zwolle", "MANAGER");
  const [ids, other] = await Promise.all([
    getCollection(manager, "thema", "informatievoorziening"),
    database().adoption.findFirstOrThrow({
      where: {
        status: "IN_USE",
        isHidden: false,
        gemeenteId: { not: manager.organisation.id },
        solution: { theme: "INFORMATIEVOORZIENING", publication: "PUBLISHED" },
      },
      select: { id: true, gemeenteId: true },
    }),
  ]);
  const before = ids?.gemeenten.find(({ id }) => id === other.gemeenteId)?.inUseCount ?? 0;
  await database().adoption.update({ where: { id: other.id }, data: { isHidden: true } });
  const after = await getCollection(manager, "thema", "informatievoorziening");
  await database().adoption.update({ where: { id: other.id }, data: { isHidden: false } });
  expect(after?.gemeenten.find(({ id }) => id === other.gemeenteId)?.inUseCount).toBe(before - 1);
});
