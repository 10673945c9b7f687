import { expect, test } from "vitest";
import { viewerWith, whoMay } from "@/lib/core/testing/viewers";
import { canManageProvider, canManageProviders } from "./policy";

test("only the platform sets up how an organisation signs in", () => {
  expect(whoMay(canManageProviders)).toEqual(["PLATFORM_ADMIN"]);
  expect(whoMay((viewer) => canManageProvider(viewer, { isDemo: false }))).toEqual(["PLATFORM_ADMIN"]);
});

test("a person of the demonstration reaches only what is fictitious", () => {
  const demo = viewerWith("PLATFORM_ADMIN", {}, true);
  expect(canManageProvider(demo, { isDemo: true })).toBe(true);
  expect(canManageProvider(demo, { isDemo: false })).toBe(false);
});
