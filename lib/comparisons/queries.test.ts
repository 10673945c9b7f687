import { describe, expect, it } from "vitest";
import { database } from "@/lib/core/db";
import { visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { getReviews } from "@/lib/reviews/queries";
import { compareSolutions } from "./queries";

/** The published facilities that most gemeenten use. */
const listBusiest = (count: number) =>
  database().solution.findMany({
    where: { publication: "PUBLISHED" },
    orderBy: [{ inUseCount: "desc" }, { slug: "asc" }],
    take: count,
    select: { id: true, slug: true, inUseCount: true, participationPublic: true, providerId: true },
  });

describe("a comparison", () => {
  it("keeps the order of the address and leaves out what is not published", async () => {
    const [first, second] = await listBusiest(2);
    const slugs = [second?.slug ?? "", "bestaat-niet", first?.slug ?? ""];
    const compared = await compareSolutions(visitor, slugs);
    expect(compared.map(({ slug }) => slug)).toEqual([second?.slug, first?.slug]);
    expect(await compareSolutions(visitor, [])).toEqual([]);
  });

  it("says the same of use and oordelen as the page of each facility", async () => {
    const manager = await findDemoPerson("zwolle", "MANAGER");
    for (const solution of await listBusiest(4)) {
      const [one] = await compareSolutions(manager, [solution.slug]);
      const { rating, spread } = await getReviews(manager, solution);
      expect(one?.inUse).toBe(solution.inUseCount);
      expect(one?.rating?.mean ?? Number.NaN).toBeCloseTo(rating.mean ?? Number.NaN, 9);
      expect(one?.spread.map(({ mean }) => mean)).toEqual(
        spread?.map(({ mean }) => mean) ?? one?.spread.map(() => null),
      );
    }
  });
});

describe("who uses it", () => {
  const hide = (solutionId: string, gemeenteId: string, isHidden: boolean) =>
    database().adoption.updateMany({ where: { solutionId, gemeenteId }, data: { isHidden } });

  it("names those of my size that I may see, and no other", async () => {
    const manager = await findDemoPerson("zwolle", "MANAGER");
    const [solution] = await listBusiest(1);
    const [before] = await compareSolutions(manager, [solution?.slug ?? ""]);
    const [shown] = before?.likeMine ?? [];
    expect(shown).toBeDefined();
    const { id } = await database().organisation.findUniqueOrThrow({
      where: { slug: shown?.slug ?? "" },
      select: { id: true },
    });
    await hide(solution?.id ?? "", id, true);
    const [after] = await compareSolutions(manager, [solution?.slug ?? ""]);
    expect(after?.likeMine?.map(({ slug }) => slug)).not.toContain(shown?.slug);
    expect(after?.inUse).toBe(before?.inUse);
    await hide(solution?.id ?? "", id, false);
  });

  it("is for nobody but gemeenten: a visitor and a supplier get no names", async () => {
    const supplier = await findDemoPerson("maykin", "MEMBER");
    const slugs = (await listBusiest(4)).map(({ slug }) => slug);
    for (const viewer of [visitor, supplier])
      for (const one of await compareSolutions(viewer, slugs))
        expect([one.likeMine, one.own]).toEqual([null, null]);
  });

  it("is fewer than three to whoever may not see the names", async () => {
    const rare = await database().solution.findFirstOrThrow({
      where: { publication: "PUBLISHED", participationPublic: false, inUseCount: { in: [1, 2] } },
      select: { slug: true, inUseCount: true },
    });
    const [forVisitor] = await compareSolutions(visitor, [rare.slug]);
    const [forGemeente] = await compareSolutions(await findDemoPerson("zwolle", "MANAGER"), [rare.slug]);
    expect(forVisitor?.inUse).toBeNull();
    expect(forGemeente?.inUse).toBe(rare.inUseCount);
  });
});
