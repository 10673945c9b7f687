import { describe, expect, test } from "vitest";
import { answerSchema, criteria, type Marks, reviewSchema, toSavedReview } from "./schema";

const marks = Object.fromEntries(criteria.map((criterion, at) => [criterion, (at % 5) + 1])) as Marks;

test("the form gets what it shows and nothing else of the row", () => {
  const shown = {
    ...marks,
    ...{
      version: 3,
      recommend: 7,
      leadTimeMonths: null,
      effortHours: 40,
      tip: "Begin op tijd.",
      pitfall: null,
    },
  };
  const row = { ...shown, id: "a", gemeenteId: "b", score: 3, author: { name: "Een collega" }, isDemo: true };
  expect(toSavedReview(row)).toEqual(shown);
});

describe("a NUL byte, which PostgreSQL cannot keep, is refused", () => {
  const review = { slug: "zac", version: 0, support: 3 };
  const answer = {
    slug: "zac",
    reviewId: "7a1e8f9c-8f7e-4b62-9a53-0a4c4a0a3d01",
    version: 1,
    reply: "Dank.",
  };

  test.each(["slug", "tip", "pitfall"])("in %s of an oordeel", (field) => {
    expect(reviewSchema.safeParse(review).success).toBe(true);
    expect(reviewSchema.safeParse({ ...review, [field]: "een\0twee" }).success).toBe(false);
  });

  test.each(["slug", "reply"])("in %s of an answer", (field) => {
    expect(answerSchema.safeParse(answer).success).toBe(true);
    expect(answerSchema.safeParse({ ...answer, [field]: "een\0twee" }).success).toBe(false);
  });
});
