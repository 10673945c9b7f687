// `npm run platform:admin -- naam@gemeente.nl [organisatie]`: invites an administrator of the platform, on
// DATABASE_URL or the built-in database. For the first one of an installation, or when nobody is left.
import { openDatabase } from "./steps/database.mjs";
import { migrate } from "./steps/migrate.mjs";
import { invitePlatformAdmin } from "./steps/platform-admin.mjs";
import { fail } from "./steps/report.mjs";

try {
  const [address, slug] = process.argv.slice(2);
  const database = await openDatabase();
  try {
    await migrate(database.ownerUrl);
    await invite(database.url, { address, slug });
  } finally {
    await database.stop();
  }
} catch (error) {
  fail(error);
}

async function invite(url, whom) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { token, organisation } = await invitePlatformAdmin(client, whom);
    const site = process.env.NEXTAUTH_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;
    console.log(`Uitgenodigd als platformbeheerder, namens ${organisation}. Geef alleen deze persoon de link.
Inloggen met ${whom.address} moet, en daarna een tweede stap. De link werkt veertien dagen:

${site}/nl/account/uitnodiging/${token}`);
  } finally {
    await client.end();
  }
}
