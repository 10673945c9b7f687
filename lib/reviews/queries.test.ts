import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import { type Viewer, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { toSizeClass } from "@/lib/gemeenten/rules";
import { getAnswerable, getOwnReview, getReviews, type Reviews } from "./queries";

let gemeente: Viewer;
let supplier: Viewer;
let provider: Viewer;

beforeAll(async () => {
  gemeente = await findDemoPerson("aa-en-hunze", "MEMBER");
  supplier = await findDemoPerson("maykin", "MEMBER");
  provider = await findDemoPerson("dimpact", "COORDINATOR");
  await database().$executeRaw`SELECT recount_solution("id") FROM "Solution"`;
});

const columns = {
  id: true,
  slug: true,
  providerId: true,
  participationPublic: true,
  ratingCount: true,
  ratingSum: true,
  ratingWeight: true,
} as const;

function listReviewed() {
  return database().solution.findMany({ where: { reviews: { some: {} } }, select: columns });
}

const all = ({ experiences, expectations }: Reviews) => [...experiences.reviews, ...expectations.reviews];
const named = (reviews: Reviews) => all(reviews).flatMap(({ who }) => ("name" in who ? [who.slug] : []));

test("the mean is that of the counters, and there is none under three", async () => {
  const solutions = await listReviewed();
  const means = [];
  for (const solution of solutions) {
    const { rating } = await getReviews(visitor, solution);
    const { ratingCount, ratingSum, ratingWeight } = solution;
    if (ratingCount < 3) expect(rating.mean).toBeNull();
    else expect(rating.mean).toBeCloseTo(ratingSum / ratingWeight, 9);
    means.push(rating.mean);
  }
  expect(means.filter((mean) => mean === null).length).toBeGreaterThan(3);
  expect(means.filter((mean) => mean !== null).length).toBeGreaterThan(20);
});

describe("names", () => {
  test("a visitor gets none where participation is not public, unless the gemeente made it so", async () => {
    let masked = 0;
    for (const solution of (await listReviewed()).filter((one) => !one.participationPublic)) {
      const reviews = await getReviews(visitor, solution);
      const open = await database().adoption.findMany({
        where: {
          solutionId: solution.id,
          isPublic: true,
          isHidden: false,
          status: { in: ["IN_USE", "PHASING_OUT"] },
        },
        select: { gemeente: { select: { organisation: { select: { slug: true } } } } },
      });
      const slugs = new Set(open.map((one) => one.gemeente.organisation.slug));
      for (const slug of named(reviews)) expect(slugs).toContain(slug);
      masked += all(reviews).length - named(reviews).length;
    }
    expect(masked).toBeGreaterThan(100);
  });

  test("a supplier gets none at all, and a gemeente those of all that hide nothing", async () => {
    let seen = 0;
    for (const solution of (await listReviewed()).slice(0, 25)) {
      expect(named(await getReviews(supplier, solution))).toEqual([]);
      const reviews = await getReviews(gemeente, solution);
      const hidden = await database().adoption.findMany({
        where: { solutionId: solution.id, isHidden: true },
        select: { gemeente: { select: { organisation: { select: { slug: true } } } } },
      });
      for (const one of hidden) expect(named(reviews)).not.toContain(one.gemeente.organisation.slug);
      seen += named(reviews).length;
    }
    expect(seen).toBeGreaterThan(100);
  });

  test("who is not named is one of at least three", async () => {
    const gemeenten = await database().gemeente.findMany({ where: { validTo: null } });
    for (const solution of await listReviewed()) {
      for (const { who } of all(await getReviews(supplier, solution))) {
        if ("name" in who) throw new Error(`${who.name} is named`);
        const alike = gemeenten.filter(
          ({ province, inhabitants }) =>
            toSizeClass(inhabitants).id === who.sizeClass && (who.province ?? province) === province,
        );
        expect(alike.length).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test("who is not named is not the only one left when those that the viewer knows are struck out", async () => {
    const gemeenten = await database().gemeente.findMany({
      where: { validTo: null },
      select: {
        organisationId: true,
        province: true,
        inhabitants: true,
        organisation: { select: { slug: true } },
      },
    });
    let struck = 0;
    for (const solution of (await listReviewed()).filter((one) => !one.participationPublic)) {
      for (const viewer of [gemeente, visitor]) {
        const reviews = await getReviews(viewer, solution);
        const known = new Set([viewer.organisation?.slug, ...named(reviews)]);
        const others = gemeenten.filter(({ organisation }) => !known.has(organisation.slug));
        for (const { who } of all(reviews)) {
          if ("name" in who) continue;
          const alike = others.filter(
            ({ province, inhabitants }) =>
              (who.sizeClass ?? toSizeClass(inhabitants).id) === toSizeClass(inhabitants).id &&
              (who.province ?? province) === province,
          );
          expect(alike.length).toBeGreaterThanOrEqual(3);
          struck += others.length < gemeenten.length ? 1 : 0;
        }
      }
    }
    expect(struck).toBeGreaterThan(0);
  });

  test("the last of the great cities is no more than a gemeente to whoever knows the others", async () => {
    const great = await database().gemeente.findMany({
      where: { validTo: null, inhabitants: { gte: 250_000 } },
      select: { organisationId: true },
    });
    const others = await database().gemeente.findMany({
      where: { validTo: null, inhabitants: { lt: 100_000 } },
      select: { organisationId: true },
      take: 3,
    });
    const solution = await database().solution.findFirstOrThrow({ where: { slug: "zac" }, select: columns });
    const solutionId = solution.id;
    await database().review.deleteMany({ where: { solutionId } });
    await database().adoption.updateMany({ where: { solutionId }, data: { isHidden: false } });
    const reviewers = [...great, ...others].map(({ organisationId }) => organisationId);
    await database().review.createMany({
      data: reviewers.map((gemeenteId) => ({
        ...{ solutionId, gemeenteId, kind: "EXPERIENCE", isOfficial: true, score: 3 },
        writtenOn: new Date("2026-01-01"),
      })),
    });
    const [hidden = ""] = reviewers;
    const mine = { solutionId, gemeenteId: hidden, cycle: 1 };
    await database().adoption.upsert({
      where: { gemeenteId_solutionId_cycle: mine },
      create: { ...mine, status: "INTERESTED", since: new Date("2025-01-01"), isHidden: true },
      update: { isHidden: true },
    });
    const reviews = await getReviews(gemeente, solution);
    const unnamed = all(reviews).filter(({ who }) => !("name" in who));
    expect(unnamed).toMatchObject([{ who: { sizeClass: null, province: null } }]);
    expect(named(reviews)).toHaveLength(reviewers.length - 1);
  });

  test("the coordinator of the provider knows who wrote, and may answer", async () => {
    const solution = await database().solution.findFirstOrThrow({
      where: { slug: "open-zaak" },
      select: columns,
    });
    const reviews = await getReviews(provider, solution);
    expect(named(reviews).length).toBeGreaterThan(3);
    const [first] = all(reviews);
    expect(first?.mayAnswer).toBe(true);
    expect(await getAnswerable(provider, solution, first?.id ?? "")).toMatchObject({ id: first?.id });
    expect(await getAnswerable(gemeente, solution, first?.id ?? "")).toBeNull();
  });
});

test("under three oordelen a visitor learns no more than that there are fewer", async () => {
  const { id } = await database().solution.findFirstOrThrow({
    where: { ratingCount: { gte: 4 } },
    select: { id: true },
  });
  await database().solution.update({ where: { id }, data: { participationPublic: false } });
  await database().adoption.updateMany({
    where: { solutionId: id },
    data: { isPublic: false, isHidden: false },
  });
  const keep = await database().review.findMany({
    where: { solutionId: id, kind: "EXPERIENCE" },
    distinct: ["gemeenteId"],
    take: 2,
    select: { id: true },
  });
  expect(keep).toHaveLength(2);
  await database().review.deleteMany({
    where: { solutionId: id, id: { notIn: keep.map((one) => one.id) } },
  });
  const solution = await database().solution.findUniqueOrThrow({ where: { id }, select: columns });
  const forVisitor = await getReviews(visitor, solution);
  expect(forVisitor).toMatchObject({ rating: { count: null, mean: null }, spread: null });
  expect(forVisitor.experiences).toEqual({ count: null, reviews: [] });
  expect(forVisitor.expectations).toEqual({ count: 0, reviews: [] });
  const forGemeente = await getReviews(gemeente, solution);
  expect(forGemeente.rating).toEqual({ count: 2, mean: null });
  expect(named(forGemeente)).toHaveLength(2);
});

test("oordelen older than 24 months are marked and come after the others", async () => {
  const solution = await database().solution.findFirstOrThrow({
    where: { reviews: { some: { writtenOn: { lt: new Date("2024-06-01") }, kind: "EXPERIENCE" } } },
    select: columns,
  });
  const { experiences } = await getReviews(gemeente, solution);
  const ages = experiences.reviews.filter(({ isOfficial }) => isOfficial).map(({ isOld }) => isOld);
  expect(ages).toContain(true);
  expect(ages).toEqual([...ages].sort((a, b) => Number(a) - Number(b)));
});

test("the form starts from the own oordeel, only for a gemeente", async () => {
  const solution = await database().solution.findFirstOrThrow({
    where: { slug: "open-zaak" },
    select: columns,
  });
  expect(await getOwnReview(visitor, solution.id)).toBeNull();
  expect(await getOwnReview(supplier, solution.id)).toBeNull();
  const zwolle = await findDemoPerson("zwolle", "MANAGER");
  const used = await database().adoption.findFirstOrThrow({
    where: { gemeenteId: zwolle.organisation?.id ?? "", status: "IN_USE" },
    select: { solutionId: true },
  });
  expect(await getOwnReview(zwolle, used.solutionId)).toMatchObject({ isOfficial: true, kind: "EXPERIENCE" });
  expect(await getOwnReview(await findDemoPerson("zwolle", "MEMBER"), used.solutionId)).toMatchObject({
    isOfficial: false,
    current: null,
  });
});
