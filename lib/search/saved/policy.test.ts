import { expect, test } from "vitest";
import { visitor } from "@/lib/core/roles";
import { viewerWith } from "@/lib/core/testing/viewers";
import { canSaveSearches } from "./policy";

test("whoever is signed in keeps searches, also on nobody's behalf", () => {
  expect([visitor, viewerWith(null)].map(canSaveSearches)).toEqual([false, true]);
});
