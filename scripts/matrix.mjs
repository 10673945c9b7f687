// `npm run matrix`: who may what, by everybody; `npm run leaks`: what nobody may be sent; `npm run injections`
// and `npm run xss`: what is typed stays text, in its place. More arguments are for vitest: `npm run matrix -- -t <entrance>`.
// With ACCESS=some only a part is tried.
import { spawn } from "node:child_process";
import { inRoot, root } from "./steps/paths.mjs";

const [, , what, ...more] = process.argv;
const vitest = inRoot("node_modules/vitest/vitest.mjs");
spawn(process.execPath, [vitest, "run", "--project", "access", `e2e/access/${what}.test.ts`, ...more], {
  cwd: root,
  env: { ...process.env, ACCESS: process.env.ACCESS ?? "all" },
  stdio: "inherit",
}).on("close", (code) => {
  process.exitCode = code ?? 1;
});
