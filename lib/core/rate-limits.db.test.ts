import { expect, test } from "vitest";
import { database } from "./db";
import { countTry, forgetTries, type Limit } from "./rate-limits";

const limit: Limit = { name: "test", tries: 3, seconds: 900 };
const many = (times: number, key: string) =>
  Promise.allSettled(Array.from({ length: times }, () => countTry(limit, key)));

test("past the limit every try is refused, with the minutes to wait", async () => {
  for (let nth = 0; nth < limit.tries; nth++) await countTry(limit, "in order");
  await expect(countTry(limit, "in order")).rejects.toMatchObject({
    code: "too-many",
    key: "tooManyTries",
    detail: "15",
  });
});

test("tries at the same moment are all counted", async () => {
  const outcomes = await many(12, "at once");
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(limit.tries);
});

test("one key does not count for another", async () => {
  await many(9, "noisy");
  await expect(countTry(limit, "quiet")).resolves.toBeUndefined();
});

test("what was forgotten, or is long ago, counts no more", async () => {
  await many(9, "right at last");
  await forgetTries(limit, "right at last");
  await expect(countTry(limit, "right at last")).resolves.toBeUndefined();
  const old: Limit = { ...limit, name: "long ago" };
  await Promise.allSettled(Array.from({ length: 9 }, () => countTry(old, "the same")));
  await database().rateLimit.updateMany({
    where: { key: { startsWith: old.name } },
    data: { expire: Date.now() - 1 },
  });
  await expect(countTry(old, "the same")).resolves.toBeUndefined();
});

test("whose tries they were cannot be read from the table", async () => {
  await countTry(limit, "iemand@gemeente.nl");
  const rows = await database().rateLimit.findMany({ select: { key: true } });
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ key }) => /iemand|gemeente/.test(key))).toEqual([]);
});
