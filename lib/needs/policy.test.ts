import { expect, test } from "vitest";
import { Role } from "@/lib/core/generated/prisma/enums";
import { everyViewer, whoMay } from "@/lib/core/testing/viewers";
import { canSubmitNeed } from "./policy";

test("anybody of a gemeente says what it needs, and nobody else", () => {
  expect(whoMay(canSubmitNeed)).toEqual(Object.values(Role));
  const organisation = { id: "supplier", slug: "supplier", name: "Elders", kind: "LEVERANCIER" as const };
  expect(whoMay(canSubmitNeed, everyViewer({ organisation }))).toEqual([]);
});
