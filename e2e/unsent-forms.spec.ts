import type { Browser, BrowserContext, Page } from "@playwright/test";
import { query } from "./database";
import { alert, expect, expectAccessible, expectToFit, test } from "./fixtures";
import { aPersonOf, openSession, type RealPerson, removePerson } from "./real-people";

// A form that is sent without a script, by somebody who was signed out or acted for another organisation by then.
test.use({ javaScriptEnabled: false });

const lines = ["Eerste regel van de behoefte.", 'Tweede, met "tekens" en <b>vet</b>.'];
const notSent = "Uw formulier is nog niet verstuurd";
const filledIn = "Uw formulier is weer ingevuld";
let person: RealPerson;
let title: string;

test.beforeEach(async () => {
  person = await aPersonOf("zwolle", ["MEMBER"]);
  title = `Lang nagedacht ${person.email.slice(0, 12)}`;
  await query(
    `INSERT INTO "Membership" ("userId", "organisationId", "role") SELECT $1, "id", 'MEMBER' FROM "Organisation" WHERE "slug" = 'dimpact'`,
    [person.id],
  );
  await actFor("zwolle");
});

test.afterEach(async () => {
  await query(`DELETE FROM "Need" WHERE "title" = $1`, [title]);
  await query(`UPDATE "User" SET "activeOrganisationId" = NULL WHERE "id" = $1`, [person.id]);
  await removePerson(person);
});

test("whose session was over signs in on another tab and finds all they typed in the form again", async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await typeNeed(page, context, baseURL);
  await query(`UPDATE "Session" SET "lastSeenAt" = now() - interval '9 hours' WHERE "userId" = $1`, [
    person.id,
  ]);
  await send(page);
  const kept = page.getByRole("region", { name: notSent });
  await expect(kept).toContainText("U was niet meer ingelogd.");
  await kept.getByText("Wat u had ingevuld").click();
  await expect(kept.getByRole("listitem").nth(1)).toContainText(lines[1] ?? "");
  await expectSound(page, browser);
  await expect(kept.getByRole("link", { name: "Log in" })).toHaveAttribute("target", "_blank");

  await kept.getByRole("button", { name: "vul mijn formulier weer in" }).click();
  await expect(kept, "still signed out").toContainText("U was niet meer ingelogd.");

  await openSession(context, person, baseURL ?? "");
  await kept.getByRole("button", { name: "vul mijn formulier weer in" }).click();
  await expect(page.getByRole("region", { name: filledIn })).toBeVisible();
  await expectSound(page, browser);
  await expectFilledInAndSend(page);
});

test("whoever acts for another organisation by then switches back and finds all they typed in the form again", async ({
  page,
  context,
  browser,
  baseURL,
}) => {
  await typeNeed(page, context, baseURL);
  await actFor("dimpact");
  await send(page);
  const kept = page.getByRole("region", { name: notSent });
  await expect(kept).toContainText("U vulde het in namens gemeente Zwolle");
  await expectSound(page, browser);
  await kept.getByRole("button", { name: "Wissel terug naar gemeente Zwolle" }).click();
  await expect(page.getByRole("banner")).toContainText("namens Zwolle");
  await expect(page.getByRole("region", { name: filledIn })).toBeVisible();
  await expectFilledInAndSend(page);
});

test("whose organisation is gone reads what they typed, to take it along", async ({
  page,
  context,
  baseURL,
}) => {
  await typeNeed(page, context, baseURL);
  await query(
    `DELETE FROM "Membership" WHERE "userId" = $1 AND "organisationId" = (SELECT "id" FROM "Organisation" WHERE "slug" = 'zwolle')`,
    [person.id],
  );
  await send(page);
  const kept = page.getByRole("region", { name: notSent });
  await expect(kept).toContainText("waarvoor u nu niet kunt handelen");
  await expect(kept.getByRole("listitem").first()).toHaveText(title);
  await expect(kept.getByRole("button")).toHaveCount(0);
});

test("a form with a fault in it is kept too, and nobody else is sent what was typed", async ({
  page,
  context,
  baseURL,
}) => {
  await typeNeed(page, context, baseURL);
  await page.getByLabel(/^Het probleem in één regel/).evaluate((field) => field.removeAttribute("maxlength"));
  await page.getByLabel(/^Het probleem in één regel/).fill("te lang ".repeat(100));
  await actFor("dimpact");
  await send(page);
  const kept = page.getByRole("region", { name: notSent });
  await kept.getByText("Wat u had ingevuld").click();
  await expect(kept.getByRole("listitem").first()).toContainText("te lang te lang");
  expect(page.url()).not.toContain("te%20lang");
  const other = await context.newPage();
  await other.goto("/nl/behoeften/nieuw");
  await expect(other.getByRole("main")).not.toContainText("te lang");
});

test("what a colleague changed meanwhile is still noticed after switching back", async ({
  page,
  context,
  baseURL,
}) => {
  await query(
    `INSERT INTO "Membership" ("userId", "organisationId", "role") SELECT $1, "id", 'MANAGER' FROM "Organisation" WHERE "slug" = 'enschede'`,
    [person.id],
  );
  await actFor("enschede");
  await openSession(context, person, baseURL ?? "");
  await query(`UPDATE "Session" SET "secondFactorAt" = now() WHERE "userId" = $1`, [person.id]);
  await page.goto("/nl/mijn?stand=in-gebruik");
  const record = await page.getByRole("row").getByRole("link").first().getAttribute("href");
  await page.goto(`${record}/planning`);
  await page.getByLabel(/^Waarom past u dit aan/).fill("Dit had niemand gezien.");
  await actFor("dimpact");
  await page.getByRole("button", { name: "Pas de planning aan" }).click();
  await query(
    `UPDATE "Adoption" a SET "version" = a."version" + 1
     FROM "Organisation" o, "Solution" s WHERE o."id" = a."gemeenteId" AND s."id" = a."solutionId" AND o."slug" = 'enschede' AND s."slug" = $1`,
    [record?.split("/").at(-1)],
  );
  await page.getByRole("button", { name: "Wissel terug naar gemeente Enschede" }).click();
  await page.getByRole("button", { name: "Pas de planning aan" }).click();
  await expect(alert(page)).toContainText("Iemand anders heeft dit intussen gewijzigd");
  await expect(page.getByLabel(/^Waarom past u dit aan/)).toHaveValue("Dit had niemand gezien.");
});

async function typeNeed(page: Page, context: BrowserContext, baseURL: string | undefined) {
  await openSession(context, person, baseURL ?? "");
  await page.goto("/nl/behoeften/nieuw");
  await page.getByLabel(/^Het probleem in één regel/).fill(title);
  await page.getByLabel(/^Wat gaat er mis/).fill(lines.join("\n"));
}

async function send(page: Page) {
  await page.getByRole("button", { name: "Meld deze behoefte" }).click();
}

/** In another tab. */
async function actFor(slug: string) {
  await query(
    `UPDATE "User" SET "activeOrganisationId" = (SELECT "id" FROM "Organisation" WHERE "slug" = $2) WHERE "id" = $1`,
    [person.id, slug],
  );
}

async function expectFilledInAndSend(page: Page) {
  await expect(page.getByLabel(/^Het probleem in één regel/)).toHaveValue(title);
  await expect(page.getByLabel(/^Wat gaat er mis/)).toHaveValue(lines.join("\n"));
  await send(page);
  await expect(page.getByRole("region", { name: /formulier/ })).toHaveCount(0);
  await expect(page.getByRole("main")).toContainText("Gelukt");
  const rows = await query(`SELECT "text" FROM "Need" WHERE "title" = $1`, [title]);
  expect(rows.map(({ text }) => String(text).replaceAll("\r", ""))).toEqual([lines.join("\n")]);
}

/** Axe is a script itself: it looks at the same page, without the scripts of the site, where scripts may run. */
async function expectSound(page: Page, browser: Browser) {
  const html = (await page.content()).replace(/<script[\s\S]*?<\/script>/g, "");
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await browser.newContext({
      javaScriptEnabled: true,
      colorScheme,
      viewport: { width: 360, height: 740 },
    });
    const copy = await context.newPage();
    await copy.route(page.url(), (route) => route.fulfill({ contentType: "text/html", body: html }));
    await copy.goto(page.url());
    await expectAccessible(copy);
    await expectToFit(copy);
    await context.close();
  }
}
