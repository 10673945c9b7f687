import { z } from "zod";
import { optionalLine } from "@/lib/core/forms";
import { firstOf } from "@/lib/core/text";

/** Which part of the portfolio, as addresses say it. */
export const standWords = {
  belangstelling: "interested",
  "op-weg": "joining",
  "in-gebruik": "inUse",
  gestopt: "stopped",
} as const;
export const sortWords = ["datum", "naam", "stand"] as const;

/** Three ways to look at the same rows. */
export const viewWords = ["tabel", "bord", "tijdlijn"] as const;
export type PortfolioView = (typeof viewWords)[number];

/** The view and filters of the portfolio; rubbish counts as not asked for. */
export const portfolioSchema = z.object({
  beeld: z.enum(viewWords).catch("tabel"),
  q: optionalLine(100).catch(""),
  stand: z
    .enum(Object.keys(standWords) as (keyof typeof standWords)[])
    .optional()
    .catch(undefined),
  thema: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional()
    .catch(undefined),
  sorteer: z.enum(sortWords).catch("datum"),
  pagina: z.preprocess(firstOf, z.coerce.number().int().min(1).max(10_000).catch(1)),
});
export type PortfolioFilters = z.output<typeof portfolioSchema>;

const usual: PortfolioFilters = { beeld: "tabel", q: "", sorteer: "datum", pagina: 1 } as PortfolioFilters;

/** The filters as the query of an address, without what goes without saying: "beeld=bord&stand=op-weg". */
export function toPortfolioQuery(filters: PortfolioFilters): string {
  const asked = (Object.entries(filters) as [keyof PortfolioFilters, string | number | undefined][]).filter(
    ([name, value]) => value !== undefined && value !== usual[name],
  );
  return new URLSearchParams(asked.map(([name, value]) => [name, String(value)])).toString();
}

/** The filters that such a query stands for. */
export function parsePortfolioQuery(query: string): PortfolioFilters {
  return portfolioSchema.parse(Object.fromEntries(new URLSearchParams(query)));
}
