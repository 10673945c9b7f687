import type { AdoptionStatus, SolutionTraits } from "../rules";

// What people and sources can ask of one gemeente and one solution, and a generator of such questions: often
// sensible, so that sequences get somewhere, and often not.

/** Two managers and a colleague of the gemeente, a manager of another one, and a supplier. */
export const actors = ["manager", "second", "staff", "stranger", "supplier"] as const;
export type Actor = (typeof actors)[number];

type At = { actor: Actor; day: string };
export type Command =
  | ({ kind: "begin" } & At)
  | ({ kind: "move"; to: AdoptionStatus; isExplained: boolean; isStale: boolean } & At)
  | ({ kind: "correct"; to: AdoptionStatus; isExplained: boolean; isStale: boolean } & At)
  | ({ kind: "plan"; isStale: boolean } & At)
  | ({ kind: "confirm" } & At)
  | ({ kind: "reject" } & At)
  | ({ kind: "withdraw" } & At)
  | ({ kind: "fact"; to: AdoptionStatus } & At);

/** Where an adoption stands, as far as it is compared. */
export type View = {
  cycle: number;
  steps: number;
  status: AdoptionStatus;
  since: string;
  resumeStatus: AdoptionStatus | null;
  interestedOn: string | null;
  committedOn: string | null;
  inUseOn: string | null;
  endedOn: string | null;
  pending: AdoptionStatus | null;
};

/** Something that carries out commands or refuses them: the rules, the database, or the model of both. */
export type Machine = {
  apply: (command: Command) => boolean;
  view: () => View | null;
};

export const traitsOf: Record<string, SolutionTraits> = {
  paid: { obligation: "VOLUNTARY", priceModel: "MARKET" },
  free: { obligation: "RECOMMENDED", priceModel: "FREE" },
  explained: { obligation: "COMPLY_OR_EXPLAIN", priceModel: "MEMBERSHIP" },
  statutory: { obligation: "STATUTORY", priceModel: "STATE_PAID" },
};

export type Random = { pick: <const T>(list: readonly [T, ...T[]]) => T; chance: (share: number) => boolean };

/** Numbers that look random and are the same for the same seed, so that a failure can be repeated (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    pick: (list) => list[Math.floor(next() * list.length)] ?? list[0],
    chance: (share) => next() < share,
  };
}

const firstDay = Date.UTC(2020, 0, 1);
const days = Array.from({ length: 4000 }, (_, n) =>
  new Date(firstDay + n * 86_400_000).toISOString().slice(0, 10),
);
const placeOf = new Map(days.map((day, place) => [day, place]));

/** The day so many days later, or earlier. */
function shift(day: string, by: number): string {
  return days[Math.max(0, (placeOf.get(day) ?? 0) + by)] ?? day;
}

const road = ["INTERESTED", "EXPLORING", "DECIDING", "COMMITTED", "CONNECTING"] as const;
const all = [
  ...road,
  ...["PILOT", "IN_USE", "PHASING_OUT", "ENDED", "ON_HOLD", "DECLINED", "NOT_APPLICABLE"],
] as unknown as [AdoptionStatus, ...AdoptionStatus[]];

/** A next command for who stands there; `today` is the day on which interest is registered. */
export function generate({ pick, chance }: Random, now: View | null, today: string): Command {
  const actor = pick<Actor>(["manager", "manager", "manager", "manager", "second", "second", ...actors]);
  const at = { actor, day: shift(now?.since ?? today, pick([0, 0, 0, 1, 30, -1, -40])) };
  if (!now || chance(0.03)) return pick([{ kind: "begin", actor, day: today }, factOf(pick(all), at)]);
  if (now.pending && chance(0.7)) return { kind: pick(["confirm", "confirm", "reject", "withdraw"]), ...at };
  const isStale = chance(0.03);
  const isExplained = chance(0.8);
  const likely = all[all.indexOf(now.resumeStatus ?? now.status) + (now.resumeStatus ? 0 : 1)];
  const to = likely && chance(0.5) ? likely : pick(all);
  const kind = pick(["move", "move", "move", "move", "correct", "plan", "fact", "begin", "confirm"]);
  if (kind === "fact") return factOf(to, at);
  if (kind === "begin") return { kind, actor, day: today };
  if (kind === "plan") return { kind, isStale, ...at };
  if (kind === "confirm") return { kind, ...at };
  return { kind, to, isExplained, isStale, ...at };
}

const factOf = (to: AdoptionStatus, at: At): Command => ({ kind: "fact", to, ...at });
