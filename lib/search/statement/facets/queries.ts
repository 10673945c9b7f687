import "server-only";
import { toDate } from "@/lib/core/dates";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { minimumForMean } from "@/lib/reviews/rules";
import { type Choices, type Facet, facets, facetValues, isFixed } from "../../facets/schema";
import type { Term } from "../../question/rules";

/** The enum of a facet whose values are those of one. */
const enums: Partial<Record<Facet, string>> = {
  thema: "Theme",
  soort: "SolutionKind",
  kosten: "PriceModel",
  verplichting: "Obligation",
  fase: "SolutionPhase",
  laag: "Layer",
};

type Values = Record<Facet, Prisma.Sql[]>;

/**
 * The values of a facet in row `r`, as the database knows them. In use by those of my size and by
 * those of my province can both be so.
 */
function listValues(day: string): Values {
  return {
    thema: [Prisma.sql`r."theme"`],
    soort: [Prisma.sql`r."kind"`],
    kosten: [Prisma.sql`r."priceModel"`],
    verplichting: [Prisma.sql`r."obligation"`],
    fase: [Prisma.sql`r."phase"`],
    laag: [Prisma.sql`r."layer"`],
    oordeel: [
      Prisma.sql`(CASE WHEN r."ratingCount" < ${minimumForMean}::int OR r."ratingWeight" = 0 THEN 'geen'
      WHEN r."ratingSum" / r."ratingWeight" >= 4 THEN 'vier-of-hoger'
      WHEN r."ratingSum" / r."ratingWeight" >= 3 THEN 'drie-tot-vier' ELSE 'onder-drie' END)`,
    ],
    gebruikt: [
      Prisma.sql`(CASE WHEN r."likeMine" > 0 THEN 'mijn-grootteklasse' END)`,
      Prisma.sql`(CASE WHEN r."inProvince" > 0 THEN 'mijn-provincie' END)`,
    ],
    aanbieder: [Prisma.sql`r."providerId"`],
    licentie: [Prisma.sql`coalesce(r."licence", '')`],
    actualiteit: [
      Prisma.sql`(CASE WHEN r."confirmedOn" IS NULL THEN 'niet-nagekeken' WHEN r."confirmedOn" > ${toDate(day)}::date - interval '12 months' THEN 'nagekeken'
      ELSE 'verouderd' END)`,
    ],
  };
}

/** Every value of every facet has a column of its own; `bit` is that of its facet. */
const valueColumns = facets.flatMap((facet, place) =>
  (facet === "gebruikt" ? [0, 1] : [0]).map((at) => ({
    facet,
    at,
    bit: 2 ** place,
    column: Prisma.raw(`"${facet}${at}"`),
  })),
);

/** The columns of a solution that its facets and its place in a list need. */
const columns = Prisma.raw(
  `theme kind layer phase obligation priceModel licence confirmedOn publishedAt ratingCount ratingSum ratingWeight
   inUseCount joiningCount reportedCount providerId slug name`
    .split(/\s+/)
    .map((name) => `s."${name}"`)
    .join(", "),
);

type Question = {
  choices: Choices;
  terms: readonly Term[];
  excluded: readonly string[];
  /** Today, by which facts are fresh or stale. */
  day: string;
  /** Without words what is published is read itself, not looked up by what was found. */
  hasWords: boolean;
  isNarrow: boolean;
};

/**
 * What is found, with what facets and order need. `fail` has a bit for every facet in which it is not
 * what was chosen: 0 is shown, one bit still counts for that facet itself, and the rest is left out here.
 */
export function classify(question: Question): Prisma.Sql {
  const values = listValues(question.day);
  const named = valueColumns.map(
    ({ facet, at, column }) => Prisma.sql`${values[facet][at] ?? Prisma.empty} AS ${column}`,
  );
  const score = question.hasWords
    ? Prisma.sql`f."hits", f."text"`
    : Prisma.sql`0 AS "hits", 0::float8 AS "text"`;
  const source = question.hasWords
    ? Prisma.sql`found f JOIN "Solution" s ON s."id" = f."id"`
    : Prisma.sql`"Solution" s`;
  return Prisma.sql`
    SELECT * FROM (
      SELECT *, (${Prisma.join(listFailures(question.choices), " + ")}) AS "fail" FROM (
        SELECT r.*, ${Prisma.join(named)} FROM (
          SELECT s."id", ${score} , m."size" AS "likeMine", m."province" AS "inProvince", ${columns}
          FROM ${source} LEFT JOIN like_mine m ON m."solutionId" = s."id"
          WHERE s."publication" = 'PUBLISHED' AND ${hasPhrases(question)} AND ${hasNoneExcluded(question)}) AS r) AS valued) AS judged
    WHERE ${question.isNarrow ? Prisma.sql`"fail" = 0` : Prisma.sql`"fail" & ("fail" - 1) = 0`}`;
}

/** Per facet in which something is chosen: its bit when none of its values is among that. */
function listFailures(choices: Choices): Prisma.Sql[] {
  return facets.map((facet, place) => {
    const own = valueColumns.filter((value) => value.facet === facet);
    const isChosen = own.map(({ column }) => isOneOf(facet, column, choices[facet]));
    return Prisma.sql`CASE WHEN ${choices[facet].length === 0}::boolean OR ${Prisma.join(isChosen, " OR ")} THEN 0 ELSE ${2 ** place}::int END`;
  });
}

function isOneOf(facet: Facet, value: Prisma.Sql, words: readonly string[]): Prisma.Sql {
  if (facet === "licentie") return Prisma.sql`licence_word(${value}) = ANY(${words}::text[])`;
  if (facet === "aanbieder") {
    return Prisma.sql`${value} IN (SELECT "id" FROM "Organisation" WHERE "slug" = ANY(${words}::text[]))`;
  }
  const known = isFixed(facet) ? words.flatMap((word) => facetValues[facet].get(word) ?? []) : [];
  const type = Prisma.raw(enums[facet] ? `"${enums[facet]}"` : "text");
  return Prisma.sql`coalesce(${value} = ANY(${known}::text[]::${type}[]), false)`;
}

/** A quoted phrase stands somewhere as it was typed. */
function hasPhrases({ terms }: Question): Prisma.Sql {
  const phrases = terms.filter(({ isPhrase, isExcluded }) => isPhrase && !isExcluded).map(({ text }) => text);
  return Prisma.sql`(${phrases.length === 0}::boolean OR NOT EXISTS (
    SELECT FROM unnest(${phrases}::text[]) AS phrase WHERE ${isIn(Prisma.sql`phrase`)} = 0))`;
}

/** Nothing that was excluded: no such word, and no such phrase. */
function hasNoneExcluded({ terms, excluded }: Question): Prisma.Sql {
  const phrases = terms.filter(({ isPhrase, isExcluded }) => isPhrase && isExcluded).map(({ text }) => text);
  return Prisma.sql`(${excluded.length + phrases.length === 0}::boolean OR NOT (
    EXISTS (SELECT FROM "SolutionWord" x WHERE x."solutionId" = s."id" AND x."stem" = ANY(${excluded}::text[]))
    OR EXISTS (SELECT FROM unnest(${phrases}::text[]) AS phrase WHERE ${isIn(Prisma.sql`phrase`)} > 0)))`;
}

function isIn(phrase: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`position(lower(f_unaccent(${phrase})) IN lower(f_unaccent(concat_ws(' ', s."name", array_to_string(s."keywords", ' '),
    s."summary", s."audience", s."description", s."providerLabel", s."legalBasis", array_to_string(s."standards", ' ')))))`;
}

const allColumns = Prisma.join(valueColumns.map(({ column }) => column));
const asText = Prisma.join(valueColumns.map(({ column }) => Prisma.sql`${column}::text`));
const oneByOne = Prisma.join(valueColumns.map(({ column }) => Prisma.sql`("fail", ${column})`));

/** GROUPING() has a bit for every column that was not grouped by, the last column the lowest. */
const kinds = Prisma.join(
  valueColumns.map(({ facet, bit }, place) => {
    const all = 2 ** valueColumns.length - 1;
    return Prisma.sql`(${all - 2 ** (valueColumns.length - 1 - place)}::int, ${facet}, ${bit}::int)`;
  }),
);

/**
 * The counts of every facet: each value among what the question and the other facets leave. All facets
 * in one pass over what was found (GROUPING SETS), turned into words after they were counted.
 */
export function countFacets(): Prisma.Sql {
  return Prisma.sql`
    SELECT v."facet", coalesce(o."slug", licence_word(v."licence"), v."value") AS "value",
      coalesce(o."name", licence_name(v."licence"), '') AS "label", sum(v."count")::int AS "count"
    FROM (
      SELECT k."facet", g."value", CASE WHEN k."facet" = 'licentie' THEN g."value" END AS "licence", sum(g."count") AS "count"
      FROM (
        SELECT GROUPING(${allColumns}) AS "grouping", "fail", coalesce(${asText}) AS "value", count(*) AS "count"
        FROM classified GROUP BY GROUPING SETS (${oneByOne})) AS g
      JOIN (VALUES ${kinds}) AS k("grouping", "facet", "bit") ON k."grouping" = g."grouping"
      WHERE g."fail" & ~k."bit" = 0 AND g."value" IS NOT NULL GROUP BY 1, 2) AS v
    LEFT JOIN "Organisation" o ON o."id" = CASE WHEN v."facet" = 'aanbieder' THEN v."value"::uuid END
    GROUP BY 1, 2, 3 ORDER BY 3, 2`;
}
