import type { Member, Viewer } from "@/lib/core/roles";
import { cameFrom, earliestDay, enter, replay, type Step, withoutUnprovenDecision } from "../history/rules";
import { canConfirm, canDecideProposal, canMove, canRegisterInterest, canWithdraw } from "../policy";
import {
  type AdoptionStatus,
  correctableStatuses,
  effectOfFact,
  firstStatus,
  isClosed,
  needsSecondPerson,
  refusalOf,
  type SolutionTraits,
} from "../rules";
import type { Actor, Command, Machine, View } from "./commands";
import { reasonOf } from "./model";

// The rules and the policy put together as the mutations do, without a database: fast enough for a million.

type Event = Step & {
  from: AdoptionStatus | null;
  isCorrection: boolean;
  enteredBy: object | null;
  confirmedBy: object | null;
};

const gemeenteId = "ours";

function viewerOf(actor: Actor): Member {
  const id = actor === "stranger" ? "theirs" : actor === "supplier" ? "sellers" : gemeenteId;
  const kind = actor === "supplier" ? "LEVERANCIER" : "GEMEENTE";
  const organisation = { id, slug: id, name: id, kind } as const;
  return {
    user: { id: actor, name: actor, isDemo: true },
    organisation,
    organisations: [organisation],
    roles: [actor === "staff" ? "MEMBER" : "MANAGER"],
  };
}

const viewers: Record<Actor, Member> = {
  manager: viewerOf("manager"),
  second: viewerOf("second"),
  staff: viewerOf("staff"),
  stranger: viewerOf("stranger"),
  supplier: viewerOf("supplier"),
};

export function makeMemory(traits: SolutionTraits): Machine {
  let cycle = 0;
  let events: Event[] = [];
  let pending: (Step & { proposedById: string }) | null = null;
  const standing = () => (events.length > 0 ? replay(events) : null);

  function apply(command: Command): boolean {
    const viewer = viewers[command.actor];
    if (command.kind === "begin") return begin(viewer, command.day);
    if (command.kind === "fact") return learn(viewer, command.to, command.day);
    if (command.kind === "confirm" || command.kind === "reject" || command.kind === "withdraw") {
      return answer(viewer, command.kind);
    }
    const position = standing();
    if (!position || !canMove(viewer, { gemeenteId }) || command.isStale || pending) return false;
    if (command.kind === "plan") return add({ to: position.status, occurredOn: position.since }, true);
    const step = { to: command.to, occurredOn: command.day };
    if (command.kind === "move") {
      const reason = reasonOf(command.isExplained);
      if (refusalOf(position, { to: command.to, reason }, traits) || isTooEarly(step, false)) return false;
      if (!needsSecondPerson(command.to)) return add(step, false);
      pending = { ...step, proposedById: viewer.user.id };
      return true;
    }
    const earlier = correctableStatuses(position, cameFrom(events), traits);
    return withoutUnprovenDecision(earlier, events).includes(command.to) && add(step, true);
  }

  function begin(viewer: Viewer, occurredOn: string): boolean {
    const now = standing();
    if (!canRegisterInterest(viewer, traits) || viewer.organisation.id !== gemeenteId) return false;
    return (!now || isClosed(now.status)) && open({ to: firstStatus(traits), occurredOn });
  }

  function open(step: Step): boolean {
    const previous = standing();
    if (previous && step.occurredOn < previous.since) return false;
    events = [];
    cycle++;
    return add(step, false);
  }

  function isTooEarly(step: Step, isCorrection: boolean): boolean {
    const now = standing();
    const earliest = now && earliestDay(now, step.to, isCorrection);
    return earliest !== null && step.occurredOn < earliest;
  }

  function add(step: Step, isCorrection: boolean, confirmedBy: object | null = null): boolean {
    if (isTooEarly(step, isCorrection)) return false;
    const from = events.at(-1)?.to ?? null;
    events = [...events, { ...step, from, isCorrection, enteredBy: viewers.manager, confirmedBy }];
    return true;
  }

  function learn(viewer: Viewer, to: AdoptionStatus, occurredOn: string): boolean {
    const proposal = { origin: "PUBLIC_SOURCE", state: "OPEN", gemeenteId, proposedById: null } as const;
    const effect = effectOfFact(standing(), to, traits);
    if (!canDecideProposal(viewer, proposal) || !effect || pending) return false;
    if (effect === "nothing") return true;
    if (needsSecondPerson(to)) return false;
    return effect === "start" ? open({ to, occurredOn }) : add({ to, occurredOn }, false);
  }

  function answer(viewer: Viewer, kind: "confirm" | "reject" | "withdraw"): boolean {
    if (!pending) return false;
    const { proposedById, ...step } = pending;
    const proposal = { origin: "SECOND_PERSON", state: "OPEN", gemeenteId, proposedById } as const;
    const may = kind === "withdraw" ? canWithdraw : canConfirm;
    if (!may(viewer, proposal)) return false;
    pending = null;
    return kind !== "confirm" || add(step, false, viewer);
  }

  function view(): View | null {
    const now = standing();
    // Step by step and all at once must agree.
    const [first, ...later] = events;
    const folded = first && later.reduce(enter, replay([first]));
    if (JSON.stringify(folded ?? null) !== JSON.stringify(now)) throw new Error("replay differs from enter");
    return now && { cycle, steps: events.length, ...now, pending: pending?.to ?? null };
  }

  return { apply, view };
}
