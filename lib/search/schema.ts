import { z } from "zod";
import { firstOf } from "@/lib/core/text";
import { kindWords, phaseWords, themeWords } from "@/lib/solutions/resource";
import { type Choices, choicesShape, facets, publicFacets, strictChoicesShape } from "./facets/schema";

export { kindWords, phaseWords, themeWords };

export const sorts = ["relevantie", "gebruik", "oordeel", "nieuw", "naam", "vergelijkbaar"] as const;
export type Sort = (typeof sorts)[number];

/** "At gemeenten like mine" means nothing to who is of no gemeente. */
export const publicSorts = sorts.filter((sort) => sort !== "vergelijkbaar");

/** Longest question that is looked at; the rest is cut off. */
export const longestQuestion = 200;
export const defaultPageSize = 20;
export const lastPage = 100_000;

/** The question of a search, with choices per facet in the words of the address. */
export type SearchFilters = Choices & {
  q: string;
  sort: Sort | null;
  page: number;
  pageSize: number;
};

/** What a person typed, without what cannot be searched: control characters, halves of characters. */
export const question = z.preprocess(
  firstOf,
  z
    .string()
    .catch("")
    .transform((text) =>
      text
        .slice(0, longestQuestion)
        .normalize("NFKC")
        .slice(0, longestQuestion)
        .replace(/[\p{C}\s]+/gu, " ")
        .trim(),
    ),
);

/** Parses the search params of the catalogue; what it does not know it leaves out, it never refuses. */
export const searchSchema = z.object({
  q: question,
  ...choicesShape,
  sort: z.preprocess(firstOf, z.enum(sorts).nullable().catch(null)),
  page: z.preprocess(firstOf, z.coerce.number().int().min(1).max(lastPage).catch(1)),
  pageSize: z
    .unknown()
    .optional()
    .transform(() => defaultPageSize),
});

/** An error's `message` is the key of a sentence in `errors`; its path is the parameter. */
const wholeNumber = (maximum: number, error: "invalidPageParameter" | "invalidPageSizeParameter") =>
  z
    .string({ error })
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .refine((value) => value >= 1 && value <= maximum, { error });

/** The same question asked by a program: what is wrong is refused, because a machine does not see it happen. */
export const apiSearchSchema = searchSchema.extend({
  ...strictChoicesShape,
  sort: z.enum(publicSorts, { error: "invalidChoiceParameter" }).nullable(),
  page: wholeNumber(lastPage, "invalidPageParameter").default(1),
  pageSize: wholeNumber(100, "invalidPageSizeParameter").default(defaultPageSize),
});

/** The parameters of a program's question, repeated ones as lists. */
export function toApiInput(params: URLSearchParams): Record<string, unknown> {
  const only = (name: string) => (params.has(name) ? params.getAll(name).join(",") : undefined);
  return {
    ...Object.fromEntries(publicFacets.map((facet) => [facet, params.getAll(facet).filter(Boolean)])),
    q: params.get("q") ?? "",
    sort: params.get("sort") || null,
    page: only("page"),
    pageSize: only("pageSize"),
  };
}

/** The question as the part of an address after "?"; what is at its default is left out. */
export function toQueryString(filters: SearchFilters): string {
  const params = new URLSearchParams();
  if (filters.q) params.append("q", filters.q);
  for (const facet of facets) for (const value of filters[facet]) params.append(facet, value);
  if (filters.sort) params.append("sort", filters.sort);
  if (filters.page > 1) params.append("page", String(filters.page));
  if (filters.pageSize !== defaultPageSize) params.append("pageSize", String(filters.pageSize));
  return params.toString();
}

/** Is anything chosen in any facet? */
export function hasChoices(filters: Choices): boolean {
  return facets.some((facet) => filters[facet].length > 0);
}
