import { expect, test } from "vitest";
import { visitor } from "@/lib/core/roles";
import { viewerWith } from "@/lib/core/testing/viewers";
import { canChangeProfile } from "./policy";

test("a profile is changed by the real person whose it is", () => {
  const people = [visitor, viewerWith("MEMBER"), viewerWith("MEMBER", {}, true)];
  expect(people.map(canChangeProfile)).toEqual([false, true, false]);
});
