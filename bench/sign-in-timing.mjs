// `npm run bench:sign-in`: does the time of an answer tell whether an address is known? 200 attempts with
// known and unknown addresses in turn, through the form of the real site; fails past 50 ms between the medians.
import { randomUUID } from "node:crypto";
import { SMTPServer } from "smtp-server";
import { ensureBuild } from "../scripts/steps/build.mjs";
import { createDatabase } from "../scripts/steps/database.mjs";
import { migrate } from "../scripts/steps/migrate.mjs";
import { ensureClient, ensurePackages, requireNode } from "../scripts/steps/packages.mjs";
import { fail, Refusal, step } from "../scripts/steps/report.mjs";
import { loadData } from "../scripts/steps/seed.mjs";
import { onServer, startCluster } from "./databases.mjs";
import { startSite } from "./servers.mjs";

const attempts = 200;
const warmUp = 20;
const mostBetween = 50;

const name = `sign_in_${process.pid}`;

/** Every kind of address that must not be told apart. */
const kinds = ["bekend", "onbekend"];

const format = new Intl.NumberFormat("nl-NL", { maximumFractionDigits: 1 });

try {
  await main();
  process.exit();
} catch (error) {
  fail(error);
}

async function main() {
  requireNode();
  await step("Pakketten", ensurePackages);
  await step("Databaseclient", ensureClient);
  await step("Bouwen", ensureBuild);
  const cluster = await startCluster();
  const url = await makeDatabase(cluster.url);
  const mail = await receiveMail();
  const site = await startSite(url, {
    SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    MAIL_FROM: "PlusEén <noreply@pluseen.test>",
    // The mail goes out while the next attempts are measured, as it does on a real site.
    PLUS1_JOBS: "1",
    RATE_LIMIT_FACTOR: "1000",
  });
  try {
    const times = await measure(site.origin, await makeAddresses(url));
    report(times);
  } finally {
    await site.stop();
    mail.stop();
    await dropDatabase(cluster.url);
    await cluster.stop();
  }
}

async function makeDatabase(serverUrl) {
  const url = await createDatabase(serverUrl, name);
  await step("Gegevens", async () => {
    await migrate(url);
    return loadData(url, { demo: false });
  });
  return url;
}

function dropDatabase(serverUrl) {
  return onServer(serverUrl, (client) => client.query(`DROP DATABASE "${name}" WITH (FORCE)`));
}

function receiveMail() {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => stream.resume().on("end", done),
  });
  return new Promise((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () =>
      resolve({ port: listening.address().port, stop: () => server.close() }),
    );
  });
}

/** In turn a known and an unknown address, each used once: the limits per address are not what is measured. */
async function makeAddresses(url) {
  const list = Array.from({ length: attempts + warmUp }, (_, index) => {
    const kind = kinds[index % kinds.length];
    return { kind, email: `${kind}.${randomUUID()}@gemeente.test` };
  });
  const known = list.filter(({ kind }) => kind === "bekend").map(({ email }) => email);
  await onServer(url, (client) =>
    client.query(
      `WITH made AS (INSERT INTO "User" ("email", "name") SELECT unnest($1::text[]), 'Bekend' RETURNING "id")
       INSERT INTO "Membership" ("userId", "organisationId", "role")
       SELECT made."id", (SELECT "id" FROM "Organisation" WHERE "slug" = 'zwolle'), 'MANAGER' FROM made`,
      [known],
    ),
  );
  return list;
}

async function measure(origin, addresses) {
  const form = await readForm(origin);
  const times = Object.fromEntries(kinds.map((kind) => [kind, []]));
  await step(`${attempts} pogingen`, async () => {
    for (const [index, { kind, email }] of addresses.entries()) {
      const duration = await attempt(origin, form, email);
      if (index >= warmUp) times[kind].push(duration);
    }
  });
  return times;
}

/** The hidden fields with which the form works without JavaScript. */
async function readForm(origin) {
  const html = await (await fetch(`${origin}/nl/inloggen`)).text();
  const form = html.match(/<form[^>]*>(?:(?!<\/form>).)*name="email".*?<\/form>/s)?.[0] ?? "";
  const fields = [...form.matchAll(/<input type="hidden"([^>]*)>/g)].map(([, attributes]) => ({
    name: readEntities(attributes.match(/name="([^"]*)"/)?.[1] ?? ""),
    value: readEntities(attributes.match(/value="([^"]*)"/)?.[1] ?? ""),
  }));
  if (!fields.some(({ name }) => name.startsWith("$ACTION"))) throw new Refusal("Geen formulier gevonden.");
  return fields;
}

function readEntities(text) {
  return text.replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
}

async function attempt(origin, fields, email) {
  const body = new FormData();
  for (const { name, value } of fields) body.append(name, value);
  body.append("email", email);
  const started = performance.now();
  const answer = await fetch(`${origin}/nl/inloggen`, {
    method: "POST",
    body,
    redirect: "manual",
    headers: { origin },
  });
  await answer.arrayBuffer();
  const duration = performance.now() - started;
  const location = answer.headers.get("location") ?? "";
  if (answer.status !== 303 || !location.endsWith("/inloggen/code"))
    throw new Refusal(`Het formulier antwoordt met ${answer.status} ${location}.`);
  return duration;
}

function report(times) {
  console.log("\n| adres | n | mediaan ms | p5 | p95 |\n|---|---|---|---|---|");
  for (const [kind, list] of Object.entries(times)) {
    const cells = [list.length, at(list, 0.5), at(list, 0.05), at(list, 0.95)];
    console.log(`| ${kind} | ${cells.map((value) => format.format(value)).join(" | ")} |`);
  }
  const medians = Object.values(times).map((list) => at(list, 0.5));
  const between = Math.max(...medians) - Math.min(...medians);
  console.log(`\nVerschil tussen de medianen: ${format.format(between)} ms (hoogstens ${mostBetween}).\n`);
  if (between > mostBetween) throw new Refusal("De tijd verraadt of een adres bekend is.");
}

/** The value below which this share of the list lies. */
function at(list, share) {
  const sorted = [...list].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
