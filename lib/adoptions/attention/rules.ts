import {
  isContractEnding,
  isLosing,
  isOverdue,
  isStale,
  isUnexplained,
  monthsStuck,
  type PortfolioItem,
} from "../portfolio/rules";
import { isClosed } from "../rules";

/** Everything that can ask for attention, the most pressing first: the order on screen. */
export const attentionReasons = [
  "confirm",
  "overdue",
  "tasks",
  "contract",
  "proposals",
  "unexplained",
  "explain",
  "sunset",
  "stale",
  "stuck",
  "waiting",
] as const;
export type AttentionReason = (typeof attentionReasons)[number];

export type Attention<T extends PortfolioItem> =
  | { reason: "confirm" | "waiting" | "overdue" | "tasks" | "contract" | "unexplained" | "sunset"; item: T }
  | { reason: "stuck"; item: T; months: number }
  /** Many small things that are done on one page. */
  | { reason: "proposals" | "stale" | "explain"; count: number };

export type Situation<T extends PortfolioItem> = {
  portfolio: readonly T[];
  /** Claims by others that wait for an answer. */
  proposals: number;
  /** "Pas toe of leg uit" of which the gemeente has said nothing at all. */
  unmentioned: number;
  /** The manager who looks; null for a colleague who cannot confirm. */
  managerId: string | null;
  today: string;
};

/** How many things are put first. */
const shownFirst = 5;

/** What needs attention today, the most pressing five of it, and how many more there are. */
export function pickAttention<T extends PortfolioItem>(situation: Situation<T>) {
  const all = listAttention(situation);
  return { shown: all.slice(0, shownFirst), more: Math.max(0, all.length - shownFirst) };
}

/**
 * All that needs attention: decisions that wait for me, what is overdue, steps that are late, contracts that end, what others
 * say about us, what is not explained, what is being phased out, what nobody looked at for a year, what
 * stands still, and my own decisions that wait for a colleague. Within a reason the longest overdue first.
 */
export function listAttention<T extends PortfolioItem>(situation: Situation<T>): Attention<T>[] {
  const { portfolio, proposals, unmentioned, today } = situation;
  const { forMe, mine } = splitWaiting(situation);
  const withReason = (reason: "overdue" | "tasks" | "contract" | "unexplained" | "sunset", items: T[]) =>
    items.map((item) => ({ reason, item }));
  const counted = (reason: "proposals" | "stale" | "explain", count: number) =>
    count > 0 ? [{ reason, count }] : [];
  return [
    ...forMe.map((item) => ({ reason: "confirm" as const, item })),
    ...withReason(
      "overdue",
      earliestFirst(
        portfolio.filter((item) => isOverdue(item, today)),
        "nextOn",
      ),
    ),
    ...withReason(
      "tasks",
      portfolio.filter(({ lateTasks, status }) => lateTasks.length > 0 && !isClosed(status)),
    ),
    ...withReason(
      "contract",
      earliestFirst(
        portfolio.filter((item) => isContractEnding(item, today)),
        "contractEndsOn",
      ),
    ),
    ...counted("proposals", proposals),
    ...withReason("unexplained", portfolio.filter(isUnexplained)),
    ...counted("explain", unmentioned),
    ...withReason("sunset", portfolio.filter(isLosing)),
    ...counted("stale", portfolio.filter((item) => isStale(item, today)).length),
    ...listStuck(portfolio, today),
    ...mine.map((item) => ({ reason: "waiting" as const, item })),
  ];
}

/** Decisions that wait for this manager, and their own that wait for a colleague. */
function splitWaiting<T extends PortfolioItem>({ portfolio, managerId }: Situation<T>) {
  const waiting = managerId === null ? [] : portfolio.filter(({ pending }) => pending !== null);
  const isMine = ({ pending }: T) => pending?.proposedById === managerId;
  return { forMe: waiting.filter((item) => !isMine(item)), mine: waiting.filter(isMine) };
}

function earliestFirst<T extends PortfolioItem>(items: T[], day: "nextOn" | "contractEndsOn"): T[] {
  return items.sort((a, b) => (a[day] ?? "").localeCompare(b[day] ?? ""));
}

/** What stands still, unless it is overdue, which says so already. */
function listStuck<T extends PortfolioItem>(portfolio: readonly T[], today: string): Attention<T>[] {
  return portfolio
    .filter((item) => !isOverdue(item, today))
    .flatMap((item) => {
      const months = monthsStuck(item, today);
      return months === null ? [] : [{ reason: "stuck" as const, item, months }];
    });
}
