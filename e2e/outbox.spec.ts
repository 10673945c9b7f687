import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import pg from "pg";
import { siteDatabase } from "./database";
import { expect, expectAccessible, expectToFit, test } from "./fixtures";

// The site of the other journeys sends its mail; this one has no mail server. It shares their build and
// their database server, with a database of its own.
const name = "pluseen_postvak";
let site: ChildProcess;
let origin = "";

async function onServer(sql: string) {
  const client = new pg.Client({ connectionString: siteDatabase("postgres") });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

async function start(port: number): Promise<ChildProcess> {
  const { SMTP_URL: _, MAIL_FROM: __, ...inherited } = process.env;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: {
      ...inherited,
      NODE_ENV: "production",
      DATABASE_URL: siteDatabase(name),
      PORT: `${port}`,
      NEXTAUTH_URL: `http://localhost:${port}`,
      PLUS1_DEMO: "1",
      PLUS1_DATA: `${process.env.PLUS1_DATA ?? ".data"}/postvak`,
    },
  });
  let output = "";
  child.stdout?.on("data", (chunk) => (output += chunk));
  child.stderr?.on("data", (chunk) => (output += chunk));
  await expect.poll(() => output, { timeout: 120_000 }).toMatch(/Klaar:|eindigde|fout/);
  return child;
}

test.beforeAll(async () => {
  test.setTimeout(180_000);
  await onServer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await onServer(`CREATE DATABASE "${name}"`);
  const port = await freePort();
  origin = `http://localhost:${port}`;
  site = await start(port);
});

test.afterAll(async () => {
  await new Promise((resolve) => {
    site.once("exit", resolve);
    site.kill("SIGTERM");
  });
  await onServer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
});

test("a demonstration without a mail server shows its mail, with which one signs in", async ({
  page,
  complaints,
}) => {
  complaints.allow(/^request to http:\/\/localhost/);
  await page.goto(`${origin}/nl/inloggen`);
  await page.getByRole("link", { name: "Lees de mail in het postvak" }).click();
  await expect(page.getByText("Er is nog geen mail.")).toBeVisible();
  await page.goto(`${origin}/nl/inloggen`);
  await page.getByLabel("Mailadres", { exact: true }).fill("demo.bezoeker@gemeente.test");
  await page.getByRole("button", { name: "Stuur mij een code" }).click();
  await expect(page.getByRole("heading", { name: "Vul de code in" })).toBeVisible();
  await page.getByRole("link", { name: "Lees de mail in het postvak" }).click();
  const mail = page.getByRole("main").getByRole("listitem").first();
  await expect(mail).toContainText("Aan demo.bezoeker@gemeente.test");
  await expect(page.getByText("Op een echte site bestaat deze pagina niet.")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectToFit(page);
  await mail.getByRole("link").click();
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(page.getByRole("button", { name: "Uitloggen" })).toBeVisible();
});

test("whoever comes by another name than localhost finds no such page", async ({ request }) => {
  const port = new URL(origin).port;
  const answer = await request.get(`${origin}/nl/postvak`, { headers: { host: `pluseen.example:${port}` } });
  expect(answer.status()).toBe(404);
  expect((await request.get(`${origin}/nl/postvak`)).status()).toBe(200);
});

test("the site that sends its mail has no such page", async ({ request }) => {
  expect((await request.get("/nl/postvak")).status()).toBe(404);
});
