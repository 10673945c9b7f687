import "server-only";
import { today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { type Viewer, visitor } from "@/lib/core/roles";
import type { Totals } from "../counts/queries";
import { noChoices } from "../facets/schema";
import type { Term } from "../question/rules";
import type { FacetRow, SearchRow } from "../rules";
import type { SearchFilters, Sort } from "../schema";
import type { AskedTerm } from "../words/rules";
import { classify, countFacets } from "./facets/queries";
import { indexedOrderOf, likeMine, orderOf } from "./order/queries";
import { listAsked, scoreNothing, scoreWords } from "./words/queries";

// The one statement of a search. Values are parameters, lists are arrays: whatever is asked, the text
// of the statement is one of a few, and each is prepared once.

/** At which state of the catalogue something was read; see the table CatalogueVersion. */
export type Versions = { words: string; counts: string; synonyms: string };

export type Question = {
  filters: SearchFilters;
  terms: readonly Term[];
  asked: readonly AskedTerm[];
  /** Stems that nothing found may have. */
  excluded: readonly string[];
  /** Is what fits the choices enough? Then no facet counts what would fit without a choice in itself. */
  isNarrow: boolean;
};

type Answer = SearchRow & { versions: Versions };

/** Everything about one question in one statement: what is found, the counts of all facets, one page of items. */
export async function runSearch(viewer: Viewer, question: Question, totals: Totals): Promise<Answer> {
  const { filters, asked, terms, excluded, isNarrow } = question;
  const hasWords = asked.length > 0;
  const sort = sortOf(filters, hasWords);
  const day = today();
  return readOne(Prisma.sql`
    WITH ${listAsked(asked)},
    ${likeMine(viewer)},
    ${hasWords ? scoreWords(asked.length, totals.published) : scoreNothing},
    classified AS MATERIALIZED (${classify({ choices: filters, terms, excluded, day, hasWords, isNarrow })}),
    page AS (
      SELECT "id", "likeMine", row_number() OVER () AS "place" FROM (
        SELECT r."id", r."likeMine" FROM classified r WHERE r."fail" = 0 ORDER BY ${orderOf(sort, { question: filters.q, priorMean: totals.priorMean, day })}
        LIMIT ${filters.pageSize} OFFSET ${(filters.page - 1) * filters.pageSize}) AS ordered),
    listed AS (${listItems(hasWords)}),
    counted AS (${countFacets()})
    SELECT (SELECT count(*) FROM found)::int AS "found",
      (SELECT coalesce(max("hits"), 0) FROM classified)::int AS "hits",
      (SELECT count(*) FROM classified WHERE "fail" = 0)::int AS "total",
      ${facetsAsJson}, ${itemsAsJson}, ${circumstances},
      (SELECT coalesce(jsonb_agg("term"), '[]') FROM rare) AS "met"`);
}

/**
 * A page of the whole catalogue. The usual orders are read from the front of an index: then nothing is
 * scanned, sorted or counted, except how many like mine use things, for who is of a gemeente. What is
 * counted over everything is remembered, so the caller adds it.
 */
export async function runWholeCatalogue(
  viewer: Viewer,
  filters: SearchFilters,
  totals: Totals,
): Promise<Answer> {
  const sort = sortOf(filters, false);
  const order =
    indexedOrderOf(sort) ?? orderOf(sort, { question: "", priorMean: totals.priorMean, day: today() });
  return readOne(Prisma.sql`
    WITH asked AS (SELECT NULL::text AS "stem" WHERE false),
    ${likeMine(viewer)},
    page AS (
      SELECT ordered."id", m."size" AS "likeMine", "place" FROM (
        SELECT "id", row_number() OVER () AS "place" FROM (
          SELECT r."id" FROM ${indexedOrderOf(sort) ? Prisma.sql`"Solution" r` : solutionsLikeMine} WHERE r."publication" = 'PUBLISHED'
          ORDER BY ${order} LIMIT ${filters.pageSize} OFFSET ${(filters.page - 1) * filters.pageSize}) AS r) AS ordered
      LEFT JOIN like_mine m ON m."solutionId" = ordered."id"),
    listed AS (${listItems(false)}),
    counted AS (
      SELECT 'gebruikt' AS "facet", v."value", '' AS "label", count(*)::int AS "count"
      FROM like_mine m JOIN "Solution" s ON s."id" = m."solutionId" AND s."publication" = 'PUBLISHED',
        LATERAL (VALUES ('mijn-grootteklasse', m."size"), ('mijn-provincie', m."province")) AS v("value", "users")
      WHERE v."users" > 0 GROUP BY 2)
    SELECT 0 AS "found", 0 AS "hits", 0 AS "total", ${facetsAsJson}, ${itemsAsJson}, ${circumstances}, '[]'::jsonb AS "met"`);
}

const solutionsLikeMine = Prisma.sql`
  (SELECT s.*, m."size" AS "likeMine" FROM "Solution" s LEFT JOIN like_mine m ON m."solutionId" = s."id") AS r`;

/** After the first moment, up to and with the second; without a second up to now. */
export type Period = { since: Date; until?: Date };

/** How many of what a question finds were published in a period. */
export async function runCountPublished(
  viewer: Viewer,
  { filters, asked, terms, excluded, isNarrow }: Question,
  totals: Totals,
  { since, until }: Period,
): Promise<number> {
  const hasWords = asked.length > 0;
  const [row] = await database().$queryRaw<{ count: number }[]>(Prisma.sql`
    WITH ${listAsked(asked)}, ${likeMine(viewer)}, ${hasWords ? scoreWords(asked.length, totals.published) : scoreNothing},
    classified AS (${classify({ choices: filters, terms, excluded, day: today(), hasWords, isNarrow })})
    SELECT count(*)::int AS "count" FROM classified
    WHERE "publishedAt" > ${since} AND "publishedAt" <= coalesce(${until ?? null}::timestamptz, 'infinity')`);
  return row?.count ?? 0;
}

/** The counts of every facet over the whole catalogue, for who is of no gemeente. */
export async function countCatalogue(): Promise<FacetRow[]> {
  const day = today();
  const nothing = { choices: noChoices, terms: [], excluded: [], day, hasWords: false, isNarrow: false };
  const { facets } = await readOne(Prisma.sql`
    WITH ${likeMine(visitor)}, ${scoreNothing}, classified AS MATERIALIZED (${classify(nothing)}), counted AS (${countFacets()})
    SELECT ${facetsAsJson}`);
  return facets;
}

async function readOne(sql: Prisma.Sql): Promise<Answer> {
  const [row] = await database().$queryRaw<Answer[]>(sql);
  if (!row) throw new Error("a search always answers one row");
  return row;
}

function sortOf({ sort }: SearchFilters, hasWords: boolean): Sort {
  const chosen = sort ?? "relevantie";
  return chosen === "relevantie" && !hasWords ? "gebruik" : chosen;
}

const facetsAsJson = Prisma.sql`(SELECT coalesce(jsonb_agg(counted), '[]') FROM counted) AS "facets"`;
const itemsAsJson = Prisma.sql`(SELECT coalesce(jsonb_agg(to_jsonb(listed) ORDER BY listed."place"), '[]') FROM listed) AS "items"`;
const circumstances = Prisma.sql`
  (SELECT count(*) FROM "Gemeente" WHERE "validTo" IS NULL)::int AS "gemeenten",
  (SELECT jsonb_build_object('words', "words"::text, 'counts', "counts"::text, 'synonyms', "synonyms"::text)
    FROM "CatalogueVersion") AS "versions"`;

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
