// `npm start`: from a fresh clone to a running site. `--dev` serves the sources instead of a build.

import { ensureBuild } from "./steps/build.mjs";
import { openDatabase } from "./steps/database.mjs";
import { requireEnvironment } from "./steps/environment.mjs";
import { withLock } from "./steps/lock.mjs";
import { ensureClient } from "./steps/packages.mjs";
import { inData } from "./steps/paths.mjs";
import { isFree } from "./steps/postgres.mjs";
import { fail, Refusal, step } from "./steps/report.mjs";

const isDev = process.argv.includes("--dev");
const rightsOf = {
  own: "eigen databaserol voor de site",
  shared: "één databaserol, zet DATABASE_OWNER_URL voor twee",
  kept: "ongewijzigd, de tabellen zijn van een andere rol",
};

try {
  await main();
} catch (error) {
  fail(error);
}

async function main() {
  console.log(`\nPlusEén${isDev ? " (ontwikkelen)" : ""}\n`);
  let database;
  let port;
  // Two starts at once take turns here; afterwards they share the database.
  await withLock(inData("start.lock"), async () => {
    await step("Omgeving", async () => {
      port = (await requireEnvironment()).PORT;
      await requirePort(port);
    });
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
  console.log(`\n  Klaar: http://localhost:${port}\n\n${whatNext(database, port)}  Stoppen: Ctrl-C.\n`);
}

async function prepare(database) {
  const { migrate } = await import("./steps/migrate.mjs");
  const { grantApplication } = await import("./steps/roles.mjs");
  const { loadData } = await import("./steps/seed.mjs");
  await step("Migraties", async () => `${(await migrate(database.ownerUrl)).length} toegepast`);
  await step("Rechten", async () => rightsOf[await grantApplication(database)]);
  await step("Gegevens", () => loadData(database.ownerUrl, { demo: wantsDemo(database) }));
}

function whatNext(database, port) {
  if (!wantsDemo(database))
    return "  Zoek een voorziening. Er is geen demonstratie: zet PLUS1_DEMO=1 voor demopersonen.\n";
  return `  Zoek een voorziening, of kies op http://localhost:${port}/nl/inloggen een demopersoon.
  De demogegevens verwijderen: npm run demo:clear\n`;
}

function wantsDemo({ isEmbedded }) {
  return process.env.PLUS1_DEMO ? process.env.PLUS1_DEMO === "1" : isEmbedded;
}

async function requirePort(port) {
  if ((await isFree(port, "0.0.0.0")) && (await isFree(port))) return;
  throw new Refusal(
    `Poort ${port} is bezet: misschien draait PlusEén al op http://localhost:${port}.\nKies een andere poort: PORT=${port + 1} npm start`,
  );
}

function setEnvironment(database) {
  process.env.NODE_ENV = isDev ? "development" : "production";
  process.env.NEXT_TELEMETRY_DISABLED = "1";
  process.env.DATABASE_URL = database.url;
  process.env.FILES_FOLDER ||= inData("files");
  // The site needs no more than its own role.
  delete process.env.DATABASE_OWNER_URL;
}
