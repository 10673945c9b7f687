import "server-only";
import { toDate, today } from "@/lib/core/dates";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { minimumForMean } from "@/lib/reviews/rules";
import { type Facet, facets, facetValues, isFixed } from "../../facets/schema";
import type { Term } from "../../question/rules";
import type { SearchFilters } from "../../schema";
import type { OrderKeys } from "../order/queries";

/**
 * The values of a facet for solution `s`, each in a column of its own, as the database knows them. In
 * use by those of my size and by those of my province can both be so.
 */
const columns: Record<Facet, () => Prisma.Sql[]> = {
  thema: () => [Prisma.sql`s."theme"::text`],
  soort: () => [Prisma.sql`s."kind"::text`],
  kosten: () => [Prisma.sql`s."priceModel"::text`],
  verplichting: () => [Prisma.sql`s."obligation"::text`],
  fase: () => [Prisma.sql`s."phase"::text`],
  oordeel: () => [
    Prisma.sql`CASE WHEN s."ratingCount" < ${minimumForMean}::int OR s."ratingWeight" = 0 THEN 'geen'
      WHEN s."ratingSum" / s."ratingWeight" >= 4 THEN 'vier-of-hoger'
      WHEN s."ratingSum" / s."ratingWeight" >= 3 THEN 'drie-tot-vier' ELSE 'onder-drie' END`,
  ],
  gebruikt: () => [
    Prisma.sql`CASE WHEN m."size" > 0 THEN 'mijn-grootteklasse' END`,
    Prisma.sql`CASE WHEN m."province" > 0 THEN 'mijn-provincie' END`,
  ],
  laag: () => [Prisma.sql`s."layer"::text`],
  aanbieder: () => [Prisma.sql`s."providerId"::text`],
  licentie: () => [Prisma.sql`coalesce(s."licence", '')`],
  actualiteit: () => [
    Prisma.sql`CASE WHEN s."confirmedOn" IS NULL THEN 'niet-nagekeken'
      WHEN s."confirmedOn" > ${toDate(today())}::date - interval '12 months' THEN 'nagekeken' ELSE 'verouderd' END`,
  ],
};

const named = facets.flatMap((facet, place) =>
  columns[facet]().map((_, at) => ({ facet, bit: 2 ** place, name: Prisma.raw(`"${facet}${at}"`), at })),
);

type Question = { filters: SearchFilters; terms: readonly Term[]; excluded: readonly string[] };

/**
 * What is found with the values of its facets. `fail` has a bit for every facet in which it is not
 * what was chosen: 0 is shown, one bit still counts for that facet itself.
 */
export function classify(question: Question, keys: OrderKeys): Prisma.Sql {
  const values = named.map(
    ({ facet, at, name }) => Prisma.sql`${columns[facet]()[at] ?? Prisma.empty} AS ${name}`,
  );
  return Prisma.sql`
    SELECT *, (${Prisma.join(failures(question.filters), " + ")}) AS "fail" FROM (
      SELECT f."id", f."hits", m."size" AS "likeMine", ${keys.first} AS "first", ${keys.second} AS "second",
        ${keys.third} AS "third", ${keys.name} AS "name", ${Prisma.join(values)}
      FROM found f JOIN "Solution" s ON s."id" = f."id" LEFT JOIN like_mine m ON m."solutionId" = s."id"
      WHERE ${hasPhrases(question)} AND ${hasNoneExcluded(question)}) AS valued`;
}

/** Per facet its bit when none of its values is among the chosen ones. */
function failures(filters: SearchFilters): Prisma.Sql[] {
  return facets.map((facet, place) => {
    const own = named
      .filter((column) => column.facet === facet)
      .map(({ name }) => isChosen(facet, name, filters));
    return Prisma.sql`CASE WHEN ${filters[facet].length === 0}::boolean OR ${Prisma.join(own, " OR ")} THEN 0 ELSE ${2 ** place}::int END`;
  });
}

function isChosen(facet: Facet, name: Prisma.Sql, filters: SearchFilters): Prisma.Sql {
  const words = filters[facet];
  if (isFixed(facet)) {
    const values = words.flatMap((word) => facetValues[facet].get(word) ?? []);
    return Prisma.sql`coalesce(${name} = ANY(${values}::text[]), false)`;
  }
  if (facet === "licentie") return Prisma.sql`licence_word(${name}) = ANY(${words}::text[])`;
  return Prisma.sql`${name} IN (SELECT "id"::text FROM "Organisation" WHERE "slug" = ANY(${words}::text[]))`;
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

/** The counts of every facet: each value among what the question and the other facets leave. */
export function countFacets(): Prisma.Sql {
  const values = named.map(({ facet, bit, name }) => Prisma.sql`(${facet}, ${bit}::int, c.${name})`);
  return Prisma.sql`
    SELECT v."facet", coalesce(o."slug", licence_word(CASE WHEN v."facet" = 'licentie' THEN v."value" END), v."value") AS "value",
      coalesce(o."name", licence_name(CASE WHEN v."facet" = 'licentie' THEN v."value" END), '') AS "label", sum(v."count")::int AS "count"
    FROM (
      SELECT v."facet", v."value", count(*) AS "count"
      FROM classified c CROSS JOIN LATERAL (VALUES ${Prisma.join(values)}) AS v("facet", "bit", "value")
      WHERE c."fail" & ~v."bit" = 0 AND v."value" IS NOT NULL GROUP BY 1, 2) AS v
    LEFT JOIN "Organisation" o ON v."facet" = 'aanbieder' AND o."id"::text = v."value"
    GROUP BY 1, 2, 3 ORDER BY 3, 2`;
}
