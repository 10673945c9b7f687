import "@/lib/core/forms";
import { z } from "zod";
import { line, optionalLine, webAddress } from "@/lib/core/forms";
import {
  Layer,
  LinkVisibility,
  Obligation,
  PriceModel,
  SolutionKind,
  SolutionPhase,
  Theme,
} from "@/lib/core/generated/prisma/enums";

const name = line(120).regex(/[a-zA-Z0-9]/);
const summary = line(300).min(20);

const link = z.object({
  label: z.string().min(1).max(120),
  url: webAddress,
  visibility: z.enum(LinkVisibility),
});
type ContentLink = z.infer<typeof link>;

/** Everything a provider writes about a solution: what a SolutionVersion holds, in full, as JSON. */
export const solutionContent = z.object({
  name: z.string(),
  summary: z.string(),
  description: z.string(),
  audience: z.string(),
  sideEffects: z.string(),
  kind: z.enum(SolutionKind),
  theme: z.enum(Theme),
  keywords: z.array(z.string()),
  layer: z.enum(Layer).nullable(),
  phase: z.enum(SolutionPhase),
  phaseReason: z.string().nullable(),
  obligation: z.enum(Obligation),
  homepage: z.string().nullable(),
  repository: z.string().nullable(),
  licence: z.string().nullable(),
  legalBasis: z.string().nullable(),
  standards: z.array(z.string()),
  priceModel: z.enum(PriceModel),
  participationPublic: z.boolean(),
  links: z.array(link.extend({ url: z.string() })),
});
export type SolutionContent = z.infer<typeof solutionContent>;
export type ContentField = keyof SolutionContent;

/** The text in a row with its links, or in the JSON of a version; other columns are left out. */
export function toContent(row: unknown): SolutionContent {
  return solutionContent.parse(row);
}

/** What to select of a solution so that `toContent` can read it. */
export const contentSelect = {
  name: true,
  summary: true,
  description: true,
  audience: true,
  sideEffects: true,
  kind: true,
  theme: true,
  keywords: true,
  layer: true,
  phase: true,
  phaseReason: true,
  obligation: true,
  homepage: true,
  repository: true,
  licence: true,
  legalBasis: true,
  standards: true,
  priceModel: true,
  participationPublic: true,
  links: { select: { label: true, url: true, visibility: true }, orderBy: { position: "asc" } },
} as const satisfies Record<ContentField, unknown>;

/** Every field of the content, in the order of the editor. */
export const contentFields = solutionContent.keyof().options;

const nullableLine = (maximum: number) =>
  optionalLine(maximum).transform((value) => (value === "" ? null : value));
const nullableAddress = webAddress.optional().transform((value) => value ?? null);

const words = optionalLine(2000)
  .transform(listWords)
  .refine((list) => list.length <= 20, { error: "tooManyWords:20" })
  .refine((list) => list.every((word) => word.length <= 60), { error: "tooLong:60" });

const links = optionalLine(20_000)
  .transform((value, context) =>
    listLines(value).flatMap((typed, index) => {
      const parsed = link.safeParse(toLinkLine(typed));
      if (parsed.success) return [parsed.data];
      context.addIssue({ code: "custom", message: `invalidLinkLine:${index + 1}` });
      return [];
    }),
  )
  .refine((list) => list.length <= 30, { error: "tooManyWords:30" });

/** The editor as it is typed: lists are lines of text, so that it works without JavaScript. */
export const editorForm = z.object({
  solutionId: z.uuid(),
  /** The edit that the form was filled from; 0 when there was none yet. */
  revision: z.number().int().min(0),
  /** The published text that the form was filled from. */
  version: z.number().int().min(1),
  name,
  summary,
  description: optionalLine(5000),
  audience: optionalLine(500),
  sideEffects: optionalLine(2000),
  kind: z.enum(SolutionKind),
  theme: z.enum(Theme),
  keywords: words,
  layer: z
    .enum(Layer)
    .optional()
    .transform((value) => value ?? null),
  phase: z.enum(SolutionPhase),
  phaseReason: nullableLine(500),
  obligation: z.enum(Obligation),
  homepage: nullableAddress,
  repository: nullableAddress,
  licence: nullableLine(80),
  legalBasis: nullableLine(300),
  standards: words,
  priceModel: z.enum(PriceModel),
  participationPublic: z.boolean().default(false),
  links,
});
export type EditorInput = z.output<typeof editorForm>;

/** The first step: enough to give it a name and a place; the rest follows in the editor. */
export const newSolutionForm = z.object({
  name,
  summary,
  audience: optionalLine(500),
  kind: z.enum(SolutionKind),
  theme: z.enum(Theme),
  phase: z.enum(SolutionPhase),
});
export type NewSolution = z.output<typeof newSolutionForm>;

/** The content that the first step makes: what was not asked yet is empty or unknown. */
export function toFirstContent(input: NewSolution): SolutionContent {
  return {
    description: "",
    sideEffects: "",
    keywords: [],
    layer: null,
    phaseReason: null,
    obligation: "VOLUNTARY",
    homepage: null,
    repository: null,
    licence: null,
    legalBasis: null,
    standards: [],
    priceModel: "UNKNOWN",
    participationPublic: false,
    links: [],
    ...input,
  };
}

/** A step with an edit as it was seen: offering, taking back, approving, discarding. */
export const stepForm = z.object({ solutionId: z.uuid(), revision: z.number().int().min(1) });
export type StepInput = z.output<typeof stepForm>;

/** Asking for changes needs a sentence that says which. */
export const requestChangesForm = stepForm.extend({ comment: line(2000).min(10) });

/** What just changed, in the address of the page that follows (`manage.notice`). */
export const noticeSchema = z
  .enum(["created", "saved", "offered", "withdrawn", "returned", "published", "discarded", "confirmed"])
  .optional()
  .catch(undefined);

/** "This is still right", about the published text of this version. */
export const confirmFreshnessForm = z.object({ solutionId: z.uuid(), version: z.number().int().min(1) });
export type ConfirmInput = z.output<typeof confirmFreshnessForm>;

/** The lines that hold something, trimmed. */
function listLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((typed) => typed.trim())
    .filter(Boolean);
}

/** Words with a comma, semicolon or new line in between; each once. */
function listWords(text: string): string[] {
  return [...new Set(listLines(text.replaceAll(/[,;]/g, "\n")))];
}

/** "Handleiding | https://..." or, for gemeenten only, "DPIA | https://... | gemeenten". */
function toLinkLine(typed: string): Record<keyof ContentLink, string> {
  const parts = typed.split("|").map((part) => part.trim());
  const isForGemeenten = parts.length > 2 && parts.at(-1)?.toLowerCase() === "gemeenten";
  if (isForGemeenten) parts.pop();
  const url = parts.pop() ?? "";
  return { label: parts.join(" | "), url, visibility: isForGemeenten ? "GEMEENTEN" : "PUBLIC" };
}

/** The line that is read back as this link. */
function fromLink({ label, url, visibility }: ContentLink): string {
  return [label, url, ...(visibility === "GEMEENTEN" ? ["gemeenten"] : [])].join(" | ");
}

/** The editor filled with a text: `editorForm` reads the same text back from it. */
export function toEditorValues(content: SolutionContent) {
  return {
    ...content,
    keywords: content.keywords.join("\n"),
    standards: content.standards.join("\n"),
    links: content.links.map(fromLink).join("\n"),
    participationPublic: content.participationPublic ? "on" : undefined,
  };
}
