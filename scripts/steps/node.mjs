// The Node that the packages bring (docs/decisions/0036-own-node.md). Uses Node's own modules only.
import { spawnSync } from "node:child_process";
import { inRoot } from "./paths.mjs";

/** Where the packages have their Node, on a platform for which there is one. */
export const ownNode = inRoot("node_modules", `node-${process.platform}-${process.arch}`, "bin", "node");

/** The Node to run commands with: the packages' own where this machine can run it and has an older one. */
export function findNode() {
  if (process.execPath === ownNode) return ownNode;
  const { stdout } = spawnSync(ownNode, ["--version"], { encoding: "utf8" });
  return majorOf(stdout ?? "") > majorOf(process.version) ? ownNode : process.execPath;
}

/** 24 of "v24.22.3"; 0 of anything else. */
const majorOf = (version) => Number(/^v(\d+)\./.exec(version)?.[1] ?? 0);
