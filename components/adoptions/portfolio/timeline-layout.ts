import { type AdoptionStatus, type StatusGroup, toStatusGroup } from "@/lib/adoptions/rules";

/** Months before and after today that are drawn. */
export const monthsBack = 24;
export const monthsAhead = 12;

export type TimelineItem = {
  status: AdoptionStatus;
  nextOn: string | null;
  contractEndsOn: string | null;
  /** Newest first, as the history is read. */
  events: readonly { to: AdoptionStatus; occurredOn: string; isCorrection: boolean }[];
};

export type Span = { group: StatusGroup; x: number; width: number };
/** Everything in thousandths of the width; what lies outside the window is null. */
export type TimelineLayout = {
  spans: Span[];
  today: number;
  planned: number | null;
  contract: number | null;
};

export const wholeWidth = 1000;

/** The window around today: ISO days. */
export function windowOf(today: string): { from: string; to: string } {
  return { from: addMonths(today, -monthsBack), to: addMonths(today, monthsAhead) };
}

/** Where the states, the plan and the end of the contract are drawn. */
export function layOutTimeline(item: TimelineItem, today: string): TimelineLayout {
  const { from, to } = windowOf(today);
  const place = (day: string) =>
    Math.round(((toTime(day) - toTime(from)) / (toTime(to) - toTime(from))) * wholeWidth);
  const inside = (day: string | null) => (day && day >= from && day <= to ? place(day) : null);
  const end = place(today);
  const steps = effectiveSteps(item);
  const spans = steps.flatMap(({ group, day }, at) => {
    const x = Math.max(0, place(day));
    const until = Math.min(end, place(steps[at + 1]?.day ?? today));
    return until > x ? [{ group, x, width: until - x }] : [];
  });
  return { spans, today: end, planned: inside(item.nextOn), contract: inside(item.contractEndsOn) };
}

/** The history as it holds now, oldest first: a correction takes back what it says was wrong. */
function effectiveSteps({ events }: TimelineItem) {
  const steps: { group: StatusGroup; day: string }[] = [];
  for (const { to, occurredOn, isCorrection } of [...events].reverse()) {
    while (isCorrection && steps.length > 0 && (steps.at(-1)?.day ?? "") >= occurredOn) steps.pop();
    const group = toStatusGroup(to);
    if (steps.at(-1)?.group !== group) steps.push({ group, day: occurredOn });
  }
  return steps;
}

const toTime = (day: string) => Date.parse(`${day}T00:00:00Z`);

function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.toISOString().slice(0, 10);
}
