import { expect, test } from "vitest";
import { visitor } from "@/lib/core/roles";
import { viewerWith } from "@/lib/core/testing/viewers";
import { canLink, canSeeIdentities } from "./policy";

test("an identity is tied by whoever is signed in, real to real and fictitious to fictitious", () => {
  const [real, demo] = [viewerWith("MEMBER"), viewerWith("MEMBER", {}, true)];
  expect([visitor, real, demo].map((viewer) => canLink(viewer, { isDemo: false }))).toEqual([
    false,
    true,
    false,
  ]);
  expect([visitor, real, demo].map((viewer) => canLink(viewer, { isDemo: true }))).toEqual([
    false,
    false,
    true,
  ]);
});

test("a visitor sees no identities", () => {
  expect([visitor, viewerWith(null)].map(canSeeIdentities)).toEqual([false, true]);
});
