import type { Locale } from "@/lib/core/locales";
import type { NamedParty } from "../names/queries";
import type { SuggestedSolution } from "./queries";

/** What the box on every page shows while somebody types. */
export type Suggestion = { kind: "solution" | "gemeente" | "provider"; name: string; href: string };

/** Names first when one was typed, else solutions first. */
export function toSuggestions(
  locale: Locale,
  { solutions, parties }: { solutions: SuggestedSolution[]; parties: NamedParty[] },
): Suggestion[] {
  return [
    ...solutions.map(({ slug, name }) => ({
      kind: "solution" as const,
      name,
      href: `/${locale}/voorzieningen/${slug}`,
    })),
    ...parties.map((party) => ({ ...toParty(party), name: party.name, href: hrefOfParty(locale, party) })),
  ];
}

function toParty({ kind }: NamedParty) {
  return { kind: kind === "GEMEENTE" ? ("gemeente" as const) : ("provider" as const) };
}

/** A gemeente has a page; of another organisation we show what it provides. */
export function hrefOfParty(locale: Locale, { kind, slug }: Pick<NamedParty, "kind" | "slug">): string {
  return kind === "GEMEENTE" ? `/${locale}/gemeenten/${slug}` : `/${locale}/voorzieningen?aanbieder=${slug}`;
}
