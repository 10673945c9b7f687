import { z } from "zod";
import { firstOf } from "@/lib/core/text";
import { type Aspect, aspects, usualWeights, type Weights } from "./rules";

/** The words of the address. */
export const aspectWords: Record<Aspect, string> = { size: "grootte", nearness: "nabijheid", use: "gebruik" };

export const heaviest = 3;

const weight = (aspect: Aspect) =>
  z.preprocess(firstOf, z.coerce.number().int().min(0).max(heaviest).catch(usualWeights[aspect]));

/** How heavily each aspect counts, as the address says it; what it does not know is as usual. */
export const weightSearch = z
  .object({
    grootte: weight("size"),
    nabijheid: weight("nearness"),
    gebruik: weight("use"),
  })
  .transform((words): Weights => ({ size: words.grootte, nearness: words.nabijheid, use: words.gebruik }));

/** Are these the weights that nobody changed? */
export function areUsual(weights: Weights): boolean {
  return aspects.every((aspect) => weights[aspect] === usualWeights[aspect]);
}
