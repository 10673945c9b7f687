import { monthsBetween } from "@/lib/core/dates";
import type { Publication, SolutionPhase } from "@/lib/core/generated/prisma/enums";
import { type ContentField, contentFields, type SolutionContent } from "./schema";

/** The steps of publication (docs/domain.md, "Voorziening"). */
const steps: Record<Publication, readonly Publication[]> = {
  DRAFT: ["IN_REVIEW"],
  IN_REVIEW: ["DRAFT", "CHANGES_REQUESTED", "PUBLISHED"],
  CHANGES_REQUESTED: ["IN_REVIEW"],
  PUBLISHED: ["ARCHIVED"],
  ARCHIVED: [],
};

/** Can a text go from one state of publication to the other, whoever asks? */
export function canStep(from: Publication, to: Publication): boolean {
  return steps[from].includes(to);
}

/** Is this text still being worked on: may it be saved, and does nothing else start beside it? */
export function isBeingWritten(publication: Publication): boolean {
  return publication === "DRAFT" || publication === "CHANGES_REQUESTED";
}

/** Do, or did, visitors see a text of this solution? */
export function wasPublished(publication: Publication): boolean {
  return publication === "PUBLISHED" || publication === "ARCHIVED";
}

/** The road of a solution; the other phases lie beside it. */
const road: readonly SolutionPhase[] = [
  "IDEA",
  "EXPLORATION",
  "DEVELOPMENT",
  "PILOT",
  "SCALING",
  "MANAGED",
  "SUNSETTING",
  "RETIRED",
];

/** Is this a move back on the road, which is allowed with a reason? */
export function isMoveBack(from: SolutionPhase, to: SolutionPhase): boolean {
  return road.includes(from) && road.includes(to) && road.indexOf(to) < road.indexOf(from);
}

const phasesWithReason: readonly SolutionPhase[] = ["SUNSETTING", "STOPPED", "PAUSED", "DELIBERATELY_LOCAL"];

/** Must the phase be explained? `from` is the published phase, null before the first publication. */
export function needsPhaseReason(from: SolutionPhase | null, to: SolutionPhase): boolean {
  return phasesWithReason.includes(to) || (from !== null && isMoveBack(from, to));
}

/** What the platform knows of a solution besides its text. */
export type Facts = { inUseCount: number };

export const gateChecks = ["twoInUse", "evaluation", "tariff", "onboarding"] as const;
type GateCheck = (typeof gateChecks)[number];

/**
 * The gate to scaling up: two gemeenten in use, a public evaluation, a tariff and an
 * onboarding guide. Managed lies behind the same gate. The two documents are recognised by the name
 * of their link, which the editor tells.
 */
export function checkGate(content: SolutionContent, { inUseCount }: Facts): Record<GateCheck, boolean> {
  const named = (pattern: RegExp) => content.links.filter(({ label }) => pattern.test(label));
  return {
    twoInUse: inUseCount >= 2,
    evaluation: named(/evaluatie|evaluation/i).some(({ visibility }) => visibility === "PUBLIC"),
    tariff: content.priceModel !== "UNKNOWN",
    onboarding: named(/aansluit|implementatie|handleiding|onboarding|stappenplan/i).length > 0,
  };
}

/** Does the gate to scaling up still lie ahead of this phase? */
export function isBeforeGate(phase: SolutionPhase): boolean {
  return !["SCALING", "MANAGED", "SUNSETTING", "RETIRED"].includes(phase);
}

/** Does this change of phase go through the gate? A first publication tells where a solution already stands. */
export function passesGate(from: SolutionPhase | null, to: SolutionPhase): boolean {
  return from !== null && isBeforeGate(from) && (to === "SCALING" || to === "MANAGED");
}

export type Obstacle = "description" | "audience" | "phaseReason" | GateCheck;

/**
 * What must still happen before this text can be offered or published; empty when nothing does.
 * `published` is the text that visitors see now, null before the first publication.
 */
export function listObstacles(
  content: SolutionContent,
  published: SolutionContent | null,
  facts: Facts,
): Obstacle[] {
  const from = published?.phase ?? null;
  const gate = passesGate(from, content.phase) ? checkGate(content, facts) : null;
  return [
    ...(content.description === "" ? (["description"] as const) : []),
    ...(content.audience === "" ? (["audience"] as const) : []),
    ...(needsPhaseReason(from, content.phase) && !content.phaseReason ? (["phaseReason"] as const) : []),
    ...gateChecks.filter((check) => gate && !gate[check]),
  ];
}

/** How much each field helps a gemeente to decide; together 100. */
const weights: Partial<Record<ContentField, number>> = {
  summary: 15,
  description: 20,
  audience: 15,
  priceModel: 10,
  links: 10,
  sideEffects: 5,
  keywords: 5,
  homepage: 5,
  licence: 5,
  legalBasis: 3,
  standards: 5,
  layer: 2,
};

const isFilled = (content: SolutionContent, field: ContentField) => {
  const value = content[field];
  if (field === "priceModel") return value !== "UNKNOWN";
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== "";
};

/** How complete the text is, 0-100, and which fields would make it fuller, the weightiest first. */
export function completeness(content: SolutionContent): { percent: number; missing: ContentField[] } {
  const weighed = contentFields.flatMap((field) => ({ field, weight: weights[field] ?? 0 }));
  const missing = weighed
    .filter(({ field, weight }) => weight > 0 && !isFilled(content, field))
    .sort((a, b) => b.weight - a.weight);
  const lost = missing.reduce((sum, { weight }) => sum + weight, 0);
  return { percent: 100 - lost, missing: missing.map(({ field }) => field) };
}

/** Was this last confirmed twelve months ago or longer? Days as "2026-11-20". Never confirmed is another matter. */
export function isStale(confirmedOn: string | null, now: string): boolean {
  return confirmedOn !== null && monthsBetween(confirmedOn, now) >= 12;
}

/** The fields in which two texts differ, in the order of the editor. */
export function listDifferences(one: SolutionContent, other: SolutionContent): ContentField[] {
  return contentFields.filter((field) => sorted(one[field]) !== sorted(other[field]));
}

/** As text; links come back from the database with their keys in another order. */
function sorted(value: SolutionContent[ContentField]): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(
    value.map((item) => (typeof item === "string" ? item : [item.label, item.url, item.visibility])),
  );
}

/** Addresses below /voorzieningen and /beheer that are pages of their own. */
const reserved = ["nieuw", "vergelijken"];

/**
 * The address of a draft: with its provider in it, so that a name in use by a draft of another provider is
 * not noticed. The short address is for who publishes first.
 */
export function toDraftSlug(name: string, provider: { slug: string }): string {
  return `${toSlug(name)}-concept-${provider.slug}`;
}

/** Is this the address of a draft of this provider? */
export function isDraftSlug(slug: string, provider: { slug: string }): boolean {
  return slug.endsWith(`-concept-${provider.slug}`);
}

/** The address of a solution with this name: "Café & Één" becomes "cafe-een". At most 80 characters. */
export function toSlug(name: string): string {
  const slug = name
    .normalize("NFD")
    .replaceAll(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replaceAll(/^-+|-+$/g, "");
  return reserved.includes(slug) ? `${slug}-voorziening` : slug;
}
