import type { AdoptionStatus, SolutionTraits } from "../rules";
import type { Actor, Command, Machine, View } from "./commands";

// The life of an adoption once more, from docs/domain.md alone and in another form than the rules: a log of
// what happened, places on a road, and everything else found by looking back.

type Entry = { to: AdoptionStatus; day: string; isDecision: boolean };

const place: Record<AdoptionStatus, number> = {
  INTERESTED: 1,
  EXPLORING: 2,
  DECIDING: 3,
  COMMITTED: 4,
  CONNECTING: 5,
  PILOT: 6,
  IN_USE: 7,
  PHASING_OUT: 8,
  ENDED: 9,
  ON_HOLD: 0,
  DECLINED: 0,
  NOT_APPLICABLE: 0,
};
const milestones = ["INTERESTED", "COMMITTED", "IN_USE", "ENDED"] as const;
const stops: AdoptionStatus[] = ["ENDED", "DECLINED", "NOT_APPLICABLE"];
const explanation = "Wij gebruiken een eigen oplossing.";

/** What a command to decline says: enough where one must explain, or too little. */
export const reasonOf = (isExplained: boolean) => (isExplained ? explanation : "Nee.");

export function makeModel(traits: SolutionTraits): Machine {
  let cycle = 0;
  let log: Entry[] = [];
  let pending: (Entry & { by: Actor }) | null = null;
  const isLaw = traits.obligation === "STATUTORY";
  const isManager = (actor: Actor) => actor === "manager" || actor === "second";

  function apply(command: Command): boolean {
    const { kind, actor } = command;
    if (kind === "begin") return begin(command);
    if (!isManager(actor)) return false;
    if (kind === "fact") return learn(command.to, command.day);
    if (kind === "confirm" || kind === "reject")
      return pending !== null && actor !== pending.by && close(kind);
    if (kind === "withdraw") return pending !== null && actor === pending.by && close(kind);
    if (!log.length || pending || command.isStale) return false;
    if (kind === "plan") return add({ to: now(log), day: since(log) });
    return kind === "move" ? move(command) : correct(command.to, command.day);
  }

  function begin({ actor, day }: Command): boolean {
    const mayBegin = isManager(actor) || (actor === "staff" && !isLaw);
    return mayBegin && isClosed() && open(isLaw ? "CONNECTING" : "INTERESTED", day);
  }

  /** Nothing goes on: never begun, or stopped. */
  function isClosed(): boolean {
    return log.length === 0 || stops.includes(now(log));
  }

  function open(to: AdoptionStatus, day: string): boolean {
    if (log.length > 0 && day < since(log)) return false;
    log = [{ to, day, isDecision: false }];
    cycle++;
    return true;
  }

  function add({ to, day, isDecision = false }: Omit<Entry, "isDecision"> & { isDecision?: boolean }) {
    log = [...log, { to, day, isDecision }];
    return true;
  }

  function learn(to: AdoptionStatus, day: string): boolean {
    if (pending || place[to] === 0 || to === "ENDED" || (isLaw && place[to] < 5)) return false;
    const reached = isClosed() ? 0 : place[held(log)];
    if (reached >= place[to]) return true;
    if (to === "COMMITTED") return false;
    if (reached === 0) return open(to, day);
    return day >= since(log) && add({ to, day });
  }

  function close(kind: "confirm" | "reject" | "withdraw"): boolean {
    const decision = pending;
    pending = null;
    return kind !== "confirm" || (decision !== null && add({ ...decision, isDecision: true }));
  }

  function move({ to, day, actor, isExplained }: Command & { kind: "move" | "correct" }): boolean {
    if (!mayStep(to) || day < since(log)) return false;
    if (to === "DECLINED" && traits.obligation === "COMPLY_OR_EXPLAIN" && !isExplained) return false;
    if (to !== "COMMITTED" && to !== "DECLINED") return add({ to, day });
    pending = { to, day, by: actor, isDecision: true };
    return true;
  }

  function mayStep(to: AdoptionStatus): boolean {
    const from = now(log);
    if (from === "ON_HOLD") return to === held(log);
    const here = place[from];
    if (stops.includes(from)) return false;
    if (to === "ON_HOLD") return here <= 6;
    if (isLaw) return place[to] >= 5 && (place[to] === here + 1 || (here === 5 && to === "IN_USE"));
    if (to === "DECLINED") return here <= 6;
    if (to === "NOT_APPLICABLE") return here <= 3;
    const isFree = traits.priceModel === "FREE";
    const jumps = ["1>3", "5>7", ...(isFree ? ["3>5"] : [])];
    return place[to] === here + 1 || jumps.includes(`${here}>${place[to]}`);
  }

  function correct(to: AdoptionStatus, day: string): boolean {
    const from = now(log);
    const before = log.findLast((entry) => entry.to !== from)?.to;
    const limit = stops.includes(from) ? (before ? place[before] : 0) : place[held(log)] - 1;
    if (place[to] === 0 || place[to] > limit || (isLaw && place[to] < 5)) return false;
    if (to === "COMMITTED" && !log.some((entry) => entry.isDecision && entry.to === to)) return false;
    const after = [...log, { to, day, isDecision: false }];
    const stays = milestones.filter((one) => one !== to).map((one) => reachedOn(after, one));
    return stays.every((date) => date === null || date <= day) && add({ to, day });
  }

  function view(): View | null {
    if (log.length === 0) return null;
    return {
      cycle,
      steps: log.length,
      status: now(log),
      since: since(log),
      resumeStatus: now(log) === "ON_HOLD" ? held(log) : null,
      interestedOn: reachedOn(log, "INTERESTED"),
      committedOn: reachedOn(log, "COMMITTED"),
      inUseOn: reachedOn(log, "IN_USE"),
      endedOn: reachedOn(log, "ENDED"),
      pending: pending?.to ?? null,
    };
  }

  return { apply, view };
}

const now = (log: Entry[]) => log.at(-1)?.to ?? "INTERESTED";
const since = (log: Entry[]) => log.at(-1)?.day ?? "";

/** The state that counts: a pause is looked through. */
const held = (log: Entry[]) => log.findLast(({ to }) => to !== "ON_HOLD")?.to ?? "INTERESTED";

/** On which day a milestone was reached that no correction has undone since. */
function reachedOn(log: Entry[], milestone: AdoptionStatus): string | null {
  for (let at = log.length - 1; at >= 0; at--) {
    const entry = log[at];
    if (!entry || (place[entry.to] > 0 && place[entry.to] < place[milestone])) return null;
    if (entry.to !== milestone) continue;
    const before = log.slice(0, at);
    const isResumed = before.at(-1)?.to === "ON_HOLD" && held(before) === milestone;
    if (before.at(-1)?.to !== milestone && !(isResumed && reachedOn(before, milestone))) return entry.day;
  }
  return null;
}
