import type { Browser } from "@playwright/test";
import { query } from "./database";
import { expect, expectAccessible, expectToFit, test } from "./fixtures";
import { readMail } from "./mail";
import { type OwnSite, startOwnSite } from "./own-site";
import { aPersonOf, openSession } from "./real-people";
import { setUpApp } from "./second-factor";

// A herindeling that is carried out changes the country for everybody: it has a site of its own.
const database = "pluseen_herindeling";
let site: OwnSite;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await startOwnSite(database);
});

test.afterAll(() => site.stop());

/** A browser of somebody real on that site. */
async function enter(browser: Browser, slug: string, roles: string[]) {
  const person = await aPersonOf(slug, roles, database);
  const context = await browser.newContext({ baseURL: site.origin });
  await openSession(context, person, site.origin, database);
  return { person, page: await context.newPage() };
}

async function aFacilityThatNeitherFollows() {
  const [row] = await query(
    `SELECT "slug", "name" FROM "Solution" s
     WHERE "publication" = 'PUBLISHED' AND "obligation" <> 'STATUTORY' AND "phase" = 'MANAGED' AND NOT EXISTS (
       SELECT FROM "Adoption" a JOIN "Organisation" o ON o."id" = a."gemeenteId"
       WHERE a."solutionId" = s."id" AND o."slug" IN ('wijdemeren', 'hilversum'))
     ORDER BY "slug" LIMIT 1`,
    [],
    database,
  );
  return { slug: String(row?.slug), name: String(row?.name) };
}

test("two gemeenten become one: work, people and mail go along, and the past stays as it was", async ({
  browser,
  request,
}) => {
  test.setTimeout(240_000);
  const employee = await enter(browser, "wijdemeren", ["MEMBER"]);
  const { slug, name } = await aFacilityThatNeitherFollows();
  await employee.page.goto(`/nl/mijn/${slug}/belangstelling`);
  await employee.page.getByRole("button", { name: "Meld belangstelling" }).click();
  await expect(employee.page.getByText("De belangstelling van uw gemeente is vastgelegd.")).toBeVisible();
  const readPast = async () => {
    const files: string[] = [];
    for (const part of ["cijfers", "verloop", "kaart", "provincies"]) {
      const answer = await request.get(`${site.origin}/api/dashboard?deel=${part}&taal=nl&stand=2025-06-30`);
      expect(answer.status(), part).toBe(200);
      files.push(await answer.text());
    }
    return files;
  };
  const past = await readPast();

  const { page } = await enter(browser, "vng-realisatie", ["PLATFORM_ADMIN"]);
  await setUpApp(page, Date.now());
  await page.goto("/nl/platform/herindelingen/nieuw");
  await page.getByLabel(/^Welke gemeenten/).fill("Wijdemeren");
  await page.getByLabel(/^In welke gemeente/).fill("Hilversum");
  await page.getByLabel(/^Met ingang van/).fill("2026-01-01");
  await page.getByRole("button", { name: "Laat zien wat er gebeurt" }).click();
  await expect(page.getByText("Er is nog niets gewijzigd.")).toBeVisible();
  await expect(page.getByText("1 medewerker gaat mee.")).toBeVisible();
  await expect(page.getByText("niet terug te draaien", { exact: false })).toBeVisible();
  await page.getByLabel(/^Typ ter bevestiging/).fill("Hilversum");
  await page.getByRole("button", { name: "Voer de herindeling nu uit" }).click();
  await expect(page.getByText("Uitgevoerd. De herindeling geldt sinds 1 januari 2026.")).toBeVisible();
  await expect(page.getByRole("main")).toContainText(/Medewerkers overgegaan\s*1(?!\d)/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectToFit(page);

  await page.goto("/nl/gemeenten/wijdemeren");
  const gone = page.getByText("Deze gemeente bestaat sinds 1 januari 2026 niet meer.", { exact: false });
  await expect(gone.getByRole("link", { name: "Hilversum" })).toBeVisible();
  await page.goto("/nl/gemeenten");
  await expect(page.getByRole("main").getByRole("link", { name: "Hilversum" }).first()).toBeAttached();
  await expect(page.getByRole("main").getByRole("link", { name: "Wijdemeren" })).toHaveCount(0);
  expect(await readPast()).toEqual(past);

  const mail = await readMail(employee.person.email);
  expect(mail.subject).toBe("U hoort nu bij Hilversum");
  expect(mail.text).toContain("is Wijdemeren opgegaan in Hilversum");
  // Her session goes on; what she wrote waits for the manager of the gemeente that she belongs to now.
  await employee.page.goto("/nl/mijn/voorstellen");
  await expect(employee.page.getByRole("banner")).toContainText("Hilversum");
  await expect(employee.page.getByRole("heading", { name: "Van uw voorganger" })).toBeVisible();
  await expect(employee.page.getByRole("heading", { name: `${name}: belangstelling` })).toBeVisible();
});
