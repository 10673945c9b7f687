import { z } from "zod";
import { SolutionKind, SolutionPhase, Theme } from "@/lib/core/generated/prisma/enums";
import { firstOf } from "@/lib/core/text";
import { kindWords, phaseWords, themeWords } from "@/lib/solutions/resource";

export { kindWords, phaseWords, themeWords };

export const facets = ["thema", "soort", "fase", "aanbieder"] as const;
export type Facet = (typeof facets)[number];

export const sorts = ["relevantie", "gebruik", "oordeel", "naam", "nieuw"] as const;
type Sort = (typeof sorts)[number];

/** Longest question that is looked at; the rest is cut off. */
export const longestQuestion = 200;
export const defaultPageSize = 20;
export const lastPage = 100_000;

/** The question of a search, with choices per facet in the words of the address. */
export type SearchFilters = {
  q: string;
  thema: string[];
  soort: string[];
  fase: string[];
  aanbieder: string[];
  sort: Sort | null;
  page: number;
  pageSize: number;
};

/** The word in the address and the value in the database, both ways. */
const valuePerWord = <V extends string>(values: Record<V, V>, words: Record<V, string>) =>
  new Map((Object.keys(values) as V[]).map((value) => [words[value], value]));

export const facetValues = {
  thema: valuePerWord(Theme, themeWords),
  soort: valuePerWord(SolutionKind, kindWords),
  fase: valuePerWord(SolutionPhase, phaseWords),
};

/** Has this the form of an address word? What has not, need not be looked up. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 200;
}

const isChoice: Record<Facet, (word: string) => boolean> = {
  thema: (word) => facetValues.thema.has(word),
  soort: (word) => facetValues.soort.has(word),
  fase: (word) => facetValues.fase.has(word),
  aanbieder: isSlug,
};

const toList = (value: unknown): string[] =>
  [value].flat().filter((item): item is string => typeof item === "string" && item !== "");

/** A choice per facet: several values, each once, in a fixed order so that equal questions are equal addresses. */
const choices = (facet: Facet) =>
  z
    .unknown()
    .optional()
    .transform((value) => [...new Set(toList(value).filter(isChoice[facet]))].sort().slice(0, 50));

/** What a person typed, without what cannot be searched: control characters, halves of characters. */
const question = z.preprocess(
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
  thema: choices("thema"),
  soort: choices("soort"),
  fase: choices("fase"),
  aanbieder: choices("aanbieder"),
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

const strictChoices = (facet: Facet) =>
  z
    .array(z.string().refine(isChoice[facet], { error: "invalidChoiceParameter" }))
    .transform((values) => [...new Set(values)].sort());

/** The same question asked by a program: what is wrong is refused, because a machine does not see it happen. */
export const apiSearchSchema = searchSchema.extend({
  thema: strictChoices("thema"),
  soort: strictChoices("soort"),
  fase: strictChoices("fase"),
  aanbieder: strictChoices("aanbieder"),
  sort: z.enum(sorts, { error: "invalidChoiceParameter" }).nullable(),
  page: wholeNumber(lastPage, "invalidPageParameter").default(1),
  pageSize: wholeNumber(100, "invalidPageSizeParameter").default(defaultPageSize),
});

/** The parameters of a program's question, repeated ones as lists. */
export function toApiInput(params: URLSearchParams): z.input<typeof apiSearchSchema> {
  const only = (name: string) => (params.has(name) ? params.getAll(name).join(",") : undefined);
  return {
    q: params.get("q") ?? "",
    thema: params.getAll("thema").filter(Boolean),
    soort: params.getAll("soort").filter(Boolean),
    fase: params.getAll("fase").filter(Boolean),
    aanbieder: params.getAll("aanbieder").filter(Boolean),
    sort: (params.get("sort") || null) as Sort | null,
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
