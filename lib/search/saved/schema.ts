import { z } from "zod";
import { parsePortfolioQuery, toPortfolioQuery } from "@/lib/adoptions/portfolio/schema";
import { line } from "@/lib/core/forms";
import type { SavedPlace } from "@/lib/core/generated/prisma/enums";
import { firstOf } from "@/lib/core/text";
import { hasChoices, type SearchFilters, searchSchema, toQueryString } from "../schema";

/** More is a list that nobody reads. */
export const mostSaved = 20;

const longestQuery = 2_000;

/** Pages of which an address can be kept, as addresses call them. */
export const savedPlaces = { voorzieningen: "CATALOGUE", mijn: "PORTFOLIO" } as const satisfies Record<
  string,
  SavedPlace
>;
export type PlaceWord = keyof typeof savedPlaces;

/** Where a kept address is opened, without the language. */
export function toSavedPath(place: SavedPlace, query: string): string {
  return place === "PORTFOLIO" ? `/mijn?${query}` : `/voorzieningen?${query}`;
}

/** What is kept of an address of this page, on its first page; null when it asks for everything. */
export function toSavedQueryOf(place: PlaceWord, text: string): string | null {
  if (place === "voorzieningen") return toSavedQuery(text);
  return toPortfolioQuery({ ...parsePortfolioQuery(text.slice(0, longestQuery)), pagina: 1 }) || null;
}

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

const placeWord = z.enum(Object.keys(savedPlaces) as [PlaceWord, ...PlaceWord[]]);

export const saveSearchForm = z
  .object({ name: line(80), waar: placeWord.default("voorzieningen"), query: z.string() })
  .refine(({ waar, query }) => toSavedQueryOf(waar, query) !== null, {
    path: ["query"],
    error: "nothingToSave",
  });
export const savedStepForm = z.object({ id: z.uuid() });

export type SaveSearchInput = z.output<typeof saveSearchForm>;
export type SavedStepInput = z.output<typeof savedStepForm>;

/** Search params of the list: an address to save and of which page, and what just changed. */
export const savedSearchParams = z
  .object({
    waar: z.preprocess(firstOf, placeWord.catch("voorzieningen")),
    nieuw: z.preprocess(firstOf, z.string().catch("")),
    melding: z.preprocess(firstOf, z.enum(["saved", "removed"]).optional().catch(undefined)),
  })
  .transform(({ waar, nieuw, melding }) => ({ waar, melding, nieuw: toSavedQueryOf(waar, nieuw) }));
