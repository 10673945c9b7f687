import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { query } from "./database";
import { test as base, expect, expectAccessible, signInAs } from "./fixtures";
import { aPersonOf, openSession, type RealPerson, removePerson } from "./real-people";

type Named = RealPerson & { name: string };

/** An employee of Zwolle who is no part of the demonstration, with a name that nobody else has. */
const test = base.extend<{ employee: Named }>({
  employee: async ({ page, baseURL }, use) => {
    const person = await aPersonOf("zwolle", ["MEMBER"]);
    const name = `Privacy Proef ${Date.now().toString(36)}`;
    await query(`UPDATE "User" SET "name" = $2, "functionTitle" = 'Adviseur' WHERE "id" = $1`, [
      person.id,
      name,
    ]);
    await openSession(page.context(), person, baseURL ?? "");
    await use({ ...person, name });
    await removeSteps(person);
    await removePerson(person);
  },
});

/** What the journey added to a history that nobody else may change. */
async function removeSteps({ id }: RealPerson) {
  const mine = `(SELECT "adoptionId" FROM "AdoptionEvent" WHERE "enteredById" = '${id}')`;
  await query(`BEGIN; SET LOCAL session_replication_role = 'replica';
    CREATE TEMP TABLE mine ON COMMIT DROP AS SELECT DISTINCT "adoptionId" AS id FROM "AdoptionEvent" WHERE "adoptionId" IN ${mine};
    DELETE FROM "AdoptionEvent" WHERE "adoptionId" IN (SELECT id FROM mine);
    DELETE FROM "Adoption" WHERE "id" IN (SELECT id FROM mine);
    COMMIT`);
  await query(`SELECT recount_solution("id") FROM "Solution" WHERE "slug" = $1`, [slug]);
}

const slug = "haal-centraal-brk";
const page1 = "/nl/account/gegevens";
const former = "voormalig medewerker van Zwolle";

async function fetchData(page: Page, name: RegExp): Promise<string> {
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name }).click();
  return readFileSync(await (await file).path(), "utf8");
}

test("somebody fetches what is kept about them, and erases themselves", async ({
  page,
  browser,
  employee,
}) => {
  const { name, email } = employee;
  await page.goto(`/nl/voorzieningen/${slug}`);
  await page.getByRole("link", { name: "Wij hebben belangstelling" }).click();
  await page.getByRole("button", { name: "Meld belangstelling" }).click();
  await expect(page.getByText("De belangstelling van uw gemeente is vastgelegd.")).toBeVisible();
  await expect(page.getByRole("main")).toContainText(name);

  await page.goto(page1);
  await expectAccessible(page);
  const json = JSON.parse(await fetchData(page, /JSON/));
  expect(json.account[0]).toMatchObject({ name, email, functionTitle: "Adviseur", actsFor: null });
  expect(json.steps).toHaveLength(1);
  expect(json.log.map(({ action }: { action: string }) => action)).toContain("adoption.started");
  const csv = await fetchData(page, /CSV/);
  expect(csv.startsWith("\uFEFFAccount")).toBe(true);
  expect(csv).toContain(name);

  await page.getByLabel(/^Typ uw mailadres/).fill("iemand@anders.nl");
  await page.getByRole("button", { name: "Wis mijn gegevens voorgoed" }).click();
  await expect(page.getByText("Dit is niet het mailadres van uw account.")).toBeVisible();
  await expect(page.getByLabel(/^Typ uw mailadres/)).toHaveValue("iemand@anders.nl");
  await page.getByLabel(/^Typ uw mailadres/).fill(email.toUpperCase());
  await page.getByRole("button", { name: "Wis mijn gegevens voorgoed" }).click();
  await expect(page.getByText("Uw gegevens zijn gewist.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Inloggen" })).toBeVisible();

  const colleague = await (await browser.newContext()).newPage();
  await signInAs(colleague, "adoptiemanager", "Zwolle");
  await colleague.goto(`/nl/mijn/${slug}`);
  await expect(colleague.getByRole("main").getByText(former).first()).toBeVisible();
  expect(await colleague.content()).not.toContain(name);
  await colleague.context().close();
});

test("a person of the demonstration can be fetched, not erased", async ({ page }) => {
  await signInAs(page, "medewerker", "Zwolle");
  await page.goto(page1);
  await expect(page.getByText(/ook andere bezoekers gebruiken die/)).toBeVisible();
  await expect(page.getByRole("button", { name: /Wis mijn gegevens/ })).toHaveCount(0);
  expect(JSON.parse(await fetchData(page, /JSON/)).memberships).toHaveLength(1);
});

test("a visitor is asked to sign in, and gets no file", async ({ page, request, complaints }) => {
  complaints.allow(/401/);
  await page.goto(page1);
  await expect(page.getByText("Log in om uw account te zien")).toBeVisible();
  expect((await request.get("/api/account/gegevens")).status()).toBe(401);
});

test("the privacy page says of each kind of data what, why, how long and where", async ({ page }) => {
  await page.goto("/nl/privacy");
  await expect(page.getByRole("heading", { name: "Het logboek" })).toBeVisible();
  await expect(page.getByText("Minstens 7 jaar.")).toBeVisible();
  await page.getByText("Waar het staat in de database").first().click();
  await expect(page.getByText(/User: name, email/)).toBeVisible();
});
