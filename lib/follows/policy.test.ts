import { expect, test } from "vitest";
import { visitor } from "@/lib/core/roles";
import { viewerWith } from "@/lib/core/testing/viewers";
import { canFollow } from "./policy";

test("whoever is signed in follows, also on nobody's behalf", () => {
  expect([visitor, viewerWith(null)].map(canFollow)).toEqual([false, true]);
});
