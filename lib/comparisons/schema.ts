import { z } from "zod";
import { firstOf } from "@/lib/core/text";

/** More columns than this nobody can hold side by side. */
export const mostCompared = 4;

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Which facilities ("v", repeated), only what differs, and a name to look for. It never refuses. */
export const comparisonSearch = z
  .object({
    v: z.unknown().optional(),
    alleen: z.preprocess(firstOf, z.literal("verschillen").optional().catch(undefined)),
    zoek: z.preprocess(firstOf, z.string().trim().max(100).catch("")),
  })
  .transform(({ v, alleen, zoek }) => ({
    slugs: [...new Set([v].flat().filter(isSlug))].slice(0, mostCompared),
    isOnlyDifferences: alleen !== undefined,
    q: zoek,
  }));

export type ComparisonSearch = z.infer<typeof comparisonSearch>;

function isSlug(value: unknown): value is string {
  return typeof value === "string" && value.length <= 200 && slug.test(value);
}

/** The part of an address after "?" that shows these facilities side by side. */
export function toComparisonQuery(slugs: readonly string[], isOnlyDifferences = false): string {
  const params = new URLSearchParams(slugs.map((value) => ["v", value]));
  if (isOnlyDifferences) params.append("alleen", "verschillen");
  return params.toString();
}
