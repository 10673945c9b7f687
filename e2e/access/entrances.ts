import { readFileSync } from "node:fs";
import { toActionName, toAddress } from "@/scripts/steps/entrances.mjs";
import { inRoot } from "@/scripts/steps/paths.mjs";

/** A server action as the build made it: what anybody can call by its id, on which pages. */
export type BuiltAction = { name: string; id: string; pages: string[] };

type Manifest = {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
};

/** Server actions in the build, which is what can really be called; also those outside actions.ts. */
export function listBuiltActions(): BuiltAction[] {
  const file = inRoot(".next", "server", "server-reference-manifest.json");
  const { node }: Manifest = JSON.parse(readFileSync(file, "utf8"));
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: toActionName(filename, exportedName),
    pages: Object.keys(workers).map((worker) => toAddress(`${worker}.tsx`)),
  }));
}
