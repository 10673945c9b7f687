import { z } from "zod";
import {
  kinds,
  layers,
  licenceChecks,
  obligations,
  organisationKinds,
  phases,
  prices,
  provinces,
  relationKinds,
  themes,
  verifications,
} from "./words";

// What a row of each reference file must look like. The files use Dutch words; these schemas
// turn them into the codes of the data model.

const text = z.string().trim().min(1, "is leeg");
const optionalText = z
  .string()
  .trim()
  .transform((value) => value || null);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is geen geldige slug");
const optionalUrl = z.union([
  z.literal("").transform(() => null),
  z.url({ protocol: /^https?$/, error: "is geen webadres" }),
]);
const wholeNumber = z.string().regex(/^\d+$/, "is geen heel getal").transform(Number);

/** One of the known words, as its code. */
function word<Code extends string>(codes: Record<string, Code>) {
  return z.string().transform((value, context) => {
    const code = codes[value];
    if (code) return code;
    context.addIssue({ code: "custom", message: `onbekend woord "${value}"` });
    return z.NEVER;
  });
}

const list = (separator: string) =>
  z.string().transform((value) =>
    value
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean),
  );

const links = list(";").pipe(
  z.array(
    z.string().transform((value, context) => {
      const [label, url] = value.split("|");
      if (label && url && URL.canParse(url)) return { label, url, visibility: "PUBLIC" as const };
      context.addIssue({ code: "custom", message: `geen "naam|adres": ${value}` });
      return z.NEVER;
    }),
  ),
);

export const gemeenteRow = z.object({
  slug,
  cbs_code: z.string().regex(/^GM\d{4}$/, "is geen gemeentecode"),
  official_name: text,
  display_name: text,
  province: word(provinces),
  inhabitants_2026: wholeNumber.pipe(z.number().positive("moet meer dan 0 zijn")),
  tooi_uri: z.url("is geen webadres"),
  email_domain: optionalText,
  hex_col: wholeNumber,
  hex_row: wholeNumber,
});
export type GemeenteRow = z.infer<typeof gemeenteRow>;

export const partnershipRow = z.object({ slug, tooi_uri: z.url("is geen webadres"), code: text, name: text });
export type PartnershipRow = z.infer<typeof partnershipRow>;

export const providerRow = z.object({
  slug,
  name: text,
  kind: word(organisationKinds),
  website: optionalUrl,
});
export type ProviderRow = z.infer<typeof providerRow>;

export const solutionRow = z.object({
  slug,
  name: text,
  summary: text,
  kind: word(kinds),
  theme: word(themes),
  phase: word(phases),
  phase_reason: optionalText,
  provider: slug,
  provider_label: optionalText,
  homepage: optionalUrl,
  repository: optionalUrl,
  licence: optionalText,
  licence_verified: word(licenceChecks),
  layer: z.union([z.literal("").transform(() => null), word(layers)]),
  standards: list(","),
  legal_basis: optionalText,
  price_model: word(prices),
  obligation: word(obligations),
  obligation_reason: optionalText,
  keywords: list(";"),
  audience: z.string().trim(),
  description: z.string().trim(),
  verified: word(verifications),
  source: optionalText,
  source_note: optionalText,
  links,
});
export type SolutionRow = z.infer<typeof solutionRow>;

export const relationRow = z
  .object({ from: slug, to: slug, kind: word(relationKinds), source: text })
  .refine(({ from, to }) => from !== to, {
    path: ["to"],
    message: "een voorziening hoort niet bij zichzelf",
  });
export type RelationRow = z.infer<typeof relationRow>;

/** Every gemeente of the country, and a number without names. */
export const everyGemeente = "*ALLE*";
export const onlyCount = "*TELLING*";

export const factRow = z
  .object({
    solution: slug,
    gemeente: text,
    to: z.enum(["INTERESTED", "EXPLORING", "DECIDING", "COMMITTED", "CONNECTING", "PILOT", "IN_USE", ""], {
      error: "is geen status",
    }),
    statement: text,
    evidence_kind: text,
    evidence_date: z.union([
      z.literal("").transform(() => null),
      z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "is geen datum (jjjj, jjjj-mm of jjjj-mm-dd)"),
    ]),
    source: text,
    note: optionalText,
  })
  .refine(({ gemeente, to }) => (gemeente === onlyCount) === (to === ""), {
    path: ["to"],
    message: "alleen een telling heeft geen status",
  });
export type FactRow = z.infer<typeof factRow>;

/** For a kind of solution ("component") or for one solution, by its slug. */
export const taskRow = z
  .object({ voor: slug, nummer: wholeNumber.pipe(z.number().min(1).max(50)), stap: text })
  .transform(({ voor, nummer, stap }) => ({ scope: kinds[voor] ?? voor, position: nummer, label: stap }));
export type TaskRow = z.infer<typeof taskRow>;

export const synonymRow = z.object({
  term: text,
  expansions: list(";").pipe(z.array(text).min(1, "is leeg").max(30)),
  /** Both ways: an expansion also finds the term. */
  direction: word({ heen: "one", beide: "both" }).transform((direction) => direction === "both"),
  weight: wholeNumber.pipe(z.number().min(1).max(100)),
  note: optionalText,
});
export type SynonymRow = z.infer<typeof synonymRow>;
