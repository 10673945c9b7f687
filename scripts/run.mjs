// What package.json calls: one of the commands in this folder, with the packages in place and by the Node that comes
// with them: `node scripts/run.mjs start --dev`.
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { withLock } from "./steps/lock.mjs";
import { findNode } from "./steps/node.mjs";
import { ensurePackages, requireNode } from "./steps/packages.mjs";
import { inData, inRoot } from "./steps/paths.mjs";
import { fail } from "./steps/report.mjs";

try {
  requireNode();
  // Two commands at once take turns here.
  await withLock(inData("packages.lock"), ensurePackages);
  const [name, ...words] = process.argv.slice(2);
  await runBy(findNode(), [inRoot("scripts", `${name}.mjs`), ...words]);
} catch (error) {
  fail(error);
}

function runBy(node, [file, ...words]) {
  if (node !== process.execPath)
    return follow(spawn(node, [...process.execArgv, file, ...words], { stdio: "inherit" }));
  process.argv.splice(1, Number.POSITIVE_INFINITY, file, ...words);
  // By its address: a path with a drive letter is no module.
  return import(pathToFileURL(file));
}

/** Ends as the command ends. Ctrl-C reaches both processes; what is sent to this one alone is passed on. */
function follow(child) {
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.once("error", fail);
  child.once("exit", (code) => process.exit(code ?? 1));
}
