// `npm run demo:load` and `npm run demo:clear`: the fictitious layer, on DATABASE_URL or the built-in database.
import { openDatabase } from "./steps/database.mjs";
import { migrate } from "./steps/migrate.mjs";
import { fail, Refusal } from "./steps/report.mjs";
import { grantApplication } from "./steps/roles.mjs";
import { runSeed } from "./steps/seed.mjs";

const tasks = { load: ["reference", "demo"], clear: ["clear"] };

try {
  const task = tasks[process.argv[2]];
  if (!task) throw new Refusal("Gebruik: npm run demo:load of npm run demo:clear");
  const database = await openDatabase();
  try {
    await migrate(database.ownerUrl);
    if ((await grantApplication(database)) === "kept")
      throw new Refusal("Dit kan alleen de eigenaar van de tabellen. Zet DATABASE_OWNER_URL.");
    console.log(await runSeed(database.ownerUrl, task));
  } finally {
    await database.stop();
  }
} catch (error) {
  fail(error);
}
