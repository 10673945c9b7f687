import { type DemoAdoption, type DemoGemeente, makeAdoptions } from "./adoptions";
import type { DemoSolution } from "./history";
import { type DemoProposal, makeProposals } from "./proposals";
import { type DemoReview, makeReviews } from "./reviews";

export type DemoLayer = { adoptions: DemoAdoption[]; reviews: DemoReview[]; proposals: DemoProposal[] };

/** Invents the whole layer; pure, so that it is the same every time. */
export function makeDemo(gemeenten: DemoGemeente[], solutions: DemoSolution[]): DemoLayer {
  const adoptions = makeAdoptions(gemeenten, solutions);
  return { adoptions, reviews: makeReviews(adoptions, solutions), proposals: makeProposals(adoptions) };
}
