import type { Browser, Page } from "@playwright/test";
import { personOf } from "../prisma/seed/demo/people";
import { query } from "./database";
import { expect, expectAccessible, signInAs, signInByMail, test } from "./fixtures";
import { linkIn, newAddress, readMail } from "./mail";
import { aPersonOf, openSession, removePerson } from "./real-people";

test.describe.configure({ mode: "serial" });

const mine = "/nl/account/lidmaatschap";
const main = (page: Page) => page.getByRole("main");
const isVisitor = (page: Page) =>
  expect(page.getByRole("banner").getByRole("link", { name: "Inloggen" })).toBeVisible();

/** A browser of the administrator of Zwolle. */
async function asHenk(browser: Browser) {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, "beheerder van de organisatie", "Zwolle");
  return page;
}

test.afterAll(async () => {
  const left = `IN (SELECT "id" FROM "User" WHERE NOT "isDemo" AND "email" LIKE 'lid%@gemeente.test')`;
  for (const table of ["Membership", "Session", "MembershipRequest"]) {
    await query(`DELETE FROM "${table}" WHERE "userId" ${left}`);
  }
  await query(`DELETE FROM "Invitation" WHERE "email" LIKE 'lid%@gemeente.test'`);
});

test("whoever signs up asks, is let in, changes role and is shut out, each from the next request on", async ({
  page,
  browser,
}) => {
  test.slow();
  const address = newAddress("lid");
  const name = `Nieuwe Collega ${address.slice(4, 12)}`;
  await signInByMail(page, address);
  await page.goto("/nl/account");
  await page.getByLabel(/^Naam/).fill(name);
  await page.getByRole("button", { name: "Bewaar uw profiel" }).click();
  await page.goto(mine);
  await page.getByLabel("Naam van de organisatie").fill("zwol");
  await page.getByRole("button", { name: "Zoek", exact: true }).click();
  await main(page).getByRole("link", { name: "Zwolle", exact: true }).click();
  await page.getByRole("button", { name: "Vraag toegang" }).click();
  await expect(page.getByText("Uw aanvraag is verstuurd.")).toBeVisible();
  await page.goto("/nl/organisatie");
  await expect(page.getByRole("heading", { name: "U hoort nog bij geen organisatie" })).toBeVisible();

  const henk = await asHenk(browser);
  await henk.goto("/nl/organisatie");
  await henk.getByRole("link", { name: `Beantwoord ${name}` }).click();
  await expect(henk.getByText(address)).toBeHidden();
  await henk.getByRole("button", { name: "Keur goed" }).click();
  await expect(henk.getByText("De aanvraag is goedgekeurd.")).toBeVisible();
  expect((await readMail(address)).subject).toBe("U hebt toegang tot Zwolle");

  await page.goto("/nl/organisatie");
  await expect(page.getByRole("heading", { name: "Wie u kunt vragen" })).toBeVisible();
  await expect(main(page)).toContainText("Henk Rietberg");
  await page.goto(mine);
  await expect(main(page)).toContainText("Uw rol: medewerker");

  await henk.getByRole("link", { name, exact: true }).click();
  await henk.getByRole("checkbox", { name: /^adoptiemanager/ }).check();
  await henk.getByRole("button", { name: "Wijzig de rollen" }).click();
  await expect(henk.getByText("De rollen zijn gewijzigd.")).toBeVisible();
  await page.reload();
  await expect(main(page)).toContainText("Uw rol: adoptiemanager");

  await henk.getByRole("button", { name: "Schort het lidmaatschap op" }).click();
  await expect(henk.getByText("Het lidmaatschap is opgeschort.")).toBeVisible();
  await page.reload();
  await isVisitor(page);
  await henk.getByRole("button", { name: "Beëindig het lidmaatschap" }).click();
  await expect(henk.getByText("Het lidmaatschap is beëindigd.")).toBeVisible();
  await henk.context().close();
});

test("an invitation lets in its own address alone", async ({ page, browser }) => {
  const address = newAddress("lid");
  const henk = await asHenk(browser);
  await henk.goto("/nl/organisatie/uitnodigen");
  await henk.getByLabel(/^Mailadressen/).fill("dit is geen adres");
  await henk.getByRole("button", { name: "Verstuur de uitnodigingen" }).click();
  await expect(henk.getByText(/^Dit zijn geen mailadressen/)).toBeVisible();
  await henk.getByLabel(/^Mailadressen/).fill(address);
  await expect(henk.getByText("U doet dit namens gemeente Zwolle.")).toBeVisible();
  await henk.getByRole("button", { name: "Verstuur de uitnodigingen" }).click();
  await expect(henk.getByText("De uitnodiging is verstuurd.")).toBeVisible();
  const link = linkIn(await readMail(address));
  await henk.goto(link);
  await expect(henk.getByText("U bent ingelogd met een ander mailadres.")).toBeVisible();
  await expect(henk.getByRole("button", { name: "Neem de uitnodiging aan" })).toBeHidden();
  await henk.context().close();

  await signInByMail(page, address);
  await page.goto(link);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Neem de uitnodiging aan" }).click();
  await expect(page.getByText("U hebt de uitnodiging aangenomen.")).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Deze uitnodiging geldt niet meer" })).toBeVisible();
});

test("the last administrator reads why they cannot leave", async ({ page }) => {
  await signInAs(page, "beheerder van de organisatie", "Zwolle");
  await page.goto(mine);
  await page.getByText("Organisatie verlaten").click();
  await expect(page.getByText("U bent de laatste beheerder")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Verlaat/ })).toBeHidden();
});

test("the administrator of another gemeente finds nobody of Zwolle", async ({
  page,
  baseURL,
  complaints,
}) => {
  complaints.allow(/404/);
  const other = await aPersonOf("utrecht", ["MEMBER", "ORGANISATION_ADMIN"]);
  await openSession(page.context(), other, baseURL ?? "");
  await query(`UPDATE "Session" SET "secondFactorAt" = now() WHERE "userId" = $1`, [other.id]);
  await page.goto("/nl/organisatie");
  await expect(page.getByRole("heading", { name: "Gemeente Utrecht" })).toBeVisible();
  await expect(main(page)).not.toContainText("Noor Dijkhof");
  const answer = await page.goto(`/nl/organisatie/leden/${personOf("Noor Dijkhof")}`);
  expect(answer?.status()).toBe(404);
  const file = await page.request.get("/api/rechten");
  expect(await file.text()).not.toContain("Noor Dijkhof");
  await removePerson(other);
});

test("a form opened for one organisation does not act for another", async ({ browser }) => {
  const context = await browser.newContext();
  const [page, other] = [await context.newPage(), await context.newPage()];
  await signInAs(page, "adoptiemanager", "Súdwest-Fryslân", 1);
  await page.goto("/nl/mijn?stand=in-gebruik");
  const record = await page.getByRole("row").getByRole("link").first().getAttribute("href");
  await page.goto(`${record}/planning`);
  await expect(
    page.locator("#planning").getByText("U doet dit namens gemeente Súdwest-Fryslân."),
  ).toBeVisible();
  await page.getByLabel(/^Wie trekt dit/).fill("Blijft staan");
  await page.getByLabel(/^Waarom past u dit aan/).fill("Overleg");

  await other.goto("/nl");
  await other.getByText("Wissel van organisatie").click();
  await other.getByRole("button", { name: "Handel namens Dimpact" }).click();
  await expect(other.getByRole("banner")).toContainText("Sjoerd Hoekema, namens Dimpact");

  await page.getByRole("button", { name: "Pas de planning aan" }).click();
  await expect(page.getByRole("alert").first()).toContainText("U handelt nu namens Dimpact.");

  // The choice is still unfolded where the header was renewed in place.
  await other.goto("/nl");
  await other.getByText("Wissel van organisatie").click();
  await other.getByRole("button", { name: "Handel namens gemeente Súdwest-Fryslân" }).click();
  await expect(other.getByRole("banner")).toContainText("namens Súdwest-Fryslân");
  await context.close();
});
