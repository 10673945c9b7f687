import "server-only";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import type { OrganisationKind } from "@/lib/core/generated/prisma/enums";
import { fold } from "@/lib/core/text";
import { listPossibleNames } from "./rules";

export type NamedParty = {
  slug: string;
  name: string;
  kind: OrganisationKind;
  /** Published solutions that it provides. */
  solutions: number;
};

/** Alike enough to be a typing error: "amersvoort" and Amersfoort. */
const likeness = 0.5;

/**
 * Gemeenten of today, and organisations that provide something, whose name is in the question, begins
 * with it, or is nearly it; what was typed exactly first.
 */
export async function findByName(question: string, limit: number): Promise<NamedParty[]> {
  const typed = fold(question).trim();
  if (typed.length < 2) return [];
  return database().$queryRaw<NamedParty[]>(Prisma.sql`
    WITH named AS (
      SELECT o."id", o."slug", o."name", o."kind", lower(f_unaccent(o."name")) AS "key" FROM "Organisation" o
      WHERE lower(f_unaccent(o."name")) = ANY(${listPossibleNames(question)}::text[])
        OR lower(f_unaccent(o."name")) LIKE ${`${typed.replace(/[\\%_]/g, "\\$&")}%`}
        OR (lower(f_unaccent(o."name")) % ${typed} AND similarity(lower(f_unaccent(o."name")), ${typed}) >= ${likeness}::float8)),
    counted AS (
      SELECT n.*, (SELECT count(*) FROM "Solution" s WHERE s."providerId" = n."id" AND s."publication" = 'PUBLISHED')::int AS "solutions",
        EXISTS (SELECT FROM "Gemeente" g WHERE g."organisationId" = n."id" AND g."validTo" IS NULL) AS "isGemeente"
      FROM named n)
    SELECT "slug", "name", "kind", "solutions" FROM counted WHERE "isGemeente" OR "solutions" > 0
    ORDER BY "key" = ${typed} DESC, "key" = ANY(${listPossibleNames(question)}::text[]) DESC, similarity("key", ${typed}) DESC, "name"
    LIMIT ${limit}`);
}
