import "server-only";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import type { AuditSubject } from "../schema";

type Subject = { subjectType: string; subjectId: string };
type Named = { type: string; id: string; name: string | null };

/** Per kind of subject where its name is: `id` is asked for, `name` is what people call it. */
const names: Partial<Record<AuditSubject, Prisma.Sql>> = {
  Adoption: Prisma.sql`SELECT x."id", s."name" FROM "Adoption" x JOIN "Solution" s ON s."id" = x."solutionId"`,
  AdoptionProposal: Prisma.sql`SELECT x."id", s."name" FROM "AdoptionProposal" x JOIN "Solution" s ON s."id" = x."solutionId"`,
  Review: Prisma.sql`SELECT x."id", s."name" FROM "Review" x JOIN "Solution" s ON s."id" = x."solutionId"`,
  Solution: Prisma.sql`SELECT x."id", x."name" FROM "Solution" x`,
  User: Prisma.sql`SELECT x."id", x."name" FROM "User" x`,
  SecondFactor: Prisma.sql`SELECT x."id", u."name" FROM "SecondFactor" x JOIN "User" u ON u."id" = x."userId"`,
  MembershipRequest: Prisma.sql`SELECT x."id", u."name" FROM "MembershipRequest" x JOIN "User" u ON u."id" = x."userId"`,
  Invitation: Prisma.sql`SELECT x."id", o."name" FROM "Invitation" x JOIN "Organisation" o ON o."id" = x."organisationId"`,
  RightsReview: Prisma.sql`SELECT x."id", o."name" FROM "RightsReview" x JOIN "Organisation" o ON o."id" = x."organisationId"`,
  Need: Prisma.sql`SELECT x."id", x."title" AS "name" FROM "Need" x`,
  Synonym: Prisma.sql`SELECT x."id", x."term" AS "name" FROM "Synonym" x`,
  Log: Prisma.sql`SELECT x."id", x."name" FROM "Organisation" x`,
  Herindeling: Prisma.sql`SELECT x."id", coalesce(o."name", x."newName") AS "name" FROM "Herindeling" x LEFT JOIN "Organisation" o ON o."id" = x."successorId"`,
  Partnership: Prisma.sql`SELECT x."id", x."name" FROM "Organisation" x`,
  Portfolio: Prisma.sql`SELECT x."id", x."name" FROM "Organisation" x`,
};

const isUuid = (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

/** Finds the names of all these subjects in one query; what has none, or is gone, is null. */
export async function nameSubjects(subjects: Subject[]): Promise<(subject: Subject) => string | null> {
  const parts = Object.entries(names).flatMap(([type, sql]) => {
    const ids = subjects.filter(({ subjectType }) => subjectType === type).map(({ subjectId }) => subjectId);
    const asked = [...new Set(ids)].filter(isUuid);
    if (asked.length === 0) return [];
    return [
      Prisma.sql`(SELECT ${type} AS type, n."id"::text AS id, n."name" AS name
      FROM (${sql} WHERE x."id" = ANY(${asked}::uuid[])) n)`,
    ];
  });
  const rows = parts.length > 0 ? await database().$queryRaw<Named[]>(Prisma.join(parts, " UNION ALL ")) : [];
  const found = new Map(rows.map(({ type, id, name }) => [`${type} ${id}`, name]));
  return ({ subjectType, subjectId }) => found.get(`${subjectType} ${subjectId}`) ?? null;
}
