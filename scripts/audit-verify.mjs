// `npm run audit:verify`: recomputes the audit log. Prints where its chains end: keep that elsewhere as
// an anchor, and compare with it later by `npm run audit:verify -- --anchor FILE`.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openDatabase } from "./steps/database.mjs";
import { fail, Refusal } from "./steps/report.mjs";

try {
  const database = await openDatabase();
  try {
    await verify(database.url);
  } finally {
    await database.stop();
  }
} catch (error) {
  fail(error);
}

async function verify(url) {
  const { default: pg } = await import("pg");
  const { readAnchor, toAnchor, verifyChains } = await import("./steps/audit-chain.mjs");
  const anchor = readAnchorFile(readAnchor);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { events, heads, faults, faultCount } = await verifyChains(client, { anchor });
    if (faultCount > 0) {
      const more = faultCount > faults.length ? [`En nog ${faultCount - faults.length} fouten.`] : [];
      throw new Refusal(["Het logboek klopt niet.", ...faults, ...more].join("\n"));
    }
    const compared = anchor ? `, ook vergeleken met ${anchor.size} ketens van het anker` : "";
    console.log(`Het logboek klopt: ${events} regels nagerekend${compared}.`);
    console.log(`Anker van ${new Date().toISOString()}. Bewaar dit buiten deze server:\n`);
    console.log(toAnchor(heads));
  } finally {
    await client.end();
  }
}

function readAnchorFile(readAnchor) {
  const file = readOption();
  if (file === undefined) return undefined;
  let anchor;
  try {
    anchor = readAnchor(readFileSync(file, "utf8"));
  } catch (error) {
    throw new Refusal(`Het anker ${file} is niet te lezen: ${error.message}`);
  }
  if (anchor.size === 0) throw new Refusal(`In ${file} staat geen anker.`);
  return anchor;
}

function readOption() {
  try {
    return parseArgs({ options: { anchor: { type: "string" } } }).values.anchor;
  } catch {
    throw new Refusal("Gebruik: npm run audit:verify -- [--anchor BESTAND]");
  }
}
