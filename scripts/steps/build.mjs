// The production build, made again only when a source changed.
import { rmSync } from "node:fs";
import { fingerprint, whenChanged } from "./fingerprint.mjs";
import { inRoot } from "./paths.mjs";
import { runTool } from "./run.mjs";

const sources = [
  "app",
  "components",
  "lib",
  "messages",
  "public",
  "prisma/schema",
  "prisma/migrations",
  "instrumentation.ts",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/** Builds when needed; the note goes first, so that a build that was cut off is made again. */
export async function ensureBuild() {
  const note = inRoot(".next", "pluseen-build");
  const ran = await whenChanged(note, fingerprint(sources), async () => {
    rmSync(note, { force: true });
    await runTool("next/dist/bin/next", ["build"], {
      env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
  });
  return ran ? "gebouwd" : "actueel";
}
