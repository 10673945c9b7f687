import "server-only";
import { toDate, today } from "@/lib/core/dates";
import { runStatement } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { fold } from "@/lib/core/text";
import { minimumForMean, priorWeight } from "@/lib/reviews/rules";
import { getCurrentCatalogue } from "../catalogue/queries";
import { totalsOf } from "../counts/rules";
import { type Facet, facets, facetValues, isFixed } from "../facets/schema";
import { toWords } from "../queries";
import { parseQuestion } from "../question/rules";
import { cutoffOf, type FacetRow, listWordWeights, ranking } from "../rules";
import type { SearchFilters, Sort } from "../schema";
import { itemsAsJson, listItems } from "../statement/queries";
import type { AskedTerm } from "../words/rules";

// The search of a visitor as one SQL statement that does everything: weighs the words, judges and counts the facets,
// orders, and reads the items of the page. The site does most of that in its own memory (docs/decisions/0034); tests
// compare the two answers, and the measurements their speed. Words of the question in the words of the catalogue are
// given to both. Without quoted phrases.

export type Reference = {
  found: number;
  hits: number;
  total: number;
  facets: FacetRow[];
  items: { slug: string }[];
  met: number[];
};

/** The answer of the statement. */
export async function searchByReference(filters: SearchFilters): Promise<Reference> {
  const [row] = await runStatement<Reference>(await toReference(filters));
  if (!row) throw new Error("a search always answers one row");
  return row;
}

/** The statement for a question and choices. */
export async function toReference(filters: SearchFilters): Promise<Prisma.Sql> {
  const { asked, excluded } = await toWords(parseQuestion(filters.q));
  const { published, priorMean } = totalsOf(await getCurrentCatalogue());
  const day = Prisma.sql`${toDate(today())}::date`;
  const chosen = filters.sort ?? "relevantie";
  const sort = chosen === "relevantie" && asked.length === 0 ? "gebruik" : chosen;
  return Prisma.sql`
    WITH ${listAsked(asked)}, ${asked.length > 0 ? scoreWords(asked.length, published) : scoreNothing},
    classified AS MATERIALIZED (${classify(filters, excluded, day)}),
    page AS (
      SELECT "id", NULL::int AS "likeMine", row_number() OVER () AS "place" FROM (
        SELECT r."id" FROM classified r WHERE r."fail" = 0 ORDER BY ${orderOf(sort, { question: filters.q, priorMean, day })}
        LIMIT ${filters.pageSize} OFFSET ${(filters.page - 1) * filters.pageSize}) AS ordered),
    listed AS (${listItems(asked)}),
    counted AS (${countFacets})
    SELECT (SELECT count(*) FROM found)::int AS "found", (SELECT coalesce(max("hits"), 0) FROM classified)::int AS "hits",
      (SELECT count(*) FROM classified WHERE "fail" = 0)::int AS "total",
      (SELECT coalesce(jsonb_agg(counted), '[]') FROM counted) AS "facets", ${itemsAsJson},
      (SELECT coalesce(jsonb_agg("term" ORDER BY "term"), '[]') FROM rare) AS "met"`;
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

/** `found`: what is worth enough for the words (lib/search/score); `rare`: the weight of each term that is met. */
function scoreWords(terms: number, published: number): Prisma.Sql {
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
    found AS (SELECT * FROM scored WHERE "text" >= ${cutoffOf(terms)}::float8 * (SELECT max("text") FROM scored))`;
}

/** Without words everything that is published is found, and alike. */
const scoreNothing = Prisma.sql`
  rare AS (SELECT NULL::int AS "term" WHERE false),
  found AS (SELECT "id", 0 AS "hits", 0::float8 AS "text" FROM "Solution" WHERE "publication" = 'PUBLISHED')`;

const counted = facets.filter((facet) => facet !== "gebruikt");
type Counted = Exclude<Facet, "gebruikt">;

/** The value of each facet in row `r`; what is like the reader's gemeente means nothing to a visitor. */
function codeOf(facet: Counted, day: Prisma.Sql): Prisma.Sql {
  switch (facet) {
    case "thema":
      return Prisma.sql`r."theme"::text`;
    case "soort":
      return Prisma.sql`r."kind"::text`;
    case "kosten":
      return Prisma.sql`r."priceModel"::text`;
    case "verplichting":
      return Prisma.sql`r."obligation"::text`;
    case "fase":
      return Prisma.sql`r."phase"::text`;
    case "laag":
      return Prisma.sql`r."layer"::text`;
    case "oordeel":
      return Prisma.sql`(CASE WHEN r."ratingCount" < ${minimumForMean}::int OR r."ratingWeight" = 0 THEN 'geen'
        WHEN r."ratingSum" / r."ratingWeight" >= 4 THEN 'vier-of-hoger'
        WHEN r."ratingSum" / r."ratingWeight" >= 3 THEN 'drie-tot-vier' ELSE 'onder-drie' END)`;
    case "aanbieder":
      return Prisma.sql`r."providerId"::text`;
    case "licentie":
      return Prisma.sql`coalesce(r."licence", '')`;
    case "actualiteit":
      return Prisma.sql`(CASE WHEN r."confirmedOn" IS NULL THEN 'niet-nagekeken'
        WHEN r."confirmedOn" > ${day} - interval '12 months' THEN 'nagekeken' ELSE 'verouderd' END)`;
  }
}

const columnOf = (facet: Counted) => Prisma.raw(`"${facet}"`);

/**
 * What is found, with what facets and order need. `fail` has a bit for every facet in which it is not what was
 * chosen: 0 is shown, one bit still counts for that facet itself, and the rest is left out here.
 */
function classify(filters: SearchFilters, excluded: readonly string[], day: Prisma.Sql): Prisma.Sql {
  const values = counted.map((facet) => Prisma.sql`${codeOf(facet, day)} AS ${columnOf(facet)}`);
  const failures = counted.map((facet, place) => {
    const words = filters[facet];
    return Prisma.sql`CASE WHEN ${words.length === 0}::boolean OR ${isChosen(facet, words)} THEN 0 ELSE ${2 ** place}::int END`;
  });
  return Prisma.sql`
    SELECT * FROM (
      SELECT *, (${Prisma.join(failures, " + ")}) AS "fail" FROM (
        SELECT r.*, ${Prisma.join(values)} FROM (
          SELECT f."hits", f."text", s.* FROM found f JOIN "Solution" s ON s."id" = f."id"
          WHERE s."publication" = 'PUBLISHED' AND (${excluded.length === 0}::boolean OR NOT EXISTS (
            SELECT FROM "SolutionWord" x WHERE x."solutionId" = s."id" AND x."stem" = ANY(${excluded}::text[])))) AS r) AS valued) AS judged
    WHERE "fail" & ("fail" - 1) = 0`;
}

function isChosen(facet: Counted, words: readonly string[]): Prisma.Sql {
  const value = columnOf(facet);
  if (facet === "licentie") return Prisma.sql`licence_word(${value}) = ANY(${words}::text[])`;
  if (facet === "aanbieder") {
    return Prisma.sql`${value} IN (SELECT "id"::text FROM "Organisation" WHERE "slug" = ANY(${words}::text[]))`;
  }
  const known = isFixed(facet) ? words.flatMap((word) => facetValues[facet].get(word) ?? []) : [];
  return Prisma.sql`coalesce(${value} = ANY(${known}::text[]), false)`;
}

const allColumns = Prisma.join(counted.map(columnOf));
const oneByOne = Prisma.join(counted.map((facet) => Prisma.sql`("fail", ${columnOf(facet)})`));

/** GROUPING() has a bit for every column that was not grouped by, the last column the lowest. */
const kinds = Prisma.join(
  counted.map((facet, place) => {
    const all = 2 ** counted.length - 1;
    return Prisma.sql`(${all - 2 ** (counted.length - 1 - place)}::int, ${facet}, ${2 ** place}::int)`;
  }),
);

/** All facets in one pass over what was found; turned into words after they were counted. */
const countFacets = Prisma.sql`
  SELECT v."facet", coalesce(o."slug", licence_word(v."licence"), v."value") AS "value",
    coalesce(o."name", licence_name(v."licence"), '') AS "label", sum(v."count")::int AS "count"
  FROM (
    SELECT k."facet", g."value", CASE WHEN k."facet" = 'licentie' THEN g."value" END AS "licence", sum(g."count") AS "count"
    FROM (
      SELECT GROUPING(${allColumns}) AS "grouping", "fail", coalesce(${allColumns}) AS "value", count(*) AS "count"
      FROM classified GROUP BY GROUPING SETS (${oneByOne})) AS g
    JOIN (VALUES ${kinds}) AS k("grouping", "facet", "bit") ON k."grouping" = g."grouping"
    WHERE g."fail" & ~k."bit" = 0 AND g."value" IS NOT NULL GROUP BY 1, 2) AS v
  LEFT JOIN "Organisation" o ON o."id" = CASE WHEN v."facet" = 'aanbieder' THEN v."value"::uuid END
  GROUP BY 1, 2, 3 ORDER BY 3, 2`;

type Circumstances = { question: string; priorMean: number; day: Prisma.Sql };

const exists = Prisma.sql`CASE WHEN r."phase" IN ('RETIRED', 'STOPPED') THEN 0 ELSE 1 END`;
const participants = Prisma.sql`(CASE WHEN r."inUseCount" < 3 THEN 0 ELSE r."inUseCount" END + CASE WHEN r."joiningCount" < 3 THEN 0 ELSE r."joiningCount" END)`;
const isRated = Prisma.sql`r."ratingCount" >= ${minimumForMean}::int`;

/** As lib/search/order has it. */
function orderOf(sort: Sort, circumstances: Circumstances): Prisma.Sql {
  const name = sort === "naam" ? Prisma.sql`lower(f_unaccent(r."name"))` : Prisma.sql`r."name"`;
  const keys = keysOf(sort, circumstances).map((key) => Prisma.sql`${key} DESC`);
  return Prisma.join([...keys, name, Prisma.sql`r."id"`]);
}

function keysOf(sort: Sort, { question, priorMean, day }: Circumstances): Prisma.Sql[] {
  const mean = Prisma.sql`(${priorWeight}::float8 * ${priorMean}::float8 + r."ratingSum") / (${priorWeight}::float8 + r."ratingWeight")`;
  switch (sort) {
    case "relevantie":
      return [isCalled(question), relevance(mean, day), participants];
    case "gebruik":
    case "vergelijkbaar":
      return [exists, participants, Prisma.sql`r."reportedCount"`];
    case "oordeel":
      return [Prisma.sql`(${isRated})::int`, mean, participants];
    case "nieuw":
      return [Prisma.sql`coalesce(extract(epoch FROM r."publishedAt"), 0)`];
    case "naam":
      return [];
  }
}

function isCalled(question: string): Prisma.Sql {
  const typed = fold(question);
  return Prisma.sql`(r."slug" = ${typed.replaceAll(" ", "-")} OR lower(r."name") IN (${typed}, ${question.toLowerCase()})
    OR position(${`(${typed})`} IN lower(r."name")) > 0)::int`;
}

function relevance(mean: Prisma.Sql, day: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`round((r."text"
    * (1 + ${ranking.use}::float8 * ln(1 + ${participants}) / ln(1000)
      + ${ranking.rating}::float8 * CASE WHEN ${isRated} THEN (${mean} - 3) / 2 ELSE 0 END
      + ${ranking.fresh}::float8 * CASE WHEN r."confirmedOn" IS NULL THEN 0
        WHEN r."confirmedOn" > ${day} - interval '12 months' THEN 1 ELSE -1 END)
    * CASE r."phase" WHEN 'RETIRED' THEN ${ranking.over}::float8 WHEN 'STOPPED' THEN ${ranking.over}::float8
      WHEN 'SUNSETTING' THEN ${ranking.sunsetting}::float8 ELSE 1 END)::numeric, 4)`;
}
