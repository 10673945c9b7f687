import "server-only";
import { toDate } from "@/lib/core/dates";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { isGemeenteMember, type Viewer } from "@/lib/core/roles";
import { fold } from "@/lib/core/text";
import { sizeClasses } from "@/lib/gemeenten/rules";
import { minimumForMean, priorWeight } from "@/lib/reviews/rules";
import { ranking } from "../../rules";
import type { Sort } from "../../schema";

// What comes first (docs/zoeken.md). Row `r` has the columns that classify() keeps.

const none = Prisma.sql`0`;
const exists = Prisma.sql`CASE WHEN r."phase" IN ('RETIRED', 'STOPPED') THEN 0 ELSE 1 END`;

/** Taking part, as far as it may show in an order that everybody sees: fewer than three is nobody. */
const participants = Prisma.sql`(CASE WHEN r."inUseCount" < 3 THEN 0 ELSE r."inUseCount" END + CASE WHEN r."joiningCount" < 3 THEN 0 ELSE r."joiningCount" END)`;

type Circumstances = {
  question: string;
  /** Mean of all ratings. */
  priorMean: number;
  /** Today, by which facts are fresh or stale. */
  day: string;
};

/** Every order is by three numbers, largest first, and then by name. */
export function orderOf(sort: Sort, circumstances: Circumstances): Prisma.Sql {
  const [first, second, third] = keysOf(sort, circumstances);
  const name = sort === "naam" ? Prisma.sql`lower(f_unaccent(r."name"))` : Prisma.sql`r."name"`;
  return Prisma.sql`${first} DESC, ${second} DESC, ${third} DESC, ${name}, r."id"`;
}

function keysOf(sort: Sort, circumstances: Circumstances): [Prisma.Sql, Prisma.Sql, Prisma.Sql] {
  switch (sort) {
    case "relevantie":
      return [isCalled(circumstances.question), relevance(circumstances), participants];
    case "gebruik":
      return [exists, participants, Prisma.sql`r."reportedCount"`];
    case "oordeel":
      return [
        Prisma.sql`(r."ratingCount" >= ${minimumForMean}::int)::int`,
        bayesianMean(circumstances.priorMean),
        participants,
      ];
    case "vergelijkbaar":
      return [exists, Prisma.sql`coalesce(r."likeMine", 0)`, participants];
    case "nieuw":
      return [Prisma.sql`coalesce(extract(epoch FROM r."publishedAt"), 0)`, none, none];
    case "naam":
      return [none, none, none];
  }
}

/** The orders that an index of the whole catalogue has, in its own words; null for the others. */
export function indexedOrderOf(sort: Sort): Prisma.Sql | null {
  switch (sort) {
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

/** Prior weight 5, prior mean that of the catalogue (docs/domain.md, "Oordeel"). */
function bayesianMean(priorMean: number): Prisma.Sql {
  return Prisma.sql`(${priorWeight}::float8 * ${priorMean}::float8 + r."ratingSum") / (${priorWeight}::float8 + r."ratingWeight")`;
}

/** Is this the name, the address or the abbreviation that was typed, in full? */
function isCalled(question: string): Prisma.Sql {
  const typed = fold(question);
  return Prisma.sql`(r."slug" = ${typed.replaceAll(" ", "-")} OR lower(r."name") IN (${typed}, ${question.toLowerCase()})
    OR position(${`(${typed})`} IN lower(r."name")) > 0)::int`;
}

/** The score of the text, and of it a little more or less for use, rating, freshness and phase. */
function relevance({ priorMean, day }: Circumstances): Prisma.Sql {
  return Prisma.sql`round((r."text"
    * (1 + ${ranking.use}::float8 * ln(1 + ${participants} + coalesce(r."likeMine", 0)) / ln(1000)
      + ${ranking.rating}::float8 * CASE WHEN r."ratingCount" >= ${minimumForMean}::int THEN (${bayesianMean(priorMean)} - 3) / 2 ELSE 0 END
      + ${ranking.fresh}::float8 * CASE WHEN r."confirmedOn" IS NULL THEN 0
        WHEN r."confirmedOn" > ${toDate(day)}::date - interval '12 months' THEN 1 ELSE -1 END)
    * CASE r."phase" WHEN 'RETIRED' THEN ${ranking.over}::float8 WHEN 'STOPPED' THEN ${ranking.over}::float8
      WHEN 'SUNSETTING' THEN ${ranking.sunsetting}::float8 ELSE 1 END)::numeric, 4)`;
}

/** How many others like mine use each solution, as far as they do not hide it; nothing for who is of no gemeente. */
export function likeMine(viewer: Viewer): Prisma.Sql {
  if (!isGemeenteMember(viewer)) {
    return Prisma.sql`like_mine AS (SELECT NULL::uuid AS "solutionId", NULL::int AS "size", NULL::int AS "province" WHERE false)`;
  }
  const mine = viewer.organisation.id;
  return Prisma.sql`
    mine AS (SELECT "province", ${sizeClassOf(Prisma.sql`"inhabitants"`)} AS "size" FROM "Gemeente" WHERE "organisationId" = ${mine}::uuid),
    like_mine AS MATERIALIZED (
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
