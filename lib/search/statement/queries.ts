import "server-only";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import type { Viewer } from "@/lib/core/roles";
import { splitWords, type Term } from "../question/rules";
import { cutoffOf, listWordWeights, ranking, type SearchRow } from "../rules";
import type { SearchFilters } from "../schema";
import type { Versions } from "../words/queries";
import type { AskedTerm } from "../words/rules";
import { classify, countFacets } from "./facets/queries";
import { keysOf, likeMine } from "./order/queries";

// The one statement of a search. Values are parameters, lists are arrays: whatever is asked, the text
// of the statement is one of a few, and each is prepared once.

export type Question = {
  filters: SearchFilters;
  terms: readonly Term[];
  asked: readonly AskedTerm[];
  /** Stems that nothing found may have. */
  excluded: readonly string[];
};

/** Everything about one question in one statement: what is found, the counts of all facets, one page of items. */
export async function runSearch(
  viewer: Viewer,
  question: Question,
): Promise<SearchRow & { versions: Versions }> {
  const { filters, asked } = question;
  const [row] = await database().$queryRaw<(SearchRow & { versions: Versions })[]>(Prisma.sql`
    WITH ${listAsked(asked)},
    ${likeMine(viewer)},
    ${asked.length > 0 ? scoreWords(asked.length) : scoreNothing(filters)},
    classified AS MATERIALIZED (${classify(question, keysOf(filters, asked.length > 0))}),
    chosen AS (SELECT * FROM classified WHERE "fail" = 0),
    page AS (
      SELECT "id", "likeMine", row_number() OVER () AS "place" FROM (
        SELECT "id", "likeMine" FROM chosen ORDER BY "first" DESC, "second" DESC, "third" DESC, "name", "id"
        LIMIT ${filters.pageSize} OFFSET ${(filters.page - 1) * filters.pageSize}) AS ordered),
    listed AS (${listItems(asked.length > 0)}),
    counted AS (${countFacets()})
    SELECT (SELECT count(*) FROM classified)::int AS "found",
      (SELECT coalesce(max("hits"), 0) FROM classified)::int AS "hits",
      (SELECT count(*) FROM chosen)::int AS "total",
      (SELECT count(*) FROM "Gemeente" WHERE "validTo" IS NULL)::int AS "gemeenten",
      (SELECT coalesce(jsonb_agg(counted), '[]') FROM counted) AS "facets",
      (SELECT coalesce(jsonb_agg(to_jsonb(listed) ORDER BY listed."place"), '[]') FROM listed) AS "items",
      (SELECT coalesce(jsonb_agg("term"), '[]') FROM rare) AS "met",
      (SELECT jsonb_build_object('words', "words"::text, 'synonyms', "synonyms"::text) FROM "CatalogueVersion") AS "versions"`);
  if (!row) throw new Error("a search always answers one row");
  return row;
}

/** A row for every stem of an alternative of a term. */
function listAsked(asked: readonly AskedTerm[]): Prisma.Sql {
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
 * What each solution is worth for the words. An alternative counts when all its parts are met, a term
 * by its best alternative; a term that few solutions meet weighs more (inverse document frequency).
 */
function scoreWords(terms: number): Prisma.Sql {
  return Prisma.sql`
    met AS (
      SELECT w."solutionId", a."term", a."alternative", a."stems", w."stem",
        max(a."factor" * (${listWordWeights()}::float8[])[w."fields"]) AS "worth"
      FROM asked a JOIN "SolutionWord" w ON w."stem" = a."stem"
      GROUP BY w."solutionId", a."term", a."alternative", a."stems", w."stem"),
    hit AS (
      SELECT "solutionId", "term", max("worth") + ${ranking.further}::float8 * (sum("worth") - max("worth")) AS "worth" FROM (
        SELECT "solutionId", "term", avg("worth") AS "worth" FROM met
        GROUP BY "solutionId", "term", "alternative", "stems" HAVING count(*) = "stems") AS whole
      GROUP BY "solutionId", "term"),
    rare AS (
      SELECT "term", ln(1 + (greatest(n."total" - count(*), 0) + 0.5) / (count(*) + 0.5)) AS "weight"
      FROM (SELECT "term", "worth", max("worth") OVER (PARTITION BY "term") AS "best" FROM hit) AS hits,
        (SELECT count(*) AS "total" FROM "Solution" WHERE "publication" = 'PUBLISHED') AS n
      WHERE "worth" >= ${ranking.wellMet}::float8 * "best" GROUP BY "term", n."total"),
    scored AS (
      SELECT hit."solutionId" AS "id", count(*)::int AS "hits",
        sum(hit."worth" * rare."weight") / (SELECT sum("weight") FROM rare)
          * power(count(*)::float8 / (SELECT count(*) FROM rare), ${ranking.coverage}::float8) AS "text"
      FROM hit JOIN rare ON rare."term" = hit."term" GROUP BY hit."solutionId"),
    found AS MATERIALIZED (
      SELECT * FROM scored WHERE "text" >= ${cutoffOf(terms)}::float8 * (SELECT max("text") FROM scored))`;
}

/** Without words everything that is published is found, and alike; a question of signs alone finds nothing. */
function scoreNothing({ q }: SearchFilters): Prisma.Sql {
  return Prisma.sql`
    rare AS (SELECT NULL::int AS "term" WHERE false),
    found AS MATERIALIZED (
      SELECT "id", 0 AS "hits", 0::float8 AS "text" FROM "Solution"
      WHERE "publication" = 'PUBLISHED' AND NOT ${q !== "" && splitWords(q).length === 0}::boolean)`;
}

function listItems(hasWords: boolean): Prisma.Sql {
  return Prisma.sql`
    SELECT p."place", p."likeMine", s."slug", s."name", s."summary", s."kind", s."theme", s."layer", s."phase", s."obligation",
      s."providerId", jsonb_build_object('slug', o."slug", 'name', o."name") AS "provider", s."participationPublic",
      s."interestedCount", s."joiningCount", s."inUseCount", s."reportedCount", s."ratingCount", s."ratingSum",
      s."ratingWeight", s."isDemo", s."publishedAt", s."confirmedOn",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('word', w."word", 'stem', w."stem")), '[]')
        FROM "SolutionWord" w WHERE w."solutionId" = s."id" AND w."stem" IN (SELECT "stem" FROM asked)) AS "matched",
      CASE WHEN ${hasWords}::boolean THEN jsonb_build_array(array_to_string(s."keywords", ', '), s."audience", s."description",
        concat_ws(', ', s."providerLabel", s."legalBasis", array_to_string(s."standards", ', '))) ELSE '[]' END AS "texts"
    FROM page p JOIN "Solution" s ON s."id" = p."id" JOIN "Organisation" o ON o."id" = s."providerId"`;
}
