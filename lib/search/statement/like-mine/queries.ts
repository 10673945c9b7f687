import "server-only";
import { runStatement } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { isGemeenteMember, type Viewer } from "@/lib/core/roles";
import { sizeClasses } from "@/lib/gemeenten/rules";
import type { LikeMine } from "../../facets/rules";

/** How many others like mine use each solution, as far as they do not hide it; empty for who is of no gemeente. */
export async function readLikeMine(viewer: Viewer): Promise<ReadonlyMap<string, LikeMine>> {
  if (!isGemeenteMember(viewer)) return new Map();
  const rows = await runStatement<LikeMine & { solutionId: string }>(
    Prisma.sql`WITH ${likeMine(viewer)} SELECT * FROM like_mine`,
  );
  return new Map(rows.map(({ solutionId, ...like }) => [solutionId, like]));
}

/** `like_mine`: how many others like mine use each solution, as far as they do not hide it; nothing for who is of no gemeente. */
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
