import "server-only";
import { toDay } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import type { Viewer } from "@/lib/core/roles";
import { minimumForMean, priorWeight } from "@/lib/reviews/rules";
import { getPublishedSolution } from "@/lib/solutions/queries";
import {
  correctTerms,
  parseQuestion,
  type SearchResult,
  type SearchRow,
  type Term,
  toListed,
  toQuestion,
  toResult,
} from "./rules";
import { type Facet, facetValues, isSlug, type SearchFilters } from "./schema";

/**
 * Published solutions for a question and choices: within a facet any of the choices, across facets
 * all of them; each facet counts what the question and the other facets leave. A word finds what
 * full text finds in Dutch and every compound it is part of. Only if nothing has all the words, typing
 * errors are corrected and most of the words will do. One statement, or three with correction.
 */
export async function searchSolutions(viewer: Viewer, filters: SearchFilters): Promise<SearchResult> {
  const terms = parseQuestion(filters.q);
  const asked = await runSearch(filters, terms, "all");
  if (asked.found > 0 || !terms.some(({ isExcluded }) => !isExcluded))
    return toResult(viewer, filters, asked);
  const corrected = correctTerms(terms, asked.known ?? [], await listVocabulary());
  const near = await runSearch(filters, corrected, "most");
  const question = toQuestion(corrected);
  return {
    ...toResult(viewer, filters, near),
    corrected: near.found > 0 && question !== toQuestion(terms) ? question : null,
    isPartial: near.found > 0 && near.hits < corrected.filter(({ isExcluded }) => !isExcluded).length,
  };
}

/** One published solution for the public API, its counts as far as this viewer may know them; or null. */
export async function findPublished(viewer: Viewer, slug: string) {
  const solution = isSlug(slug) ? await getPublishedSolution(slug) : null;
  if (!solution) return null;
  const confirmedOn = solution.confirmedOn && toDay(solution.confirmedOn);
  return { solution, listed: toListed(viewer, { ...solution, confirmedOn }) };
}

async function runSearch(filters: SearchFilters, terms: Term[], need: "all" | "most"): Promise<SearchRow> {
  const [row] = await database().$queryRaw<SearchRow[]>(Prisma.sql`
    WITH found AS MATERIALIZED (${foundBy(filters, terms, need)}),
    best AS MATERIALIZED (SELECT * FROM found WHERE "hits" = (SELECT max("hits") FROM found)),
    chosen AS (SELECT * FROM best f WHERE ${chosenIn(filters)}),
    counted AS (${Prisma.join(
      [
        countFacet("thema", Prisma.sql`f."theme"`, filters),
        countFacet("soort", Prisma.sql`f."kind"`, filters),
        countFacet("fase", Prisma.sql`f."phase"`, filters),
        countProviders(filters),
      ],
      " UNION ALL ",
    )}),
    listed AS (${listItems(filters, terms)})
    SELECT (SELECT count(*) FROM best)::int AS "found",
      (SELECT coalesce(max("hits"), 0) FROM best)::int AS "hits",
      (SELECT count(*) FROM chosen)::int AS "total",
      (SELECT count(*) FROM "Gemeente" WHERE "validTo" IS NULL)::int AS "gemeenten",
      (SELECT coalesce(jsonb_agg(counted), '[]') FROM counted) AS "facets",
      (SELECT coalesce(jsonb_agg(listed), '[]') FROM listed) AS "items",
      CASE WHEN NOT EXISTS (SELECT 1 FROM found) THEN ${knownTerms(terms)} END AS "known"`);
  if (!row) throw new Error("a search always answers one row");
  return row;
}

/** Published solutions that the words find, with the number of words that each has. */
function foundBy(filters: SearchFilters, terms: Term[], need: "all" | "most"): Prisma.Sql {
  const wanted = terms.filter(({ isExcluded }) => !isExcluded).map(matches);
  const unwanted = terms
    .filter(({ isExcluded }) => isExcluded)
    .map((term) => Prisma.sql`NOT ${matches(term)}`);
  const words =
    wanted.length > 0 ? [Prisma.sql`(${Prisma.join(wanted, need === "all" ? " AND " : " OR ")})`] : [];
  // A question without a single letter or digit asks for nothing that exists.
  const nothing = filters.q !== "" && terms.length === 0 ? [Prisma.sql`false`] : [];
  const hits =
    need === "all" || wanted.length === 0
      ? Prisma.sql`${wanted.length}::int`
      : Prisma.join(
          wanted.map((match) => Prisma.sql`${match}::int`),
          " + ",
        );
  const conditions = [Prisma.sql`s."publication" = 'PUBLISHED'`, ...words, ...unwanted, ...nothing];
  return Prisma.sql`
    SELECT s."id", s."theme", s."kind", s."phase", s."providerId", ${hits} AS "hits"
    FROM "Solution" s WHERE ${Prisma.join(conditions, " AND ")}`;
}

/**
 * Full text (stems, all fields), or the word or its stem inside a longer word of name, keywords or
 * summary, which is how Dutch makes compounds. One or two letters count only as a whole word; a word
 * without meaning ("de") is in everything.
 */
function matches({ text, isPhrase }: Term): Prisma.Sql {
  const plain = Prisma.sql`f_unaccent(${text})`;
  if (isPhrase) {
    return Prisma.sql`(s."search" @@ phraseto_tsquery('dutch', ${plain}) OR s."searchText" LIKE ${inside(plain)})`;
  }
  const alternatives = [
    Prisma.sql`s."search" @@ (plainto_tsquery('dutch', ${plain}) || plainto_tsquery('simple', ${plain}))`,
    Prisma.sql`numnode(plainto_tsquery('dutch', ${plain})) = 0`,
  ];
  if (text.length >= 3) alternatives.push(Prisma.sql`s."searchText" LIKE ${inside(plain)}`);
  if (text.length >= 5) alternatives.push(Prisma.sql`s."searchText" LIKE ${inside(stem(plain))}`);
  return Prisma.sql`(${Prisma.join(alternatives, " OR ")})`;
}

/** A LIKE pattern for text somewhere inside; the signs that LIKE gives a meaning lose it. */
function inside(text: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`('%' || regexp_replace(lower(${text}), '([\\\\%_])', '\\\\\\1', 'g') || '%')`;
}

/** The stem of a word; a very short one ("zak" of zaken) would be found everywhere, so then the word itself. */
function stem(word: Prisma.Sql): Prisma.Sql {
  const stemmed = Prisma.sql`(ts_lexize('dutch_stem', lower(${word})))[1]`;
  return Prisma.sql`CASE WHEN length(${stemmed}) >= 4 THEN ${stemmed} ELSE ${word} END`;
}

function knownTerms(terms: Term[]): Prisma.Sql {
  const wanted = terms.filter(({ isExcluded }) => !isExcluded);
  if (wanted.length === 0) return Prisma.sql`ARRAY[]::boolean[]`;
  const exists = wanted.map(
    (term) =>
      Prisma.sql`EXISTS (SELECT 1 FROM "Solution" s WHERE s."publication" = 'PUBLISHED' AND ${matches(term)})`,
  );
  return Prisma.sql`ARRAY[${Prisma.join(exists)}]`;
}

const all = Prisma.sql`true`;

/** What was chosen in every facet, or in every facet but one. */
function chosenIn(filters: SearchFilters, except?: Facet): Prisma.Sql {
  const conditions: Record<Facet, Prisma.Sql> = {
    thema: isOneOf("theme", valuesOf("thema", filters)),
    soort: isOneOf("kind", valuesOf("soort", filters)),
    fase: isOneOf("phase", valuesOf("fase", filters)),
    aanbieder:
      filters.aanbieder.length === 0
        ? all
        : Prisma.sql`f."providerId" IN (SELECT "id" FROM "Organisation" WHERE "slug" = ANY(${filters.aanbieder}))`,
  };
  const wanted = (Object.keys(conditions) as Facet[]).filter((facet) => facet !== except);
  return Prisma.join(
    wanted.map((facet) => conditions[facet]),
    " AND ",
  );
}

function valuesOf(facet: keyof typeof facetValues, filters: SearchFilters): string[] {
  return filters[facet].flatMap((word) => facetValues[facet].get(word) ?? []);
}

function isOneOf(column: "theme" | "kind" | "phase", values: string[]): Prisma.Sql {
  return values.length === 0 ? all : Prisma.sql`f.${Prisma.raw(`"${column}"`)}::text = ANY(${values})`;
}

function countFacet(facet: Facet, column: Prisma.Sql, filters: SearchFilters): Prisma.Sql {
  return Prisma.sql`
    SELECT ${facet}::text AS "facet", ${column}::text AS "value", '' AS "label", count(*)::int AS "count"
    FROM best f WHERE ${chosenIn(filters, facet)} GROUP BY 2`;
}

/** Providers are named here, also one that was chosen and of which nothing is left. */
function countProviders(filters: SearchFilters): Prisma.Sql {
  return Prisma.sql`
    SELECT 'aanbieder' AS "facet", o."slug" AS "value", o."name" AS "label", count(f."id")::int AS "count"
    FROM "Organisation" o
    LEFT JOIN (SELECT * FROM best f WHERE ${chosenIn(filters, "aanbieder")}) f ON f."providerId" = o."id"
    WHERE f."id" IS NOT NULL OR o."slug" = ANY(${filters.aanbieder}) GROUP BY o."id"`;
}

/** Taking part, as far as it may show in an order that everybody sees: fewer than three is nobody. */
const participants = Prisma.sql`
  (CASE WHEN s."inUseCount" < 3 THEN 0 ELSE s."inUseCount" END + CASE WHEN s."joiningCount" < 3 THEN 0 ELSE s."joiningCount" END)`;
const isOver = Prisma.sql`(s."phase" IN ('RETIRED', 'STOPPED'))`;
const byUse = Prisma.sql`${isOver}, ${participants} DESC, s."reportedCount" DESC, s."name"`;

function listItems(filters: SearchFilters, terms: Term[]): Prisma.Sql {
  return Prisma.sql`
    SELECT s."slug", s."name", s."summary", s."kind", s."theme", s."layer", s."phase", s."obligation", s."providerId",
      jsonb_build_object('slug', o."slug", 'name', o."name") AS "provider", s."participationPublic",
      s."interestedCount", s."joiningCount", s."inUseCount", s."reportedCount", s."ratingCount", s."ratingSum",
      s."ratingWeight", s."isDemo", s."publishedAt", s."confirmedOn"
    FROM chosen c JOIN "Solution" s ON s."id" = c."id" JOIN "Organisation" o ON o."id" = s."providerId"
    ORDER BY ${orderOf(filters, terms)}, s."slug"
    LIMIT ${filters.pageSize} OFFSET ${(filters.page - 1) * filters.pageSize}`;
}

/**
 * The one place that decides what comes first. By relevance: the name that was typed in full, then
 * how many of the words are in the name, then what still exists before what has ended, then the
 * weight of the text in steps of a tenth (name 1, keywords and summary 0.4, provider, law and
 * standards 0.2, description 0.1), then how many gemeenten take part. By rating: the Bayesian mean
 * (prior weight 5, prior mean that of the catalogue; docs/domain.md, "Oordeel"), under three none.
 */
function orderOf({ sort, q }: SearchFilters, terms: Term[]): Prisma.Sql {
  const words = terms.filter(({ isExcluded }) => !isExcluded).map(({ text }) => text);
  switch (sort) {
    case "naam":
      return Prisma.sql`lower(f_unaccent(s."name"))`;
    case "nieuw":
      return Prisma.sql`s."publishedAt" DESC NULLS LAST, s."name"`;
    case "oordeel":
      return Prisma.sql`(s."ratingCount" >= ${minimumForMean}) DESC, (${priorWeight} * (SELECT sum("ratingSum") / nullif(sum("ratingWeight"), 0)
        FROM "Solution" WHERE "publication" = 'PUBLISHED') + s."ratingSum") / (${priorWeight} + s."ratingWeight") DESC, ${byUse}`;
    case "gebruik":
      return byUse;
    default:
      return words.length === 0 ? byUse : byRelevance(q, words);
  }
}

function byRelevance(question: string, words: string[]): Prisma.Sql {
  const name = Prisma.sql`lower(f_unaccent(s."name"))`;
  const whole = Prisma.sql`lower(f_unaccent(${question}))`;
  const inName = words.map((word) => Prisma.sql`(position(lower(f_unaccent(${word})) IN ${name}) > 0)::int`);
  const query = Prisma.sql`websearch_to_tsquery('dutch', f_unaccent(${words.join(" or ")}))`;
  return Prisma.sql`(${name} = ${whole} OR s."slug" = ${whole}) DESC, ${Prisma.join(inName, " + ")} DESC, ${isOver},
    round(ts_rank('{0.1, 0.2, 0.4, 1}', s."search", ${query})::numeric, 1) DESC, ${participants} DESC, s."name"`;
}

let vocabulary: { words: string[]; until: number } | null = null;

/** Every word of four letters or more in what is published; remembered for a minute, typing errors can wait. */
async function listVocabulary(): Promise<string[]> {
  if (vocabulary && vocabulary.until > Date.now()) return vocabulary.words;
  const rows = await database().$queryRaw<{ word: string }[]>(Prisma.sql`
    SELECT DISTINCT w AS "word" FROM "Solution" s, regexp_split_to_table(
      lower(s."name" || ' ' || array_to_string(s."keywords", ' ') || ' ' || s."summary"), '[^[:alnum:]]+') AS w
    WHERE s."publication" = 'PUBLISHED' AND length(w) >= 4 ORDER BY 1`);
  vocabulary = { words: rows.map(({ word }) => word), until: Date.now() + 60_000 };
  return vocabulary.words;
}
