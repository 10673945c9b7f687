import { type AdoptionStatus, statuses } from "@/lib/adoptions/rules";
import { firstOf, toAddressWord } from "@/lib/core/text";
import { type Country, listStandings, type Standing } from "../country/rules";

// The rows behind the figures: who is where, as far as the viewer may see it by name.

export type Rows = {
  rows: Standing[];
  /** How many rows there are by name. */
  total: number;
  page: number;
  pages: number;
};

export const rowsPerPage = 100;

/** The state that an address names ("in-use"), or null for every one. */
export function parseStatus(word: unknown): AdoptionStatus | null {
  return statuses.find((status) => toAddressWord(status) === firstOf(word)) ?? null;
}

/** The standings of the day that the viewer may see by name, newest first; one page of them. */
export function listRows(
  country: Country,
  { status, page }: { status: AdoptionStatus | null; page: number },
): Rows {
  const rows = listNamed(country, status);
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  const at = Math.min(Math.max(1, page), pages);
  return { rows: rows.slice((at - 1) * rowsPerPage, at * rowsPerPage), total: rows.length, page: at, pages };
}

/** All of them. */
export function listNamed(country: Country, status: AdoptionStatus | null): Standing[] {
  return listStandings(country.seen)
    .filter((one) => status === null || one.status === status)
    .sort(byNewest);
}

function byNewest(a: Standing, b: Standing): number {
  if (a.since !== b.since) return a.since < b.since ? 1 : -1;
  return a.solution.slug < b.solution.slug ? -1 : a.solution.slug > b.solution.slug ? 1 : 0;
}
