// Runs another program and gives its output only when it fails.
import { spawn } from "node:child_process";
import { root } from "./paths.mjs";
import { Refusal } from "./report.mjs";

/** Runs a command in the project's root; with `show` its output is passed on as it comes. */
export function run(command, args, { env = {}, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: show ? "inherit" : ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) return resolve(output);
      reject(new Refusal(`${command} ${args.join(" ")} eindigde met code ${code}.\n${output.slice(-6000)}`));
    });
  });
}

/** Runs a program that a package brings (`next`, `prisma`, `tsx`), without npx. */
export const runTool = (file, args, options) =>
  run(process.execPath, [`node_modules/${file}`, ...args], options);
