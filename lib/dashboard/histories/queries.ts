import "server-only";
import { statuses } from "@/lib/adoptions/rules";
import { toDay } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { remembered } from "@/lib/core/remembered";
import { sortByName } from "@/lib/core/text";
import type { Scope } from "../scope/schema";
import { type GemeenteEver, parseHistories, type SolutionHistories } from "./rules";

type Row = Omit<SolutionHistories, "histories" | "provider"> & {
  providerId: string;
  providerSlug: string;
  providerName: string;
  lines: string;
};

type Narrowing = Pick<Scope, "theme" | "provider" | "solution">;

const everything = { theme: null, provider: null, solution: null } satisfies Narrowing;

const readEverything = remembered(async () => {
  const gemeenten = await readGemeentenEver();
  return { gemeenten, solutions: await readHistories(everything, gemeenten) };
});

/**
 * Every gemeente that exists or existed, by name, and of every published solution in the scope that a gemeente
 * ever took part in: all histories. Of the country as a whole they are remembered until something changes, because
 * reading 30,000 of them takes half a second. Not to be changed. Two statements, or none.
 */
export async function listHistories(scope: Narrowing) {
  if (!scope.theme && !scope.provider && !scope.solution) return readEverything();
  const gemeenten = await readGemeentenEver();
  return { gemeenten, solutions: await readHistories(scope, gemeenten) };
}

/** One statement, one row per solution: 30,000 adoptions as rows of their own cost three times as much to read. */
async function readHistories(
  scope: Narrowing,
  gemeenten: readonly GemeenteEver[],
): Promise<SolutionHistories[]> {
  const rows = await database().$queryRaw<Row[]>(Prisma.sql`
    SELECT s."id", s."slug", s."name", s."kind", s."theme", s."participationPublic",
      p."id" AS "providerId", p."slug" AS "providerSlug", p."name" AS "providerName", h.lines
    FROM "Solution" s
    JOIN "Organisation" p ON p."id" = s."providerId"
    JOIN (${linesOf(scope)}) h ON h."solutionId" = s."id"
    ORDER BY s."name"`);
  const ends = new Map(gemeenten.map(({ cbsCode, validTo }) => [cbsCode, validTo]));
  return rows.map(({ lines, providerId, providerSlug, providerName, ...solution }) => ({
    ...solution,
    provider: { id: providerId, slug: providerSlug, name: providerName },
    histories: parseHistories(lines, ends),
  }));
}

const states = `{${statuses.join(",")}}`;

/** Per solution the lines that `parseHistories` reads. */
function linesOf({ theme, provider, solution }: Narrowing) {
  const isNarrowed = theme !== null || provider !== null || solution !== null;
  const fitting = Prisma.sql`
    SELECT a."id" FROM "Adoption" a JOIN "Solution" s ON s."id" = a."solutionId"
    JOIN "Organisation" p ON p."id" = s."providerId"
    WHERE s."publication" = 'PUBLISHED' AND (${theme}::text IS NULL OR s."theme"::text = ${theme})
      AND (${provider}::text IS NULL OR p."slug" = ${provider})
      AND (${solution}::text IS NULL OR s."slug" = ${solution})`;
  const narrowed = isNarrowed ? Prisma.sql`WHERE e."adoptionId" IN (${fitting})` : Prisma.empty;
  return Prisma.sql`
    SELECT a."solutionId", string_agg(g."cbsCode" || ' ' || a."cycle" || ' ' || CASE WHEN a."isHidden" THEN 'h' ELSE '-' END
        || CASE WHEN a."isPublic" THEN 'p' ELSE '' END || CASE WHEN a."isDemo" THEN 'd' ELSE '' END
        || ' ' || t.steps, E'\n' ORDER BY g."cbsCode", a."cycle") AS lines
    FROM (
      SELECT e."adoptionId", string_agg(e."occurredOn"::text || ':' || (array_position(${states}::"AdoptionStatus"[], e."to") - 1)
        || CASE WHEN e."to" IN ('COMMITTED', 'CONNECTING', 'PILOT') THEN coalesce(':' || (e."data"->>'nextOn'), '') ELSE '' END,
        ',' ORDER BY e."position") AS steps
      FROM "AdoptionEvent" e ${narrowed} GROUP BY e."adoptionId") t
    JOIN "Adoption" a ON a."id" = t."adoptionId"
    JOIN "Solution" s ON s."id" = a."solutionId" AND s."publication" = 'PUBLISHED'
    JOIN "Gemeente" g ON g."organisationId" = a."gemeenteId"
    GROUP BY a."solutionId"`;
}

/** With the inhabitants per year. One statement. */
async function readGemeentenEver(): Promise<GemeenteEver[]> {
  type GemeenteRow = Omit<GemeenteEver, "validFrom" | "validTo"> & {
    validFrom: Date | null;
    validTo: Date | null;
    inhabitants: number;
  };
  const rows = await database().$queryRaw<GemeenteRow[]>(Prisma.sql`
    SELECT o."id", g."cbsCode", o."slug", o."name", g."province", g."hexCol", g."hexRow", g."validFrom", g."validTo",
      g."inhabitants", coalesce((SELECT jsonb_object_agg(y."year", y."inhabitants") FROM "GemeenteYear" y
        WHERE y."gemeenteId" = g."organisationId"), '{}') AS years
    FROM "Gemeente" g JOIN "Organisation" o ON o."id" = g."organisationId"`);
  return sortByName(rows).map(({ inhabitants, validFrom, validTo, years, ...gemeente }) => ({
    ...gemeente,
    validFrom: validFrom && toDay(validFrom),
    validTo: validTo && toDay(validTo),
    // Without a year the newest number that is known.
    years: Object.keys(years).length > 0 ? years : { "0000": inhabitants },
  }));
}
