import { expect, test } from "vitest";
import { whoMay } from "@/lib/core/testing/viewers";
import { canMerge } from "./policy";

test("gemeenten are ended by who runs the platform", () => {
  expect(whoMay(canMerge)).toEqual(["PLATFORM_ADMIN"]);
});
