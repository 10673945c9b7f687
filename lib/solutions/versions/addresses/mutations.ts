import "server-only";
import type { Transaction } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import { isDraftSlug, toSlug, wasPublished } from "../../rules";
import type { Target } from "../mutations";

// Addresses of solutions. A draft has one with its provider in it; what is published has that of its name.

/** Refuses a name that what was published has, or another text of this provider. */
export async function refuseNamesake(
  tx: Transaction,
  { name, providerId }: { name: string; providerId: string },
): Promise<void> {
  const isKnown = [{ publication: { in: ["PUBLISHED" as const, "ARCHIVED" as const] } }, { providerId }];
  const count = await tx.solution.count({ where: { slug: toSlug(name), OR: isKnown } });
  if (count > 0) throw new DomainError("conflict", "slugTaken");
}

/**
 * The address under which this is published: what it has, or for what is published first that of its name.
 * Who publishes a namesake at the same moment waits.
 */
export async function claimAddress(tx: Transaction, { solution, edit }: Target): Promise<string> {
  if (wasPublished(solution.publication) || !isDraftSlug(solution.slug, solution.provider))
    return solution.slug;
  const slug = toSlug(edit.content.name);
  await tx.$queryRaw`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtext(${`address ${slug}`}))) AS "waited"`;
  const count = await tx.solution.count({ where: { slug } });
  if (count > 0) throw new DomainError("conflict", "slugTaken");
  return slug;
}
