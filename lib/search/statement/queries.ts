import "server-only";
import { runStatement } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import type { Viewer } from "@/lib/core/roles";
import { type Changes, changesAsJson } from "../catalogue/queries";
import type { Term } from "../question/rules";
import type { FacetRow, SearchRow } from "../rules";
import type { SearchFilters, Sort } from "../schema";
import type { AskedTerm } from "../words/rules";
import { likeMine } from "./like-mine/queries";

// The one statement of a search: the items of a page, and what changed since what the page was made of.
// Values are parameters, lists are arrays: the text of the statement is one of a few, each prepared once.

/** At which state of the catalogue something was read; see the table CatalogueVersion. */
export type Versions = { words: string; synonyms: string };

export type Page = Pick<SearchRow, "items" | "gemeenten"> & { versions: Versions; changes: Changes };

/** These solutions, in this order, with the words in them that met the question. */
export async function runPage(
  solutions: readonly { id: string; likeMine: number | null }[],
  asked: readonly AskedTerm[],
): Promise<Page> {
  const ids = solutions.map(({ id }) => id);
  const users = solutions.map((solution) => solution.likeMine);
  return readOne(Prisma.sql`
    WITH page AS (
      SELECT * FROM unnest(${ids}::uuid[], ${users}::int[]) WITH ORDINALITY AS p("id", "likeMine", "place")),
    listed AS (${listItems(asked)})
    SELECT ${itemsAsJson}, ${circumstances()}`);
}

/** The orders that an index of the whole catalogue has, in its own words; null for the others. */
function indexedOrderOf(sort: Sort | null): Prisma.Sql | null {
  switch (sort) {
    case null:
    case "relevantie":
    case "gebruik":
      return Prisma.sql`(r."phase" IN ('RETIRED', 'STOPPED')), ${participants} DESC, r."reportedCount" DESC, r."name", r."id"`;
    case "naam":
      return Prisma.sql`lower(f_unaccent(r."name")), r."id"`;
    case "nieuw":
      return Prisma.sql`r."publishedAt" DESC, r."name"`;
    default:
      return null;
  }
}

/** As lib/search/order has it. */
const participants = Prisma.sql`(CASE WHEN r."inUseCount" < 3 THEN 0 ELSE r."inUseCount" END + CASE WHEN r."joiningCount" < 3 THEN 0 ELSE r."joiningCount" END)`;

/**
 * A page of the whole catalogue, read from the front of an index, with how many like mine use things; null
 * when no index has the order. What is counted over everything is remembered, so the caller adds it.
 */
export async function runWholeCatalogue(
  viewer: Viewer,
  { sort, page, pageSize }: SearchFilters,
): Promise<(Page & { facets: FacetRow[] }) | null> {
  const order = indexedOrderOf(sort);
  if (!order) return null;
  return readOne(Prisma.sql`
    WITH ${likeMine(viewer)},
    page AS (
      SELECT ordered."id", m."size" AS "likeMine", "place" FROM (
        SELECT "id", row_number() OVER () AS "place" FROM (
          SELECT r."id" FROM "Solution" r WHERE r."publication" = 'PUBLISHED'
          ORDER BY ${order} LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}) AS r) AS ordered
      LEFT JOIN like_mine m ON m."solutionId" = ordered."id"),
    listed AS (${listItems([])}),
    counted AS (
      SELECT 'gebruikt' AS "facet", v."value", '' AS "label", count(*)::int AS "count"
      FROM like_mine m JOIN "Solution" s ON s."id" = m."solutionId" AND s."publication" = 'PUBLISHED',
        LATERAL (VALUES ('mijn-grootteklasse', m."size"), ('mijn-provincie', m."province")) AS v("value", "users")
      WHERE v."users" > 0 GROUP BY 2)
    SELECT (SELECT coalesce(jsonb_agg(counted), '[]') FROM counted) AS "facets", ${itemsAsJson}, ${circumstances()}`);
}

async function readOne<T>(sql: Prisma.Sql): Promise<T> {
  const [row] = await runStatement<T>(sql);
  if (!row) throw new Error("a search always answers one row");
  return row;
}

export const itemsAsJson = Prisma.sql`(SELECT coalesce(jsonb_agg(to_jsonb(listed) ORDER BY listed."place"), '[]') FROM listed) AS "items"`;
const circumstances = () => Prisma.sql`
  (SELECT count(*) FROM "Gemeente" WHERE "validTo" IS NULL)::int AS "gemeenten",
  (SELECT jsonb_build_object('words', "words"::text, 'synonyms', "synonyms"::text) FROM "CatalogueVersion") AS "versions",
  ${changesAsJson()}`;

export function listItems(asked: readonly AskedTerm[]): Prisma.Sql {
  const stems = asked.flatMap(({ alternatives }) => alternatives.flatMap((alternative) => alternative.stems));
  return Prisma.sql`
    SELECT p."place", p."likeMine", s."slug", s."name", s."summary", s."kind", s."theme", s."layer", s."phase", s."obligation",
      s."providerId", jsonb_build_object('slug', o."slug", 'name', o."name") AS "provider", s."participationPublic",
      s."interestedCount", s."joiningCount", s."inUseCount", s."reportedCount", s."ratingCount", s."ratingSum",
      s."ratingWeight", s."isDemo", s."publishedAt", s."confirmedOn",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('word', w."word", 'stem', w."stem") ORDER BY w."word"), '[]')
        FROM "SolutionWord" w WHERE w."solutionId" = s."id" AND w."stem" = ANY(${[...new Set(stems)]}::text[])) AS "matched",
      CASE WHEN ${asked.length > 0}::boolean THEN jsonb_build_array(array_to_string(s."keywords", ', '), s."audience", s."description",
        concat_ws(', ', s."providerLabel", s."legalBasis", array_to_string(s."standards", ', '))) ELSE '[]' END AS "texts"
    FROM page p JOIN "Solution" s ON s."id" = p."id" AND s."publication" = 'PUBLISHED' JOIN "Organisation" o ON o."id" = s."providerId"`;
}

/**
 * What agrees with the phrases of a question: those that are asked stand somewhere as they were typed,
 * those that are excluded nowhere. Null when it has no phrase.
 */
export async function readAgreeing(terms: readonly Term[]): Promise<ReadonlySet<string> | null> {
  const phrases = terms.filter(({ isPhrase }) => isPhrase);
  if (phrases.length === 0) return null;
  const rows = await runStatement<{ id: string }>(Prisma.sql`
    SELECT s."id" FROM "Solution" s
    WHERE s."publication" = 'PUBLISHED' AND NOT EXISTS (
      SELECT FROM unnest(${phrases.map(({ text }) => text)}::text[], ${phrases.map(({ isExcluded }) => isExcluded)}::boolean[])
        AS p("phrase", "isExcluded")
      WHERE (position(lower(f_unaccent(p."phrase")) IN lower(f_unaccent(concat_ws(' ', s."name", array_to_string(s."keywords", ' '),
        s."summary", s."audience", s."description", s."providerLabel", s."legalBasis", array_to_string(s."standards", ' '))))) > 0)
        = p."isExcluded")`);
  return new Set(rows.map(({ id }) => id));
}
