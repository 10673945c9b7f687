import "server-only";
import { toDay } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import type { Scope } from "../scope/schema";

export type PublishedReason = {
  solutionId: string;
  gemeenteId: string;
  /** ISO day of the decision. */
  day: string;
  reason: string;
  isHidden: boolean;
};

/**
 * The explanations of gemeenten that do not take part, as far as they were asked as public: only where not
 * applying must be explained, never the reason of a correction. One statement.
 */
export async function listPublishedReasons(scope: Scope): Promise<PublishedReason[]> {
  const rows = await database().$queryRaw<(Omit<PublishedReason, "day"> & { day: Date })[]>(Prisma.sql`
    SELECT a."solutionId", a."gemeenteId", e."occurredOn" AS day, e."reason", a."isHidden"
    FROM "AdoptionEvent" e
    JOIN "Adoption" a ON a."id" = e."adoptionId"
    JOIN "Solution" s ON s."id" = a."solutionId" AND s."publication" = 'PUBLISHED' AND s."obligation" = 'COMPLY_OR_EXPLAIN'
    JOIN "Organisation" p ON p."id" = s."providerId"
    WHERE e."to" = 'DECLINED' AND NOT e."isCorrection" AND e."data" @> '{"isPublicReason": true}'
      AND e."reason" IS NOT NULL AND e."occurredOn" <= ${scope.day}::date
      AND (${scope.theme}::text IS NULL OR s."theme"::text = ${scope.theme})
      AND (${scope.provider}::text IS NULL OR p."slug" = ${scope.provider})
      AND (${scope.solution}::text IS NULL OR s."slug" = ${scope.solution})
    ORDER BY e."occurredOn" DESC`);
  return rows.map(({ day, ...row }) => ({ ...row, day: toDay(day) }));
}
