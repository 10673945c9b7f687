import { expect, test } from "vitest";
import { findLayerFaults } from "./layers.mjs";

const faultsOf = (path: string, text: string) => findLayerFaults([{ path, text }]);

test.each([
  ["components/solutions/card.tsx", 'import { Page } from "@/app/page";'],
  ["components/ui/button.tsx", 'import { replay } from "@/lib/adoptions/rules";'],
  ["components/solutions/card.tsx", 'import { getSolution } from "@/lib/solutions/queries";'],
  ["lib/solutions/queries.ts", 'import { replay } from "../adoptions/rules";'],
  ["lib/gemeenten/queries.ts", 'import { x } from "@/lib/accounts/rules";'],
  ["lib/adoptions/rules.ts", 'import { database } from "@/lib/core/db";'],
  ["lib/adoptions/policy.ts", 'import { Prisma } from "@/lib/core/generated/prisma/client";'],
  ["app/page.tsx", 'import { PrismaClient } from "@/lib/core/generated/prisma/client";'],
  ["lib/core/action.ts", 'import { demoSignInSchema } from "@/lib/accounts/schema";'],
  ["lib/unheard-of/rules.ts", ""],
])("an import against the direction is found: %s %s", (path, text) => {
  expect(faultsOf(path, text)).toHaveLength(1);
});

test.each([
  ["app/page.tsx", 'import { getSolution } from "@/lib/solutions/queries";'],
  ["components/solutions/card.tsx", 'import { canEdit } from "@/lib/solutions/policy";'],
  ["components/solutions/card.tsx", 'import type { Solution } from "@/lib/solutions/queries";'],
  ["components/solutions/card.tsx", 'import { type Solution, type Other } from "@/lib/solutions/queries";'],
  [
    "lib/adoptions/queries.ts",
    'import { database } from "@/lib/core/db";\nimport { toSizeClass } from "../gemeenten/rules";',
  ],
])("an import along the direction is no fault: %s %s", (path, text) => {
  expect(faultsOf(path, text)).toEqual([]);
});

test("the code as it stands follows the direction", () => {
  expect(findLayerFaults()).toEqual([]);
});
