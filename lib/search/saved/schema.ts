import { z } from "zod";
import { line } from "@/lib/core/forms";
import { firstOf } from "@/lib/core/text";
import { hasChoices, type SearchFilters, searchSchema, toQueryString } from "../schema";

/** More is a list that nobody reads. */
export const mostSaved = 20;

const longestQuery = 2_000;

/** The question and choices of an address, on its first page; null when it asks for everything. */
export function toSavedQuery(text: string): string | null {
  const filters = { ...toFilters(text.slice(0, longestQuery)), page: 1 };
  return filters.q === "" && !hasChoices(filters) ? null : toQueryString(filters);
}

/** The filters that a saved query stands for. */
export function toFilters(query: string): SearchFilters {
  const params = new URLSearchParams(query);
  return searchSchema.parse(Object.fromEntries([...params.keys()].map((key) => [key, params.getAll(key)])));
}

export const saveSearchForm = z.object({
  name: line(80),
  query: z
    .string()
    .transform(toSavedQuery)
    .pipe(z.string({ error: "nothingToSave" })),
});
export const savedStepForm = z.object({ id: z.uuid() });

export type SaveSearchInput = z.output<typeof saveSearchForm>;
export type SavedStepInput = z.output<typeof savedStepForm>;

/** Search params of the list: a query to save, and what just changed. */
export const savedSearchParams = z.object({
  nieuw: z.preprocess(firstOf, z.string().catch("").transform(toSavedQuery)),
  melding: z.preprocess(firstOf, z.enum(["saved", "removed"]).optional().catch(undefined)),
});
