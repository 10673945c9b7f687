// The packages and what is generated from the schema. Uses Node's own modules only.
import { existsSync, rmSync } from "node:fs";
import { fingerprint, whenChanged } from "./fingerprint.mjs";
import { findNode, ownNode } from "./node.mjs";
import { inRoot } from "./paths.mjs";
import { Refusal, step } from "./report.mjs";
import { run, runTool } from "./run.mjs";

/** Refuses a Node that is too old with a sentence instead of a syntax error later. */
export function requireNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Refusal(`PlusEén heeft Node 20.19 of nieuwer nodig; dit is ${process.versions.node}.`);
}

/** Installs the packages when they are missing or differ from the lock file; says nothing when they are in place. */
export async function ensurePackages() {
  const print = fingerprint(["package-lock.json"]);
  const note = inRoot("node_modules", ".pluseen-packages");
  await whenChanged(note, print, () => step("Pakketten", install));
}

async function install() {
  await run("npm", ["ci", "--no-audit", "--no-fund", "--include=dev", "--include=optional"]);
  // For npm the Node of the packages comes first, also where the machine cannot run it or has a newer one.
  if (findNode() !== ownNode) rmSync(inRoot("node_modules", ".bin", "node"), { force: true });
  return "geïnstalleerd";
}

/** Generates the Prisma client when the schema changed, without Prisma's engine download. */
export async function ensureClient() {
  const print = fingerprint(["prisma/schema", "prisma.config.ts", "package-lock.json"]);
  const note = inRoot("lib", "core", "generated", ".fingerprint");
  // Whoever removed the client removed what the note is about.
  if (!existsSync(inRoot("lib", "core", "generated", "prisma", "client.ts"))) rmSync(note, { force: true });
  const ran = await whenChanged(note, print, () =>
    // `generate` needs no engine but insists on downloading one unless told of some executable.
    runTool("prisma/build/index.js", ["generate"], {
      env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
    }),
  );
  return ran ? "gemaakt" : "actueel";
}
