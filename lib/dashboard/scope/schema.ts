import { z } from "zod";
import type { Province, Theme } from "@/lib/core/generated/prisma/enums";
import { firstOf, toAddressWord } from "@/lib/core/text";
import type { SizeClassId } from "@/lib/gemeenten/rules";
import { gemeenteSearch } from "@/lib/gemeenten/schema";
import { themeWords } from "@/lib/solutions/resource";

/** Which part of the country is looked at, on which day; null is "all of it". */
export type Scope = {
  /** ISO day on which everything is counted; today when none was asked for. */
  day: string;
  isToday: boolean;
  theme: Theme | null;
  /** Slugs. */
  provider: string | null;
  solution: string | null;
  province: Province | null;
  size: SizeClassId | null;
};

/** Before this day nothing was recorded. */
export const firstDay = "2010-01-01";

const slug = z.preprocess(
  firstOf,
  z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/)
    .nullable()
    .catch(null),
);
const day = z.preprocess(firstOf, z.iso.date().nullable().catch(null));

const params = z.object({
  stand: day,
  thema: z
    .unknown()
    .optional()
    .transform((word) => toTheme(firstOf(word))),
  aanbieder: slug,
  voorziening: slug,
});

const toTheme = (word: unknown): Theme | null => {
  const found = Object.entries(themeWords).find(([, one]) => one === word);
  return found ? (found[0] as Theme) : null;
};

/** The search params of the dashboard; what it does not know it leaves out, a day to come is today. */
export function parseScope(search: Record<string, unknown>, today: string): Scope {
  const { stand, thema, aanbieder, voorziening } = params.parse(search);
  const { province, size } = gemeenteSearch.parse(search);
  const asked = stand && stand >= firstDay && stand < today ? stand : null;
  return {
    day: asked ?? today,
    isToday: asked === null,
    theme: thema,
    provider: aanbieder,
    solution: voorziening,
    province,
    size,
  };
}

/** The scope as the part of an address after "?"; `day` is left out where it is today, unless it is to stay. */
export function toScopeQuery(scope: Scope, { keepDay = false } = {}): string {
  const query = new URLSearchParams();
  const add = (name: string, value: string | null) => value && query.append(name, value);
  add("thema", scope.theme && themeWords[scope.theme]);
  add("aanbieder", scope.provider);
  add("voorziening", scope.solution);
  add("provincie", scope.province && toAddressWord(scope.province));
  add("grootte", scope.size);
  if (keepDay || !scope.isToday) query.append("stand", scope.day);
  return query.toString();
}

/** Is only a part of the gemeenten looked at? */
export function isPartOfCountry({ province, size }: Scope): boolean {
  return province !== null || size !== null;
}

/** The page of a list that an address asks for. */
export function parsePage(value: unknown): number {
  return z.coerce.number().int().min(1).max(100_000).catch(1).parse(firstOf(value));
}

/** Two of a kind that an address puts side by side: the first two values of the parameter. */
export function parsePair(search: Record<string, unknown>, today: string): [Scope, Scope] | null {
  for (const name of ["voorziening", "provincie"] as const) {
    const asked = [search[name]].flat().filter((value) => typeof value === "string" && value !== "");
    const [a, b] = asked.map((value) => parseScope({ stand: search.stand, [name]: value }, today));
    const isRead = (scope: Scope) => (name === "voorziening" ? scope.solution : scope.province) !== null;
    if (a && b && isRead(a) && isRead(b)) return [a, b];
  }
  return null;
}
