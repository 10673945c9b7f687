import type { AdoptionStatus } from "@/lib/adoptions/rules";
import { toAddressWord } from "@/lib/core/text";
import { type Scope, toScopeQuery } from "@/lib/dashboard/scope/schema";

/** The parts of the dashboard, by the word in their address. */
export const parts = [
  ...(["cijfers", "verloop", "vooruitblik", "kaart", "provincies", "meest-gebruikt", "stijgers"] as const),
  ...(["koplopers", "standen", "themas", "afgehaakt", "deelnames"] as const),
] as const;
export type Part = (typeof parts)[number];

const withQuery = (path: string, query: string) => (query ? `${path}?${query}` : path);

/** The dashboard of a scope. */
export function dashboardPath(locale: string, scope: Scope, part?: Part): string {
  return `${withQuery(`/${locale}/dashboard`, toScopeQuery(scope))}${part ? `#${part}` : ""}`;
}

/** The same with its day in the address, so that it shows the same later on. */
export function permanentPath(locale: string, scope: Scope, part: Part): string {
  return `/${locale}/dashboard?${toScopeQuery(scope, { keepDay: true })}#${part}`;
}

/** The rows behind a figure. */
export function rowsPath(locale: string, scope: Scope, status?: AdoptionStatus): string {
  const query = new URLSearchParams(toScopeQuery(scope));
  if (status) query.append("status", toAddressWord(status));
  return withQuery(`/${locale}/dashboard/deelnames`, query.toString());
}

/** A part as a CSV file. */
export function filePath(locale: string, scope: Scope, part: Part, status?: AdoptionStatus | null): string {
  const query = new URLSearchParams({ deel: part, taal: locale });
  if (status) query.append("status", toAddressWord(status));
  return `/api/dashboard?${query}&${toScopeQuery(scope, { keepDay: true })}`;
}
