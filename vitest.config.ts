import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));
const onDatabase = [
  "{lib,prisma,app}/**/{mutations,queries}.test.ts",
  "{lib,prisma,app,scripts}/**/*.db.test.ts",
];
const alias = {
  "@": root.replace(/\/$/, ""),
  // Next's guard against use in the browser has nothing to guard here.
  "server-only": `${root}lib/core/testing/server-only.ts`,
};

// Who sees and does what on the built site, over HTTP: `npm run matrix`.
const access = {
  resolve: { alias },
  test: {
    name: "access",
    include: ["e2e/access/*.test.ts"],
    globalSetup: "e2e/access/setup.ts",
    testTimeout: 600_000,
    hookTimeout: 600_000,
    maxWorkers: 1,
    sequence: { groupOrder: 3 },
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: ["**/*.test.ts"],
          exclude: ["**/node_modules/**", "e2e/**", "scripts/*.test.ts", ...onDatabase],
          // By itself it leaves one core out, which is half of two.
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          name: "database",
          include: onDatabase,
          globalSetup: "lib/core/testing/cluster.ts",
          setupFiles: "lib/core/testing/database-per-file.ts",
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // They wait for the database, so that two cores carry three.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      // The commands themselves; they need a build.
      { test: { name: "commands", include: ["scripts/*.test.ts"], sequence: { groupOrder: 2 } } },
      ...(process.env.ACCESS ? [access] : []),
    ],
  },
});
