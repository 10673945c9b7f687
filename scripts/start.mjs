// `npm start`: from a fresh clone to a running site. `--dev` serves the sources instead of a build.

import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { ensureBuild } from "./steps/build.mjs";
import { openDatabase } from "./steps/database.mjs";
import { withLock } from "./steps/lock.mjs";
import { ensureClient, ensurePackages, requireNode } from "./steps/packages.mjs";
import { dataFolder, inData } from "./steps/paths.mjs";
import { isFree } from "./steps/postgres.mjs";
import { fail, Refusal, step } from "./steps/report.mjs";

const isDev = process.argv.includes("--dev");
const port = Number(process.env.PORT ?? 3000);

try {
  await main();
} catch (error) {
  fail(error);
}

async function main() {
  requireNode();
  await requirePort();
  console.log(`\nPlusEén${isDev ? " (ontwikkelen)" : ""}\n`);
  let database;
  // Two starts at once take turns here; afterwards they share the database.
  await withLock(inData("start.lock"), async () => {
    await step("Pakketten", ensurePackages);
    await step("Databaseclient", ensureClient);
    if (!isDev) await step("Bouwen", ensureBuild);
    await step("Database", async () => {
      database = await openDatabase();
      return database.isEmbedded ? "ingebouwde PostgreSQL" : "DATABASE_URL";
    });
    try {
      await prepare(database);
    } catch (error) {
      await database.stop();
      throw error;
    }
  });
  setEnvironment(database);
  const { serve } = await import("./steps/serve.mjs");
  await serve({ port, isDev, stopDatabase: database.stop });
  console.log(`\n  Klaar: http://localhost:${port}\n\n${whatNext(database)}  Stoppen: Ctrl-C.\n`);
}

async function prepare(database) {
  const { migrate } = await import("./steps/migrate.mjs");
  const { loadData } = await import("./steps/seed.mjs");
  await step("Migraties", async () => `${(await migrate(database.url)).length} toegepast`);
  await step("Gegevens", () => loadData(database.url, { demo: wantsDemo(database) }));
}

function whatNext(database) {
  if (!wantsDemo(database))
    return "  Zoek een voorziening. Er is geen demonstratie: zet PLUS1_DEMO=1 voor demopersonen.\n";
  return `  Zoek een voorziening, of kies op http://localhost:${port}/nl/inloggen een demopersoon.
  De demogegevens verwijderen: npm run demo:clear\n`;
}

function wantsDemo({ isEmbedded }) {
  return process.env.PLUS1_DEMO ? process.env.PLUS1_DEMO === "1" : isEmbedded;
}

async function requirePort() {
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Refusal(`PORT moet een getal zijn van 1 tot 65535, niet "${process.env.PORT}".`);
  if ((await isFree(port, "0.0.0.0")) && (await isFree(port))) return;
  throw new Refusal(
    `Poort ${port} is bezet: misschien draait PlusEén al op http://localhost:${port}.\nKies een andere poort: PORT=${port + 1} npm start`,
  );
}

function setEnvironment(database) {
  process.env.NODE_ENV = isDev ? "development" : "production";
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  process.env.DATABASE_URL = database.url;
  process.env.NEXTAUTH_URL ??= `http://localhost:${port}`;
  process.env.NEXTAUTH_SECRET ??= rememberedSecret();
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
