import "server-only";
import { today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import type { Viewer } from "@/lib/core/roles";
import { keptDays } from "./queries";
import { toCountedWords } from "./rules";

/**
 * Counts a question of today with what it found. Nobody's act is recorded: there is no person in it, so
 * there is nothing to permit or to audit. What is too old goes when a new question comes. People of the
 * demonstration do not count: what they ask is nobody's need.
 */
export async function countQuestion(viewer: Viewer, question: string, found: number): Promise<void> {
  const words = toCountedWords(question);
  if (words === null || viewer.user?.isDemo) return;
  const day = today();
  await database().$executeRaw`
    WITH counted AS (
      INSERT INTO "SearchCount" AS c ("day", "words", "found") VALUES (${day}::date, ${words}, ${found})
      ON CONFLICT ("day", "words") DO UPDATE SET "count" = c."count" + 1, "found" = EXCLUDED."found"
      RETURNING (xmax = 0) AS "isNew")
    DELETE FROM "SearchCount" WHERE "day" < ${day}::date - ${keptDays}::int AND (SELECT "isNew" FROM counted)`;
}

/**
 * Counts questions that were answered from a page that is kept, with how often: no more than was found when
 * that page was made, today. A question that nobody counted then is not counted now either.
 */
export async function countAgain(
  asked: readonly (readonly [question: string, times: number])[],
): Promise<void> {
  const counted = asked.flatMap(([question, times]) => {
    const words = toCountedWords(question);
    return words === null ? [] : [{ words, times }];
  });
  const words = counted.map((one) => one.words);
  const times = counted.map((one) => one.times);
  await database().$executeRaw`
    UPDATE "SearchCount" AS c SET "count" = c."count" + asked."times"
    FROM (SELECT "words", sum("times")::int AS "times" FROM unnest(${words}::text[], ${times}::int[]) AS a("words", "times")
      GROUP BY "words") AS asked
    WHERE c."day" = ${today()}::date AND c."words" = asked."words"`;
}
