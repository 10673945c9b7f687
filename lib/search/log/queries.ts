import "server-only";
import { database } from "@/lib/core/db";
import type { Viewer } from "@/lib/core/roles";
import { canEditSynonyms } from "../synonyms/policy";

/** How long a count is kept. */
export const keptDays = 90;

/** Asked less often, it may be one person's question, and is not shown. */
export const fewestAsked = 3;

export type UnansweredQuestion = { words: string; count: number; lastDay: Date };

const most = 50;

/** What was asked at least three times in three months and found nothing, most asked first; for who keeps the words. */
export async function listUnanswered(viewer: Viewer): Promise<UnansweredQuestion[]> {
  if (!canEditSynonyms(viewer)) return [];
  return database().$queryRaw<UnansweredQuestion[]>`
    SELECT "words", sum("count")::int AS "count", max("day") AS "lastDay" FROM "SearchCount"
    WHERE "found" = 0 AND "day" >= today_here() - ${keptDays}::int
    GROUP BY "words" HAVING sum("count") >= ${fewestAsked} ORDER BY 2 DESC, 3 DESC, 1 LIMIT ${most}`;
}
