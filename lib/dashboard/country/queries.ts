import "server-only";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import type { Viewer } from "@/lib/core/roles";
import { listHistories } from "../histories/queries";
import type { Scope } from "../scope/schema";
import { type Country, toCountry } from "./rules";

/** The scope on its day, with what this viewer may know. Two statements, or none. */
export async function getCountry(viewer: Viewer, scope: Scope): Promise<Country> {
  return toCountry({ viewer, scope, ...(await listHistories(scope)) });
}

export type Named = { slug: string; name: string };
export type ScopeOptions = {
  providers: Named[];
  solutions: Named[];
  /** Published solutions that fit the scope. */
  published: number;
  /** What the scope names, as it is called; null where it names nothing that is published. */
  provider: Named | null;
  solution: Named | null;
};

/** So many solutions fit in a list to choose from. */
const mostChoices = 150;

/** What the scope can be narrowed to: providers, and the solutions in which most gemeenten take part. One statement. */
export async function listScopeOptions({ theme, provider, solution }: Scope): Promise<ScopeOptions> {
  const [row] = await database().$queryRaw<ScopeOptions[]>(Prisma.sql`
    WITH published AS (
      SELECT s."slug", s."name", s."theme", s."inUseCount", s."joiningCount", s."interestedCount",
        p."slug" AS provider, p."name" AS "providerName"
      FROM "Solution" s JOIN "Organisation" p ON p."id" = s."providerId" WHERE s."publication" = 'PUBLISHED'),
    providers AS (SELECT DISTINCT provider AS slug, "providerName" AS name FROM published),
    taken AS (
      SELECT "slug", "name" FROM published WHERE "inUseCount" + "joiningCount" + "interestedCount" > 0
      ORDER BY "inUseCount" DESC, "name" LIMIT ${mostChoices}::int)
    SELECT
      (SELECT coalesce(jsonb_agg(p ORDER BY lower(p.name)), '[]') FROM providers p) AS providers,
      (SELECT coalesce(jsonb_agg(t ORDER BY lower(t.name)), '[]') FROM taken t) AS solutions,
      (SELECT count(*)::int FROM published WHERE (${theme}::text IS NULL OR "theme"::text = ${theme})
        AND (${provider}::text IS NULL OR provider = ${provider})
        AND (${solution}::text IS NULL OR "slug" = ${solution})) AS published,
      (SELECT jsonb_build_object('slug', p.slug, 'name', p.name) FROM providers p WHERE p.slug = ${provider}) AS provider,
      (SELECT jsonb_build_object('slug', s."slug", 'name', s."name") FROM published s WHERE s."slug" = ${solution}) AS solution`);
  if (!row) throw new Error("a statement of one row has one row");
  return row;
}
