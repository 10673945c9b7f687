// `npm run matrix`: who may what, by everybody; `npm run matrix -- -t <entrance>`: only those rows.
// ACCESS=some lets three of all who are alike try.
import { spawn } from "node:child_process";
import { inRoot, root } from "./steps/paths.mjs";

const vitest = inRoot("node_modules/vitest/vitest.mjs");
const args = ["run", "--project", "access", ...process.argv.slice(2)];
spawn(process.execPath, [vitest, ...args], {
  cwd: root,
  env: { ...process.env, ACCESS: process.env.ACCESS ?? "all" },
  stdio: "inherit",
}).on("close", (code) => {
  process.exitCode = code ?? 1;
});
