import type { Standing, Step } from "../history/rules";

/** An adoption as many at once are read: where it stands, its plan, and whether anything waits. */
export type CurrentAdoption = Standing & {
  id: string;
  solutionId: string;
  cycle: number;
  version: number;
  nextStep: string | null;
  nextOn: string | null;
  contactName: string | null;
  leadName: string | null;
  /** Percentage of the organisation, 0-100. */
  coverage: number | null;
  departments: string | null;
  contractEndsOn: string | null;
  /** The partnership through which the gemeente takes part. */
  viaId: string | null;
  isHidden: boolean;
  isDemo: boolean;
  /** A decision waits for its second person: nothing else moves. */
  isPending: boolean;
  /** Of its newest event. */
  position: number;
};

/** What a change tells beside its state and day; what is left out stays. */
export type Told = {
  contactName?: string;
  leadName?: string;
  nextStep?: string;
  nextOn?: string;
  coverage?: number;
  departments?: string;
  contractEndsOn?: string;
  scope?: string;
};

/** One change of one adoption: a step, or a plan in the same state, which is a correction with its reason. */
export type Change = {
  solutionId: string;
  /** Null where the gemeente has none yet. */
  current: CurrentAdoption | null;
  /** Begins anew after what has ended. */
  isNewCycle: boolean;
  step: Step & { reference?: string };
  told: Told;
  isCorrection: boolean;
  reason: string | null;
};

/** A new plan for an adoption where it stands: who, what next, when. */
export function toPlanChange(current: CurrentAdoption, told: Told, reason: string): Change {
  return {
    solutionId: current.solutionId,
    current,
    isNewCycle: false,
    step: { to: current.status, occurredOn: current.since },
    told,
    isCorrection: true,
    reason,
  };
}
