import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { type Viewer, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { answerReview, writeReview } from "./mutations";
import { getAnswerable, getReviews } from "./queries";
import { type Rated, ratingOf } from "./rules";
import type { ReviewInput } from "./schema";

let manager: Viewer;
let colleague: Viewer;
let member: Viewer;
let coordinator: Viewer;

beforeAll(async () => {
  manager = await findDemoPerson("zwolle", "MANAGER", 0);
  colleague = await findDemoPerson("zwolle", "MANAGER", 1);
  member = await findDemoPerson("zwolle", "MEMBER");
  coordinator = await findDemoPerson("dimpact", "COORDINATOR");
});

// Before each test Zwolle uses Open Zaak (of Dimpact) and has given no oordeel.
const slug = "open-zaak";
const input = (more: Partial<ReviewInput> = {}): ReviewInput => ({
  slug,
  version: 0,
  tip: "",
  pitfall: "",
  ...more,
});

beforeEach(async () => {
  const gemeenteId = manager.organisation?.id ?? "";
  const { id: solutionId } = await readSolution();
  const use = { status: "IN_USE", resumeStatus: null, since: new Date("2025-01-15") } as const;
  await database().review.deleteMany({ where: { solutionId, gemeenteId } });
  await database().adoption.upsert({
    where: { gemeenteId_solutionId_cycle: { gemeenteId, solutionId, cycle: 1 } },
    create: { ...use, gemeenteId, solutionId },
    update: use,
  });
  await recount();
});

async function recount() {
  const { id } = await readSolution();
  await database().$executeRaw`SELECT recount_solution(${id}::uuid)`;
}

function readSolution() {
  return database().solution.findUniqueOrThrow({
    where: { slug },
    select: {
      id: true,
      providerId: true,
      participationPublic: true,
      ratingCount: true,
      ratingSum: true,
      ratingWeight: true,
    },
  });
}

function readOwn() {
  return database().review.findMany({
    where: { solution: { slug }, gemeenteId: manager.organisation?.id ?? "" },
    orderBy: { createdAt: "asc" },
  });
}

describe("an oordeel of a gemeente that uses the solution", () => {
  test("changes the mean by exactly what the formula says", async () => {
    const before = await readSolution();
    await writeReview(manager, input({ addedValue: 5, usability: 4, support: 1, recommend: 6 }));
    const after = await readSolution();
    expect(after.ratingCount).toBe(before.ratingCount + 1);
    expect(after.ratingSum).toBeCloseTo(before.ratingSum + 10 / 3, 9);
    expect(after.ratingWeight).toBe(before.ratingWeight + 1);
    const { rating } = await getReviews(manager, after);
    expect(rating.mean).toBeCloseTo((before.ratingSum + 10 / 3) / (before.ratingWeight + 1), 9);
    expect(await readOwn()).toMatchObject([
      { kind: "EXPERIENCE", isOfficial: true, addedValue: 5, costBenefit: null, version: 1, isDemo: true },
    ]);
  });

  test("is given once in twelve months", async () => {
    await writeReview(manager, input({ security: 3 }));
    await expect(writeReview(colleague, input({ security: 4 }))).rejects.toMatchObject({
      code: "conflict",
      key: "reviewTooSoon",
    });
  });

  test("is given anew after twelve months; then only the new one counts", async () => {
    const before = await readSolution();
    await writeReview(manager, input({ security: 2 }), new Date("2025-06-01T10:00:00Z"));
    await writeReview(manager, input({ security: 5 }), new Date("2026-06-01T10:00:00Z"));
    const after = await readSolution();
    expect(await readOwn()).toHaveLength(2);
    expect(after.ratingCount).toBe(before.ratingCount + 1);
    expect(after.ratingSum).toBeCloseTo(before.ratingSum + 5, 9);
  });

  test("is changed by a colleague who saw the newest; the date stays", async () => {
    const before = await readSolution();
    await writeReview(manager, input({ support: 2 }), new Date("2026-03-01T10:00:00Z"));
    await writeReview(colleague, input({ version: 1, support: 4, tip: "Begin op tijd." }));
    const after = await readSolution();
    expect(after.ratingSum).toBeCloseTo(before.ratingSum + 4, 9);
    expect(await readOwn()).toMatchObject([
      { support: 4, version: 2, tip: "Begin op tijd.", writtenOn: new Date("2026-03-01") },
    ]);
  });

  test("is not overwritten by whoever saw an older one, and tells who changed it", async () => {
    await writeReview(manager, input({ support: 2 }));
    await writeReview(colleague, input({ version: 1, support: 4 }));
    await expect(writeReview(manager, input({ version: 1, support: 1 }))).rejects.toMatchObject({
      code: "conflict",
      key: "reviewChanged",
      detail: colleague.user?.name,
    });
    expect(await readOwn()).toMatchObject([{ support: 4 }]);
  });

  test("leaves one trace each time", async () => {
    await writeReview(manager, input({ support: 2 }));
    await writeReview(manager, input({ version: 1, support: 3 }));
    const [review] = await readOwn();
    const trace = await database().auditEvent.findMany({
      where: { subjectType: "Review", subjectId: review?.id ?? "" },
      orderBy: { id: "asc" },
    });
    expect(trace.map(({ action }) => action)).toEqual(["review.written", "review.changed"]);
    expect(trace[0]).toMatchObject({ actorId: manager.user?.id, detail: { isOfficial: true }, isDemo: true });
  });

  test("is written by one of twenty who do so at once", async () => {
    const before = await readSolution();
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => writeReview(manager, input({ localFit: 5 }))),
    );
    const refused = all.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused).toHaveLength(19);
    expect(new Set(refused.map(({ key }) => key))).toEqual(new Set(["reviewTooSoon"]));
    expect((await readSolution()).ratingCount).toBe(before.ratingCount + 1);
  });
});

test("a remark of a colleague is kept apart and never counts", async () => {
  const before = await readSolution();
  await writeReview(member, input({ addedValue: 1, pitfall: "Het kost tijd." }));
  expect(await readOwn()).toMatchObject([{ isOfficial: false, kind: "EXPERIENCE", addedValue: 1 }]);
  expect(await readSolution()).toEqual(before);
});

test("an expectation does not count, and becomes an oordeel of a new date once there is experience", async () => {
  const before = await readSolution();
  const own = { solution: { slug }, gemeenteId: manager.organisation?.id ?? "" };
  await database().adoption.updateMany({ where: own, data: { status: "EXPLORING" } });
  await writeReview(manager, input({ addedValue: 1 }), new Date("2026-02-01T10:00:00Z"));
  expect(await readOwn()).toMatchObject([{ kind: "EXPECTATION", isOfficial: true }]);
  expect((await readSolution()).ratingCount).toBe(before.ratingCount);
  await database().adoption.updateMany({ where: own, data: { status: "IN_USE" } });
  await writeReview(manager, input({ version: 1, addedValue: 5 }), new Date("2026-08-01T10:00:00Z"));
  expect(await readOwn()).toMatchObject([{ kind: "EXPERIENCE", writtenOn: new Date("2026-08-01") }]);
  expect((await readSolution()).ratingCount).toBe(before.ratingCount + 1);
});

describe("refused", () => {
  test.each<[string, () => Promise<Viewer>, string, string]>([
    ["a visitor", async () => visitor, "unauthenticated", "unauthenticated"],
    ["a supplier", () => findDemoPerson("maykin", "MEMBER"), "forbidden", "forbidden"],
    ["another provider", () => findDemoPerson("vng-realisatie", "COORDINATOR"), "forbidden", "forbidden"],
    ["the provider", () => findDemoPerson("dimpact", "COORDINATOR"), "forbidden", "forbidden"],
  ])(
    "%s writes no oordeel, and does not learn whether there is a solution",
    async (_, getViewer, code, key) => {
      const absent = writeReview(await getViewer(), input({ slug: "bestaat-niet", support: 5 }));
      await expect(absent).rejects.toMatchObject({ code, key });
      const count = await database().review.count();
      const writing = writeReview(await getViewer(), input({ support: 5 }));
      await expect(writing).rejects.toMatchObject({ code, key });
      expect(await database().review.count()).toBe(count);
    },
  );

  test("a gemeente writes none on its own solution", async () => {
    await database().solution.update({
      where: { slug: "zac" },
      data: { providerId: manager.organisation?.id ?? "" },
    });
    const writing = writeReview(manager, input({ slug: "zac", support: 5 }));
    await expect(writing).rejects.toMatchObject({ code: "forbidden", key: "ownSolution" });
  });

  test("nobody writes on a solution that is not published or does not exist", async () => {
    await database().solution.update({ where: { slug }, data: { publication: "DRAFT" } });
    const writing = writeReview(manager, input({ support: 5 }));
    const absent = { code: "not-found", key: "notFound" };
    await expect(writing).rejects.toMatchObject(absent);
    await database().solution.update({ where: { slug }, data: { publication: "PUBLISHED" } });
    await expect(writeReview(manager, input({ slug: "bestaat-niet" }))).rejects.toMatchObject(absent);
  });
});

describe("the answer of the provider", () => {
  async function writtenReview() {
    await writeReview(manager, input({ support: 2 }));
    const [review] = await readOwn();
    return { slug, reviewId: review?.id ?? "", version: 1, reply: "Dank u, dit lossen wij op." };
  }

  test("is given once, by a coordinator, and leaves a trace", async () => {
    const answer = await writtenReview();
    await answerReview(coordinator, answer);
    await expect(answerReview(coordinator, answer)).rejects.toMatchObject({ key: "alreadyAnswered" });
    expect(await readOwn()).toMatchObject([{ reply: answer.reply, version: 1 }]);
    const where = { subjectId: answer.reviewId, action: "review.answered" };
    expect(await database().auditEvent.count({ where })).toBe(1);
  });

  test("is not given to an oordeel that changed since it was read", async () => {
    const answer = await writtenReview();
    await writeReview(manager, input({ version: 1, support: 5, tip: "Alles is opgelost." }));
    await expect(answerReview(coordinator, answer)).rejects.toMatchObject({
      code: "conflict",
      key: "conflict",
    });
    expect(await readOwn()).toMatchObject([{ reply: null, version: 2 }]);
    const shown = await getAnswerable(coordinator, await readSolution(), answer.reviewId);
    await answerReview(coordinator, { ...answer, version: shown?.version ?? 0 });
    expect(await readOwn()).toMatchObject([{ reply: answer.reply }]);
  });

  test("tells nobody but coordinators whether there is such an oordeel", async () => {
    const answer = { ...(await writtenReview()), slug: "bestaat-niet" };
    for (const viewer of [visitor, manager, member]) {
      await expect(answerReview(viewer, answer)).rejects.toMatchObject({
        code: viewer.user ? "forbidden" : "unauthenticated",
      });
    }
  });

  test("is not given by anybody else, nor under another solution", async () => {
    const answer = await writtenReview();
    for (const viewer of [visitor, manager, await findDemoPerson("vng-realisatie", "COORDINATOR")]) {
      await expect(answerReview(viewer, answer)).rejects.toMatchObject({
        code: viewer.user ? "forbidden" : "unauthenticated",
      });
    }
    await expect(answerReview(coordinator, { ...answer, slug: "zac" })).rejects.toMatchObject({
      code: "not-found",
    });
    expect(await readOwn()).toMatchObject([{ reply: null }]);
  });
});

test("the counters of the database equal the rules on random oordelen", async () => {
  const { id } = await readSolution();
  const gemeenten = await database().gemeente.findMany({ select: { organisationId: true }, take: 40 });
  const random = randomNumbers(7);
  await database().review.deleteMany({ where: { solutionId: id } });
  const [{ day } = { day: today() }] = await database().$queryRaw<{ day: string }[]>`
    SELECT today_here()::text AS day`;
  const rows = Array.from({ length: 400 }, () => ({
    solutionId: id,
    gemeenteId: gemeenten[Math.floor(random() * gemeenten.length)]?.organisationId ?? "",
    kind: random() < 0.7 ? ("EXPERIENCE" as const) : ("EXPECTATION" as const),
    isOfficial: random() < 0.8,
    score: random() < 0.9 ? 1 + Math.floor(random() * 13) / 3 : null,
    // Around the border of 24 months, to the day.
    writtenOn: new Date(Date.parse(day) - Math.round((700 + random() * 60) * 86_400_000)),
    createdAt: new Date(1_700_000_000_000 + Math.floor(random() * 1e9)),
  }));
  await database().review.createMany({ data: rows });
  await recount();
  const written = await database().review.findMany({ where: { solutionId: id } });
  const rated: Rated[] = written.map((row) => ({
    ...row,
    writtenOn: row.writtenOn.toISOString().slice(0, 10),
  }));
  const { count, sum, weight } = ratingOf(rated, day);
  const counters = await readSolution();
  expect(count).toBeGreaterThan(30);
  expect(counters.ratingCount).toBe(count);
  expect(counters.ratingSum).toBeCloseTo(sum, 6);
  expect(counters.ratingWeight).toBe(weight);
  expect(weight).toBeLessThan(count);
});

/** The same numbers on every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
