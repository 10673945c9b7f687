import "server-only";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { cutoffOf, listWordWeights, ranking } from "../../rules";
import type { AskedTerm } from "../../words/rules";

/** A row for every stem of an alternative of a term. */
export function listAsked(asked: readonly AskedTerm[]): Prisma.Sql {
  const rows = asked.flatMap(({ alternatives }, term) =>
    alternatives.flatMap(({ stems, factor }, alternative) =>
      [...new Set(stems)].map((stem, _, all) => ({ term, alternative, stems: all.length, stem, factor })),
    ),
  );
  const column = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key]);
  return Prisma.sql`asked AS (SELECT * FROM unnest(${column("term")}::int[], ${column("alternative")}::int[],
    ${column("stems")}::int[], ${column("stem")}::text[], ${column("factor")}::float8[])
    AS a("term", "alternative", "stems", "stem", "factor"))`;
}

/**
 * What each solution is worth for the words: `found` has what is worth enough. An alternative counts
 * when all its stems are met, a term by its best alternative and a little by the others; a term that few
 * of the `published` solutions meet weighs more (inverse document frequency).
 */
export function scoreWords(terms: number, published: number): Prisma.Sql {
  return Prisma.sql`
    met AS (
      SELECT w."solutionId", a."term", a."alternative", a."stems", w."stem",
        max(a."factor" * (${listWordWeights()}::float8[])[w."fields"]) AS "worth"
      FROM asked a JOIN "SolutionWord" w ON w."stem" = a."stem"
      GROUP BY w."solutionId", a."term", a."alternative", a."stems", w."stem"),
    hit AS MATERIALIZED (
      SELECT "solutionId", "term", max("worth") + ${ranking.further}::float8 * (sum("worth") - max("worth")) AS "worth" FROM (
        SELECT "solutionId", "term", avg("worth") AS "worth" FROM met
        GROUP BY "solutionId", "term", "alternative", "stems" HAVING count(*) = "stems") AS whole
      GROUP BY "solutionId", "term"),
    rare AS MATERIALIZED (
      SELECT "term", ln(1 + (greatest(${published}::int - count(*), 0) + 0.5) / (count(*) + 0.5)) AS "weight"
      FROM (SELECT "term", "worth", max("worth") OVER (PARTITION BY "term") AS "best" FROM hit) AS hits
      WHERE "worth" >= ${ranking.wellMet}::float8 * "best" GROUP BY "term"),
    scored AS MATERIALIZED (
      SELECT hit."solutionId" AS "id", count(*)::int AS "hits",
        sum(hit."worth" * rare."weight") / (SELECT sum("weight") FROM rare)
          * power(count(*)::float8 / (SELECT count(*) FROM rare), ${ranking.coverage}::float8) AS "text"
      FROM hit JOIN rare ON rare."term" = hit."term" GROUP BY hit."solutionId"),
    found AS (
      SELECT * FROM scored WHERE "text" >= ${cutoffOf(terms)}::float8 * (SELECT max("text") FROM scored))`;
}

/** Without words everything that is published is found, and alike. */
export const scoreNothing = Prisma.sql`
    rare AS (SELECT NULL::int AS "term" WHERE false),
    found AS (SELECT "id" FROM "Solution" WHERE "publication" = 'PUBLISHED')`;
