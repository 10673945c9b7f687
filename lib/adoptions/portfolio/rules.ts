import { monthsBetween } from "@/lib/core/dates";
import type { Obligation, SolutionPhase, Theme } from "@/lib/core/generated/prisma/enums";
import { fold, toAddressWord } from "@/lib/core/text";
import { type AdoptionStatus, explanationLength, isOver, statuses, toStatusGroup } from "../rules";
import { type PortfolioFilters, standWords } from "./schema";

/** What filtering, sorting and attention need to know of an adoption. */
export type PortfolioItem = {
  status: AdoptionStatus;
  since: string;
  nextOn: string | null;
  contractEndsOn: string | null;
  /** The last day on which somebody of the gemeente recorded or confirmed it. */
  checkedOn: string;
  /** Why the gemeente does not take part, as it stands in the history. */
  explanation: string | null;
  contactName: string | null;
  leadName: string | null;
  solution: { slug: string; name: string; theme: Theme; obligation: Obligation; phase: SolutionPhase };
  pending: { to: AdoptionStatus; proposedById: string | null } | null;
  /** What should have been done of the list of steps and tasks. */
  lateTasks: readonly string[];
};

/** The part of the portfolio that was asked for, in the order that was asked for. */
export function filterPortfolio<T extends PortfolioItem>(
  items: readonly T[],
  filters: PortfolioFilters,
): T[] {
  const { q, stand, thema, sorteer } = filters;
  const group = stand && standWords[stand];
  const asked = fold(q);
  return items
    .filter(({ solution, contactName, leadName }) =>
      [solution.name, contactName, leadName].some((text) => text !== null && fold(text).includes(asked)),
    )
    .filter(({ status }) => !group || toStatusGroup(status) === group)
    .filter(({ solution }) => !thema || toAddressWord(solution.theme) === thema)
    .sort(comparisons[sorteer]);
}

const byName = (a: PortfolioItem, b: PortfolioItem) => a.solution.name.localeCompare(b.solution.name, "nl");

const comparisons: Record<PortfolioFilters["sorteer"], (a: PortfolioItem, b: PortfolioItem) => number> = {
  naam: byName,
  stand: (a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status) || byName(a, b),
  // What has no date comes last.
  datum: (a, b) => (a.nextOn ?? "9").localeCompare(b.nextOn ?? "9") || byName(a, b),
};

/** Rows on one page of the table and the timeline: more nobody reads in one go, and a phone cannot draw. */
export const pageSize = 100;

/** One page of the rows; a page past the last is the last. */
export function takePage<T>(rows: readonly T[], asked: number): { rows: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(asked, pages);
  return { rows: rows.slice((page - 1) * pageSize, page * pageSize), page, pages };
}

/** States in which nothing should happen for a year without somebody asking why. */
const underway: AdoptionStatus[] = ["EXPLORING", "DECIDING", "COMMITTED", "CONNECTING", "PILOT"];

/** States in which the gemeente works with it, or is going to. */
const live: AdoptionStatus[] = ["COMMITTED", "CONNECTING", "PILOT", "IN_USE", "PHASING_OUT"];

const stuckAfterMonths = 12;
const staleAfterMonths = 12;
const contractMonthsAhead = 12;

/** Has the day of the next step gone by? Days as "2026-11-20". */
export function isOverdue({ nextOn }: { nextOn: string | null }, today: string): boolean {
  return nextOn !== null && nextOn < today;
}

/** How many months it has stood still, when that is more than twelve; otherwise null. */
export function monthsStuck(
  { status, since }: Pick<PortfolioItem, "status" | "since">,
  today: string,
): number | null {
  const months = monthsBetween(since, today);
  return underway.includes(status) && months > stuckAfterMonths ? months : null;
}

/** Does the contract end within twelve months, or did it end while the gemeente goes on? */
export function isContractEnding(
  { status, contractEndsOn }: Pick<PortfolioItem, "status" | "contractEndsOn">,
  today: string,
): boolean {
  if (contractEndsOn === null || !live.includes(status)) return false;
  return monthsBetween(today, contractEndsOn) < contractMonthsAhead;
}

/** Older than twelve months: does this still hold? (docs/domain.md, "Actualiteit") */
export function isStale(
  { status, checkedOn }: Pick<PortfolioItem, "status" | "checkedOn">,
  today: string,
): boolean {
  return live.includes(status) && monthsBetween(checkedOn, today) >= staleAfterMonths;
}

/** "Pas toe of leg uit": the gemeente does not apply it, and did not say why. */
export function isUnexplained({
  status,
  explanation,
  solution,
}: Pick<PortfolioItem, "status" | "explanation"> & {
  solution: Pick<PortfolioItem["solution"], "obligation">;
}): boolean {
  if (solution.obligation !== "COMPLY_OR_EXPLAIN") return false;
  const isRefused = status === "DECLINED" || status === "NOT_APPLICABLE";
  return isRefused && (explanation ?? "").trim().length < explanationLength;
}

/** Is the solution on its way out while the gemeente uses it and has not begun to leave? */
export function isLosing({
  status,
  solution,
}: Pick<PortfolioItem, "status"> & { solution: Pick<PortfolioItem["solution"], "phase"> }): boolean {
  const isLeaving = solution.phase === "SUNSETTING" || isOver(solution.phase);
  return isLeaving && live.includes(status) && status !== "PHASING_OUT";
}
