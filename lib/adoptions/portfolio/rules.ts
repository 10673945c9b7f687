import { monthsBetween } from "@/lib/core/dates";
import type { Theme } from "@/lib/core/generated/prisma/enums";
import { fold, toAddressWord } from "@/lib/core/text";
import { type AdoptionStatus, statuses, toStatusGroup } from "../rules";
import { type PortfolioFilters, standWords } from "../schema";

/** What filtering, sorting and attention need to know of an adoption. */
export type PortfolioItem = {
  status: AdoptionStatus;
  since: string;
  nextOn: string | null;
  solution: { slug: string; name: string; theme: Theme };
  pending: { to: AdoptionStatus; proposedById: string | null } | null;
};

/** The part of the portfolio that was asked for, in the order that was asked for. */
export function filterPortfolio<T extends PortfolioItem>(
  items: readonly T[],
  filters: PortfolioFilters,
): T[] {
  const { q, stand, thema, sorteer } = filters;
  const group = stand && standWords[stand];
  return items
    .filter(({ solution }) => fold(solution.name).includes(fold(q)))
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

/** States in which nothing should happen for a year without somebody asking why. */
const underway: AdoptionStatus[] = ["EXPLORING", "DECIDING", "COMMITTED", "CONNECTING", "PILOT"];

const stuckAfterMonths = 12;

/** Has the day of the next step gone by? Days as "2026-11-20". */
export function isOverdue({ nextOn }: { nextOn: string | null }, today: string): boolean {
  return nextOn !== null && nextOn < today;
}

/** How many months it has stood still, when that is more than twelve; otherwise null. */
export function monthsStuck({ status, since }: PortfolioItem, today: string): number | null {
  const months = monthsBetween(since, today);
  return underway.includes(status) && months > stuckAfterMonths ? months : null;
}

export type Attention<T extends PortfolioItem> =
  | { reason: "confirm" | "waiting" | "overdue"; item: T }
  | { reason: "stuck"; item: T; months: number }
  | { reason: "proposals"; count: number };

type Situation<T extends PortfolioItem> = {
  portfolio: readonly T[];
  /** Claims by others that wait for an answer. */
  proposals: number;
  /** The manager who looks; null for a colleague who cannot confirm. */
  managerId: string | null;
  today: string;
};

/** How many things are put first. */
const shownFirst = 5;

/**
 * What needs attention today, at most five: decisions that wait for me, what is overdue, what others
 * say about us, what stands still, and my own decisions that wait for a colleague. Longest overdue first.
 */
export function pickAttention<T extends PortfolioItem>(situation: Situation<T>) {
  const all = listAttention(situation);
  return { shown: all.slice(0, shownFirst), more: Math.max(0, all.length - shownFirst) };
}

function listAttention<T extends PortfolioItem>(situation: Situation<T>): Attention<T>[] {
  const { portfolio, proposals, managerId, today } = situation;
  const isMine = ({ pending }: T) => pending !== null && pending.proposedById === managerId;
  const waiting = managerId === null ? [] : portfolio.filter(({ pending }) => pending !== null);
  const overdue = portfolio
    .filter((item) => isOverdue(item, today))
    .sort((a, b) => (a.nextOn ?? "").localeCompare(b.nextOn ?? ""));
  return [
    ...waiting.filter((item) => !isMine(item)).map((item) => ({ reason: "confirm" as const, item })),
    ...overdue.map((item) => ({ reason: "overdue" as const, item })),
    ...(proposals > 0 ? [{ reason: "proposals" as const, count: proposals }] : []),
    ...portfolio
      .filter((item) => !isOverdue(item, today))
      .flatMap((item) => {
        const months = monthsStuck(item, today);
        return months === null ? [] : [{ reason: "stuck" as const, item, months }];
      }),
    ...waiting.filter(isMine).map((item) => ({ reason: "waiting" as const, item })),
  ];
}
