import { spawnSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { query } from "./database";
import { test as base, expect, expectAccessible, signInAs } from "./fixtures";
import { aPersonOf, openSession, type RealPerson, removePerson } from "./real-people";

type Fixtures = {
  enter: (page: Page, slug: string, roles: string[]) => Promise<RealPerson & { name: string }>;
};

let made = 0;

/** Real people with a name of their own, in a session in which their roles count. */
const test = base.extend<Fixtures>({
  enter: async ({ baseURL }, use) => {
    const people: RealPerson[] = [];
    await use(async (page, slug, roles) => {
      const person = await aPersonOf(slug, roles);
      people.push(person);
      const name = `Logboek Proef ${Date.now().toString(36)}${made++}`;
      await query(`UPDATE "User" SET "name" = $2 WHERE "id" = $1`, [person.id, name]);
      await openSession(page.context(), person, baseURL ?? "");
      await query(`UPDATE "Session" SET "secondFactorAt" = now() WHERE "userId" = $1`, [person.id]);
      return { ...person, name };
    });
    for (const person of people) await removePerson(person);
  },
});

const log = "/nl/organisatie/logboek";
const rows = (page: Page) => page.getByRole("row");

/** Plans an adoption of Zwolle anew; the page says whether that went well. */
async function adjustPlan(page: Page, why: string) {
  await page.getByLabel(/^Waarom past u dit aan/).fill(why);
  await page.getByRole("button", { name: "Pas de planning aan" }).click();
}

test("an administrator reads who did what, what was refused, and fetches it", async ({ browser, enter }) => {
  const manager = await (await browser.newContext()).newPage();
  const admin = await (await browser.newContext()).newPage();
  const { id, name } = await enter(manager, "zwolle", ["MANAGER"]);
  const reader = await enter(admin, "zwolle", ["ORGANISATION_ADMIN"]);
  await manager.goto("/nl/mijn/open-zaak/planning");
  await adjustPlan(manager, "Overleg met de leverancier");
  await expect(manager.getByText("De planning is aangepast.")).toBeVisible();
  await manager.goto("/nl/mijn/open-zaak/planning");
  // The right goes while the form is open.
  await query(`UPDATE "Membership" SET "role" = 'MEMBER' WHERE "userId" = $1`, [id]);
  await adjustPlan(manager, "Toch nog iets");
  await expect(manager.getByText("U mag dit niet doen namens uw organisatie.")).toBeVisible();

  await admin.goto(`${log}?persoon=${encodeURIComponent(name)}`);
  await expect(rows(admin).filter({ hasText: `${name} corrigeerde: Open Zaak naar` })).toContainText(
    "gelukt",
  );
  const refused = rows(admin).filter({ hasText: `${name} probeerde iets wat niet mag` });
  await expect(refused).toContainText("geweigerd");
  await expect(refused).toContainText("/mijn/open-zaak/planning");
  await expectAccessible(admin);

  await admin.getByRole("combobox", { name: "Handeling" }).selectOption({ label: "Handeling geweigerd" });
  await admin.getByRole("button", { name: "Toon" }).click();
  await expect(rows(admin).filter({ hasText: name })).toHaveCount(1);
  const file = admin.waitForEvent("download");
  await admin.getByRole("link", { name: /als bestand/ }).click();
  const text = await readAll((await file).createReadStream());
  expect(text.startsWith("\uFEFFmoment (UTC);persoon;namens;")).toBe(true);
  expect(text.trim().split("\r\n")).toHaveLength(2);
  expect(text).toContain(`;${name};Zwolle;Handeling geweigerd;`);
  await admin.goto(log);
  const fetched = `${reader.name} haalde het logboek van Zwolle op`;
  await expect(rows(admin).filter({ hasText: fetched })).toHaveCount(1);
});

async function readAll(stream: Promise<NodeJS.ReadableStream>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString("utf8");
}

test("an organisation sees that the platform read its log", async ({ browser, enter }) => {
  const platform = await (await browser.newContext()).newPage();
  const admin = await (await browser.newContext()).newPage();
  const { name } = await enter(platform, "vng-realisatie", ["PLATFORM_ADMIN"]);
  await enter(admin, "zwolle", ["ORGANISATION_ADMIN"]);
  await platform.goto("/nl/platform/logboek");
  await platform.getByRole("textbox", { name: "Organisatie" }).fill("Zwolle");
  await platform.getByRole("button", { name: "Toon" }).click();
  await expect(platform.getByRole("heading", { level: 1 })).toHaveText("Logboek van het platform");
  await expectAccessible(platform);
  await admin.goto(log);
  await expect(rows(admin).filter({ hasText: `${name} bekeek het logboek van Zwolle.` })).toHaveCount(1);
});

test("who is no administrator reads no log, on the page nor as a file", async ({
  page,
  request,
  complaints,
}) => {
  complaints.allow(/40[13]/);
  await page.goto(log);
  await expect(page.getByRole("main")).toContainText("Log in om dit logboek te zien.");
  expect((await request.get("/api/logboek?deel=platform")).status()).toBe(401);
  await signInAs(page, "adoptiemanager", "Zwolle");
  for (const path of [log, "/nl/platform/logboek"]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toContainText("Dit logboek is er voor beheerders.");
  }
  for (const part of ["organisatie", "platform"]) {
    const answer = await page.request.get(`/api/logboek?deel=${part}`);
    expect(answer.status()).toBe(403);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
  }
});

test("a person of the demonstration sees fictitious lines only, whoever was here", async ({
  browser,
  page,
  enter,
}) => {
  const real = await (await browser.newContext()).newPage();
  const { name } = await enter(real, "zwolle", ["ORGANISATION_ADMIN"]);
  await real.goto(log);
  await real.request.get("/api/logboek");
  await signInAs(page, "beheerder van de organisatie", "Zwolle");
  await page.goto(log);
  await expect(page.getByRole("cell", { name: /logde in/ }).first()).toBeVisible();
  expect(await page.content()).not.toContain(name);
});

test("the whole log of the running site can be recomputed", () => {
  // Node warns on the same output when it is told about colours twice.
  const { NO_COLOR: _, FORCE_COLOR: __, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/audit-verify.mjs"], {
    encoding: "utf8",
    env,
  });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^Het logboek klopt: \d+ regels nagerekend\./);
  expect(status).toBe(0);
});
