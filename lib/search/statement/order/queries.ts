import "server-only";
import { toDate, today } from "@/lib/core/dates";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { isGemeenteMember, type Viewer } from "@/lib/core/roles";
import { sizeClasses } from "@/lib/gemeenten/rules";
import { minimumForMean, priorWeight } from "@/lib/reviews/rules";
import { ranking } from "../../rules";
import type { SearchFilters } from "../../schema";

// What comes first. Every order is three numbers, largest first, and then the name.

export type OrderKeys = { first: Prisma.Sql; second: Prisma.Sql; third: Prisma.Sql; name: Prisma.Sql };

/** Taking part, as far as it may show in an order that everybody sees: fewer than three is nobody. */
export const participants = Prisma.sql`(CASE WHEN s."inUseCount" < 3 THEN 0 ELSE s."inUseCount" END + CASE WHEN s."joiningCount" < 3 THEN 0 ELSE s."joiningCount" END)`;
const exists = Prisma.sql`CASE WHEN s."phase" IN ('RETIRED', 'STOPPED') THEN 0 ELSE 1 END`;
const byName = Prisma.sql`lower(f_unaccent(s."name"))`;
const none = Prisma.sql`0`;

/** The one place that decides what comes first; see docs/zoeken.md. */
export function keysOf({ sort, q }: SearchFilters, hasWords: boolean): OrderKeys {
  switch (sort ?? (hasWords ? "relevantie" : "gebruik")) {
    case "naam":
      return { first: none, second: none, third: none, name: byName };
    case "nieuw":
      return {
        first: Prisma.sql`coalesce(extract(epoch FROM s."publishedAt"), 0)`,
        second: none,
        third: none,
        name: byName,
      };
    case "oordeel":
      return {
        first: Prisma.sql`(s."ratingCount" >= ${minimumForMean}::int)::int`,
        second: bayesianMean,
        third: participants,
        name: byName,
      };
    case "vergelijkbaar":
      return { first: exists, second: Prisma.sql`coalesce(m."size", 0)`, third: participants, name: byName };
    case "relevantie":
      if (hasWords) return { first: isCalled(q), second: relevance(), third: participants, name: byName };
  }
  return { first: exists, second: participants, third: Prisma.sql`s."reportedCount"`, name: byName };
}

/** Prior weight 5, prior mean that of the catalogue (docs/domain.md, "Oordeel"). */
const bayesianMean = Prisma.sql`(${priorWeight}::float8 * coalesce((SELECT sum("ratingSum") / nullif(sum("ratingWeight"), 0)
  FROM "Solution" WHERE "publication" = 'PUBLISHED'), 0) + s."ratingSum") / (${priorWeight}::float8 + s."ratingWeight")`;

/** Is this the name, the address or the abbreviation that was typed, in full? */
function isCalled(question: string): Prisma.Sql {
  const typed = Prisma.sql`lower(f_unaccent(${question}))`;
  return Prisma.sql`(lower(f_unaccent(s."name")) = ${typed} OR s."slug" = ${typed} OR s."slug" = replace(${typed}, ' ', '-')
    OR position('(' || ${typed} || ')' IN lower(f_unaccent(s."name"))) > 0)::int`;
}

/** The score of the text, and of it a little more or less for use, rating, freshness and phase. */
const relevance = () => Prisma.sql`round((f."text"
  * (1 + ${ranking.use}::float8 * ln(1 + ${participants} + coalesce(m."size", 0)) / ln(1000)
    + ${ranking.rating}::float8 * CASE WHEN s."ratingCount" >= ${minimumForMean}::int AND s."ratingWeight" > 0
      THEN (${bayesianMean} - 3) / 2 ELSE 0 END
    + ${ranking.fresh}::float8 * CASE WHEN s."confirmedOn" IS NULL THEN 0
      WHEN s."confirmedOn" > ${toDate(today())}::date - interval '12 months' THEN 1 ELSE -1 END)
  * CASE s."phase" WHEN 'RETIRED' THEN ${ranking.over}::float8 WHEN 'STOPPED' THEN ${ranking.over}::float8
    WHEN 'SUNSETTING' THEN ${ranking.sunsetting}::float8 ELSE 1 END)::numeric, 4)`;

/** How many others like mine use each solution, as far as they do not hide it; nothing for who is of no gemeente. */
export function likeMine(viewer: Viewer): Prisma.Sql {
  if (!isGemeenteMember(viewer)) {
    return Prisma.sql`like_mine AS (SELECT NULL::uuid AS "solutionId", NULL::int AS "size", NULL::int AS "province" WHERE false)`;
  }
  const mine = viewer.organisation.id;
  return Prisma.sql`
    mine AS (SELECT "province", ${sizeClassOf(Prisma.sql`"inhabitants"`)} AS "size" FROM "Gemeente" WHERE "organisationId" = ${mine}::uuid),
    like_mine AS (
      SELECT a."solutionId", count(*) FILTER (WHERE ${sizeClassOf(Prisma.sql`g."inhabitants"`)} = mine."size")::int AS "size",
        count(*) FILTER (WHERE g."province" = mine."province")::int AS "province"
      FROM mine, "Gemeente" g JOIN "Adoption" a ON a."gemeenteId" = g."organisationId"
      WHERE g."validTo" IS NULL AND g."organisationId" <> ${mine}::uuid AND NOT a."isHidden" AND a."status" IN ('IN_USE', 'PHASING_OUT')
        AND (${sizeClassOf(Prisma.sql`g."inhabitants"`)} = mine."size" OR g."province" = mine."province")
        AND NOT EXISTS (SELECT FROM "Adoption" newer WHERE newer."gemeenteId" = a."gemeenteId"
          AND newer."solutionId" = a."solutionId" AND newer."cycle" > a."cycle")
      GROUP BY a."solutionId")`;
}

function sizeClassOf(inhabitants: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`width_bucket(${inhabitants}, ${sizeClasses.map(({ from }) => from)}::int[])`;
}
