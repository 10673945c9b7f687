// The roads that generated adoptions take. Each is one that lib/adoptions/rules.ts allows for every
// price model: a decision always comes before connecting. histories.test.ts holds them to it.

const toUse = ["INTERESTED", "EXPLORING", "DECIDING", "COMMITTED", "CONNECTING", "IN_USE"];
const toUseByPilot = ["INTERESTED", "EXPLORING", "DECIDING", "COMMITTED", "CONNECTING", "PILOT", "IN_USE"];

/** Out of a hundred gemeenten, how many are how far; about five steps each. */
export const voluntaryHistories = [
  { share: 40, road: toUse },
  { share: 12, road: toUseByPilot },
  { share: 3, road: [...toUse, "PHASING_OUT"] },
  { share: 4, road: [...toUse, "PHASING_OUT", "ENDED"] },
  { share: 3, road: toUseByPilot.slice(0, 6) },
  { share: 7, road: toUse.slice(0, 5) },
  { share: 5, road: toUse.slice(0, 4) },
  { share: 6, road: toUse.slice(0, 3) },
  { share: 7, road: toUse.slice(0, 2) },
  { share: 8, road: toUse.slice(0, 1) },
  { share: 2, road: ["INTERESTED", "EXPLORING", "ON_HOLD"] },
  { share: 2, road: ["INTERESTED", "EXPLORING", "DECLINED"] },
  { share: 1, road: ["INTERESTED", "NOT_APPLICABLE"] },
];

/** A statutory solution starts at connecting and cannot be declined. */
export const statutoryHistories = [
  { share: 65, road: ["CONNECTING", "IN_USE"] },
  { share: 10, road: ["CONNECTING", "PILOT", "IN_USE"] },
  { share: 20, road: ["CONNECTING"] },
  { share: 5, road: ["CONNECTING", "ON_HOLD"] },
];

/** The roads with the part of the hundred that each takes, as the database draws from them. */
export function toDraw(histories, isStatutory) {
  let low = 0;
  return histories.map(({ share, road }) => {
    const drawn = { isStatutory, low, high: low + share, road };
    low += share;
    return drawn;
  });
}
