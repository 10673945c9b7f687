import "server-only";
import { today } from "@/lib/core/dates";
import type { Viewer } from "@/lib/core/roles";
import { getCountry, listScopeOptions } from "../country/queries";
import { listPublishedReasons } from "../declined/queries";
import { listDeclined } from "../declined/rules";
import { parseScope, type Scope } from "../scope/schema";

/** All that the dashboard shows of a scope on its day, as far as this viewer may know it. Four statements. */
export async function getOverview(viewer: Viewer, scope: Scope) {
  const [country, options, reasons] = await Promise.all([
    getCountry(viewer, scope),
    listScopeOptions(scope),
    listPublishedReasons(scope),
  ]);
  return { country, options, declined: listDeclined(viewer, country, reasons) };
}

export type Overview = Awaited<ReturnType<typeof getOverview>>;

/** Two scopes side by side, and what can be chosen. Five statements at most. */
export async function getPair(viewer: Viewer, pair: [Scope, Scope] | null) {
  const options = await listScopeOptions(pair?.[0] ?? parseScope({}, today()));
  if (!pair) return { options, countries: null };
  const countries = await Promise.all(pair.map((scope) => getCountry(viewer, scope)));
  return { options, countries };
}
