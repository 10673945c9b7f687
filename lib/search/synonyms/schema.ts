import { z } from "zod";
import { line, optionalLine } from "@/lib/core/forms";
import { firstOf } from "@/lib/core/text";

const longestWord = 80;
const mostExpansions = 30;

/** One per line; each once. */
const expansions = z
  .string()
  .trim()
  .min(1)
  .transform((text) => [
    ...new Set(
      text
        .split("\n")
        .map((word) => word.trim())
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(line(longestWord)).max(mostExpansions, { error: `tooManyWords:${mostExpansions}` }));

const fields = z.object({
  term: line(longestWord),
  expansions,
  direction: z.enum(["one", "both"]),
  weight: z.number().int().min(1).max(100),
  note: optionalLine(200),
});

type Fields = z.output<typeof fields>;
const saysSomething = ({ term, expansions: words }: Pick<Fields, "term" | "expansions">) =>
  !words.some((word) => word.toLowerCase() === term.toLowerCase());
const itself = { path: ["expansions"], error: "synonymOfItself" };

export const addSynonymForm = fields.refine(saysSomething, itself);
export const changeSynonymForm = fields
  .extend({ id: z.uuid(), version: z.number().int().min(1) })
  .refine(saysSomething, itself);
export const removeSynonymForm = z.object({ id: z.uuid(), version: z.number().int().min(1) });

export type AddSynonymInput = z.output<typeof addSynonymForm>;
export type ChangeSynonymInput = z.output<typeof changeSynonymForm>;
export type RemoveSynonymInput = z.output<typeof removeSynonymForm>;

/** What just changed, in the address of the page that follows. */
export const synonymNotice = z.preprocess(
  firstOf,
  z.enum(["added", "changed", "removed"]).optional().catch(undefined),
);

/** Search params of the list: part of a term or expansion, and the page. */
export const synonymSearch = z.object({
  zoek: z.preprocess(
    firstOf,
    z
      .string()
      .catch("")
      .transform((text) =>
        text
          .replace(/[\p{C}\s]+/gu, " ")
          .trim()
          .slice(0, longestWord),
      ),
  ),
  page: z.preprocess(firstOf, z.coerce.number().int().min(1).max(10_000).catch(1)),
});
