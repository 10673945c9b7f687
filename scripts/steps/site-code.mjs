// Programs in TypeScript that use the code of the site itself, on a database at hand.
import { runTool } from "./run.mjs";

/** Runs `file` with `words`; only a server may load that code, hence the condition. Options as those of `run`. */
export function runSiteCode(url, [file, ...words], options) {
  return runTool("tsx/dist/cli.mjs", [file, ...words], {
    ...options,
    env: {
      DATABASE_URL: url,
      NEXTAUTH_SECRET: "a-secret-only-for-automated-tests",
      NEXTAUTH_URL: "http://localhost:3000",
      NODE_OPTIONS: "--conditions=react-server",
    },
  });
}
