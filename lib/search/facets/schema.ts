import { z } from "zod";
import {
  Layer,
  Obligation,
  type PriceModel,
  SolutionKind,
  SolutionPhase,
  Theme,
} from "@/lib/core/generated/prisma/enums";
import { kindWords, layerWords, obligationWords, phaseWords, themeWords } from "@/lib/solutions/resource";

// What a list can be narrowed by. The words are those of the address and of the public API; they
// are a promise to whoever links here.

export const facets = [
  "thema",
  "soort",
  "kosten",
  "verplichting",
  "fase",
  "oordeel",
  "gebruikt",
  "laag",
  "aanbieder",
  "licentie",
  "actualiteit",
] as const;
export type Facet = (typeof facets)[number];

/** Choices per facet, in the words of the address. */
export type Choices = Record<Facet, string[]>;

/** Facets whose values are known beforehand; providers and licences come from the catalogue. */
export type FixedFacet = Exclude<Facet, "aanbieder" | "licentie">;

/** Free for a gemeente, paid by it in some way, free to use but with hosting of its own, or nobody published a price. */
export const costs = {
  gratis: ["FREE", "GGU", "CENTRAL_BUDGET", "STATE_PAID"],
  "eigen-hosting": ["OPEN_SOURCE"],
  betaald: ["FRAMEWORK", "MEMBERSHIP", "PER_TRANSACTION", "DISTRIBUTION_KEY", "CO_FUNDING", "MARKET"],
  onbekend: ["UNKNOWN"],
} as const satisfies Record<string, readonly PriceModel[]>;
export type Cost = keyof typeof costs;

/** By the mean of at least three experiences; fewer is "geen". */
export const ratingBands = ["vier-of-hoger", "drie-tot-vier", "onder-drie", "geen"] as const;
export type RatingBand = (typeof ratingBands)[number];

/** Confirmed in the last twelve months, longer ago, or never. */
export const freshnesses = ["nagekeken", "verouderd", "niet-nagekeken"] as const;
export type Freshness = (typeof freshnesses)[number];

/** In use at another gemeente of my size class or in my province; only for who is of a gemeente. */
export const uses = ["mijn-grootteklasse", "mijn-provincie"] as const;
export type Use = (typeof uses)[number];

const wordPerValue = <V extends string>(values: Record<V, V>, words: Record<V, string>) =>
  new Map((Object.keys(values) as V[]).map((value): [string, readonly string[]] => [words[value], [value]]));
const itself = (words: readonly string[]) =>
  new Map(words.map((word): [string, readonly string[]] => [word, [word]]));

/** Per word the values that the database knows it by, in the order in which they are shown. */
export const facetValues: Record<FixedFacet, ReadonlyMap<string, readonly string[]>> = {
  thema: wordPerValue(Theme, themeWords),
  soort: wordPerValue(SolutionKind, kindWords),
  kosten: new Map(Object.entries(costs)),
  verplichting: wordPerValue(Obligation, obligationWords),
  fase: wordPerValue(SolutionPhase, phaseWords),
  oordeel: itself(ratingBands),
  gebruikt: itself(uses),
  laag: wordPerValue(Layer, layerWords),
  actualiteit: itself(freshnesses),
};

/** Are the values of this facet known beforehand? */
export function isFixed(facet: Facet): facet is FixedFacet {
  return facet in facetValues;
}

/** Has this the form of an address word? What has not, need not be looked up. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 200;
}

export function isChoice(facet: Facet, word: string): boolean {
  return isFixed(facet) ? facetValues[facet].has(word) : isSlug(word);
}

const toList = (value: unknown): string[] =>
  [value].flat().filter((item): item is string => typeof item === "string" && item !== "");

const mostChoices = 50;

/** A choice per facet: several values, each once, in a fixed order so that equal questions are equal addresses. */
const lenient = (facet: Facet) =>
  z
    .unknown()
    .optional()
    .transform((value) =>
      [...new Set(toList(value).filter((word) => isChoice(facet, word)))].sort().slice(0, mostChoices),
    );

/** The same for a program: what is wrong is refused. */
const strict = (facet: Facet) =>
  z
    .array(z.string().refine((word) => isChoice(facet, word), { error: "invalidChoiceParameter" }))
    .transform((values) => [...new Set(values)].sort());

const perFacet = <F extends Facet, S>(names: readonly F[], toSchema: (facet: Facet) => S) =>
  Object.fromEntries(names.map((facet) => [facet, toSchema(facet)])) as Record<F, S>;

/** A public reader is of no gemeente. */
export const publicFacets = facets.filter(
  (facet): facet is Exclude<Facet, "gebruikt"> => facet !== "gebruikt",
);

export const choicesShape = perFacet(facets, lenient);
export const strictChoicesShape = perFacet(publicFacets, strict);

/** No choice in any facet. */
export const noChoices: Choices = perFacet(facets, () => []);
