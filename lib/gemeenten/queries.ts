import "server-only";
import { cache } from "react";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import type { Province } from "@/lib/core/generated/prisma/enums";
import { sortByName } from "@/lib/core/text";
import { type GemeenteFilter, sizeClasses } from "./rules";

export type GemeenteOnMap = {
  id: string;
  slug: string;
  name: string;
  province: Province;
  inhabitants: number;
  hexCol: number;
  hexRow: number;
  /** Published solutions in use, without those that it hides: beside what others see, the number would tell. */
  inUseCount: number;
};

/** Every gemeente that exists now, by name; read once per request. */
export const listGemeenten = cache(async (): Promise<GemeenteOnMap[]> => {
  const rows = await database().$queryRaw<GemeenteOnMap[]>(Prisma.sql`
    SELECT o."id", o."slug", o."name", g."province", g."inhabitants", g."hexCol", g."hexRow", g."inUseCount"
    FROM "Gemeente" g JOIN "Organisation" o ON o."id" = g."organisationId"
    WHERE g."validTo" IS NULL`);
  return sortByName(rows);
});

/** Slugs of the gemeenten that fit: part of the name, accents and capitals aside; province; size class. */
export async function searchGemeenten({ q, province, size }: GemeenteFilter): Promise<Set<string>> {
  const bounds = sizeClasses.find(({ id }) => id === size);
  // The index holds names in this form; without a name to look for, none needs to be made.
  const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const named =
    q === "" ? Prisma.empty : Prisma.sql`AND lower(f_unaccent(o."name")) LIKE lower(f_unaccent(${pattern}))`;
  const rows = await database().$queryRaw<{ slug: string }[]>(Prisma.sql`
    SELECT o."slug" FROM "Gemeente" g JOIN "Organisation" o ON o."id" = g."organisationId"
    WHERE g."validTo" IS NULL
      ${named}
      AND (${province}::text IS NULL OR g."province"::text = ${province})
      AND g."inhabitants" >= ${bounds?.from ?? 0} AND g."inhabitants"::bigint < ${bounds?.to ?? Number.MAX_SAFE_INTEGER}`);
  return new Set(rows.map(({ slug }) => slug));
}

const profile = {
  organisationId: true,
  officialName: true,
  province: true,
  inhabitants: true,
  inUseCount: true,
  validTo: true,
  organisation: { select: { slug: true, name: true, website: true } },
  successor: { select: { organisation: { select: { slug: true, name: true } } } },
} satisfies Prisma.GemeenteSelect;

export type GemeenteProfile = Prisma.GemeenteGetPayload<{ select: typeof profile }>;

/** One gemeente, also one that has merged into another since; null when there is none. */
export const getGemeente = cache(async (slug: string): Promise<GemeenteProfile | null> => {
  return database().gemeente.findFirst({ where: { organisation: { slug } }, select: profile });
});
