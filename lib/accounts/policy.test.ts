import { expect, test } from "vitest";
import { canSignInAsDemo } from "./policy";

test("anybody becomes a person of the demonstration, unless the setting closes it", () => {
  expect([undefined, "1" as const, "0" as const].map(canSignInAsDemo)).toEqual([true, true, false]);
});
