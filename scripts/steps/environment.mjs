// The environment: what was left out gets the default of this machine, and all of it is checked at once.
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dataFolder, inData } from "./paths.mjs";
import { Refusal } from "./report.mjs";

const localAddress = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?\/?$/;

/**
 * Fills in what a site for this machine only may leave out; a site that others visit says everything
 * itself. Returns the values, or refuses with a sentence per variable.
 */
export async function requireEnvironment() {
  process.env.NEXTAUTH_URL ||= `http://localhost:${process.env.PORT || 3000}`;
  if (localAddress.test(process.env.NEXTAUTH_URL)) process.env.NEXTAUTH_SECRET ||= rememberedSecret();
  // Without an address there will be a database of our own.
  return readEnvironment({
    ...process.env,
    DATABASE_URL: process.env.DATABASE_URL || "postgresql://localhost",
  });
}

/** The values of a complete environment, by the same schema as the application. */
export async function readEnvironment(raw = process.env) {
  const { tsImport } = await import("tsx/esm/api");
  const schema = await tsImport("../../lib/core/env.ts", import.meta.url);
  const { values, faults } = schema.judgeEnvironment(raw);
  if (faults.length > 0)
    throw new Refusal(`De omgeving klopt nog niet:\n${faults.map((fault) => `- ${fault}`).join("\n")}`);
  return values;
}

/** The secret must survive a restart; on a server it is set in the environment. */
function rememberedSecret() {
  const file = inData("secret");
  try {
    return readFileSync(file, "utf8");
  } catch {
    mkdirSync(dataFolder, { recursive: true });
    const secret = randomBytes(32).toString("base64url");
    writeFileSync(file, secret, { mode: 0o600 });
    return secret;
  }
}
