import type { Page } from "@playwright/test";
import { query } from "./database";
import { expect, expectAccessible, expectToFit, signInAs, signOut, test } from "./fixtures";
import {
  aColleague,
  accountsOf,
  answerProvider,
  asAdmin,
  cleanUp,
  expectRefused,
  failure,
  goToProvider,
  ours,
  press,
  setUp,
  signInAtProvider,
  signInPage,
  signOutButton,
  theProvider,
} from "./oidc";
import { journeysOfWhoIsNotLetIn } from "./oidc-refusals";
import { providerAddress } from "./openid-provider";

// One organisation with its own provider, from setting it up to switching it off.
test.describe.configure({ mode: "serial" });

test.beforeAll(setUp);
test.afterAll(cleanUp);

test.beforeEach(({ complaints }) => {
  complaints.allow(new RegExp(`request to ${providerAddress}`));
});

test("a platform admin sets up the provider of a gemeente, tries it and switches it on", async ({ page }) => {
  test.slow();
  await signInAs(page, "platformbeheerder", "VNG Realisatie");
  await page.getByRole("link", { name: "Platform", exact: true }).click();
  await page.getByRole("link", { name: "Aanmelden via organisaties" }).click();
  await page.getByRole("link", { name: "Voeg een inlogvoorziening toe" }).click();
  await page.getByLabel("Naam van de organisatie").fill("zwolle");
  await page.getByRole("button", { name: "Zoek de organisatie" }).click();
  await page.getByRole("link", { name: "Zwolle", exact: true }).click();
  const fill = async (values: Record<string, string>) => {
    for (const [name, value] of Object.entries(values))
      await page.getByLabel(new RegExp(`^${name}`)).fill(value);
    await page.getByRole("button", { name: "Voeg de inlogvoorziening toe" }).click();
  };
  await fill({
    "Naam op de inlogpagina": ours.label,
    "Adres van de uitgever": "https://login.microsoftonline.com/common/v2.0",
    "Client-ID": `pluseen-${ours.run}`,
    Clientgeheim: ours.secret,
    Maildomeinen: ours.domain,
  });
  await expect(page.getByText(/Dit adres laat iedereen met een Microsoft-account binnen/)).toBeVisible();
  await fill({ "Adres van de uitgever": "http://127.0.0.1:1" });
  await expect(failure(page)).toContainText("De server mag dit adres niet bevragen");
  expect(await page.content()).not.toContain(ours.secret);
  await fill({ "Adres van de uitgever": `${providerAddress}/`, Clientgeheim: ours.secret });
  await expect(page.getByRole("main").getByRole("status")).toContainText("is toegevoegd en staat uit");
  ours.providerId = page.url().match(/aanmelden\/([0-9a-f-]+)/)?.[1] ?? "";
  await page.getByRole("button", { name: "Test de verbinding" }).click();
  await expect(failure(page)).toContainText(`noemt zichzelf anders: “${providerAddress}”`);
  await page.getByLabel(/^Adres van de uitgever/).fill(providerAddress);
  await press(page, "Bewaar de wijzigingen", /De wijzigingen zijn bewaard/);
  await press(page, "Test de verbinding", /is bereikbaar/);
  const callback = `${new URL(page.url()).origin}/api/auth/callback/${ours.providerId}`;
  await expect(page.getByText(callback, { exact: true })).toBeVisible();
  theProvider().register({
    client_id: `pluseen-${ours.run}`,
    client_secret: ours.secret,
    redirect_uris: [callback],
  });
  await press(page, "Zet aan", /staat aan en op de inlogpagina/);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectToFit(page);
  expect(await page.content()).not.toContain(ours.secret);
});

test("a first sign-in makes an account without rights and a question to the organisation", async ({
  page,
}) => {
  const login = aColleague("eerste");
  await signInAtProvider(page, login);
  await expect(signOutButton(page)).toBeVisible();
  await expect(page).toHaveURL(/\/nl\/account\/lidmaatschap$/);
  await expect(page.getByRole("main")).toContainText("Zwolle");
  expect(await accountsOf(login)).toMatchObject([{ isDemo: true, roles: "0", requests: "1", sessions: "1" }]);
  await page.goto("/nl/mijn");
  await expect(page.getByRole("main")).not.toContainText("De adopties van");
  const names = (await page.context().cookies()).map(({ name }) => name);
  expect(names.filter((name) => name.startsWith("pluseen."))).toEqual([]);
});

test("a second sign-in is the same account, and leads to where one was", async ({ page }) => {
  await query(
    `INSERT INTO "Membership" ("userId", "organisationId", "role", "isDemo")
     SELECT u."id", o."id", 'MEMBER', true FROM "User" u, "Organisation" o WHERE u."email" = $1 AND o."slug" = 'zwolle'`,
    [`eerste-${ours.run}@${ours.domain}`],
  );
  const login = aColleague("eerste", { email: `verhuisd-${ours.run}@elders.example`, name: "Een ander" });
  await page.goto(signInPage("nl", "/voorzieningen/open-zaak"));
  await goToProvider(page);
  await answerProvider(page, login);
  await expect(page).toHaveURL(/\/nl\/voorzieningen\/open-zaak$/);
  await expect(signOutButton(page)).toBeVisible();
  expect(await accountsOf(login)).toMatchObject([{ requests: "1", sessions: "2" }]);
});

test("whoever is somebody else already becomes the one who signs in, and nothing is tied", async ({
  page,
}) => {
  await signInAs(page, "medewerker", "Zwolle");
  await signInAtProvider(page, aColleague("eerste"));
  await expect(page.getByRole("banner")).toContainText("Jan eerste");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("signing in works, in English too", async ({ page }) => {
    const login = aColleague("zonder");
    await page.goto(signInPage("en"));
    await goToProvider(page);
    await answerProvider(page, login);
    await expect(page).toHaveURL(/\/en\/account\/lidmaatschap$/);
    await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  });
});

test("stopping at the provider leads back with a sentence", async ({ page }) => {
  await page.goto(signInPage("nl", "/mijn"));
  await goToProvider(page);
  await page.getByRole("button", { name: "Stop" }).click();
  await expectRefused(page, /hebt het inloggen bij uw organisatie afgebroken/);
  await expect(page).toHaveURL(/naar=%2Fmijn/);
  await expectAccessible(page);
});

journeysOfWhoIsNotLetIn();

test("of two tabs of an administrator the second is told what changed", async ({ browser }) => {
  await asAdmin(browser, async (page) => {
    const other = await page.context().newPage();
    for (const tab of [page, other]) await tab.goto(`/nl/platform/aanmelden/${ours.providerId}`);
    const save = async (tab: Page, domains: string) => {
      await tab.getByLabel(/^Maildomeinen/).fill(domains);
      await tab.getByRole("button", { name: "Bewaar de wijzigingen" }).click();
    };
    await save(page, `${ours.domain}\nelders-${ours.run}.example`);
    await expect(page.getByRole("main").getByRole("status")).toContainText("De wijzigingen zijn bewaard");
    await save(other, `${ours.domain} nog-een-${ours.run}.example`);
    await expect(failure(other)).toContainText("Iemand anders heeft dit intussen gewijzigd");
    await expect(other.getByLabel(/^Maildomeinen/)).toHaveValue(`${ours.domain} nog-een-${ours.run}.example`);
    await page.getByLabel(/^Client-ID/).fill("anders");
    await page.getByRole("button", { name: "Bewaar de wijzigingen" }).click();
    await expect(failure(page)).toContainText("Er logden al mensen in via deze inlogvoorziening");
    await page.goto("/nl/platform/aanmelden/nieuw?organisatie=zwolle");
    await page.getByLabel(/^Maildomeinen/).fill("zwolle.nl");
    await page.getByLabel(/^Naam op/).fill("x");
    await page.getByLabel(/^Adres van/).fill(providerAddress);
    await page.getByLabel(/^Client-ID/).fill("x");
    await page.getByLabel(/^Clientgeheim/).fill("x");
    await page.getByRole("button", { name: "Voeg de inlogvoorziening toe" }).click();
    await expect(failure(page)).toContainText("alleen verzonnen maildomeinen");
  });
});

test("one ties a second provider to one's account, and unties it", async ({ page, browser }) => {
  test.slow();
  const login = aColleague("koppel");
  const [second] = await query(
    `INSERT INTO "IdentityProvider"
       ("organisationId", "label", "issuer", "clientId", "clientSecret", "mailDomains", "isActive", "isDemo")
     SELECT "organisationId", $2, "issuer", $3, 'v1:', "mailDomains", false, true
     FROM "IdentityProvider" WHERE "id" = $1 RETURNING "id"`,
    [ours.providerId, `${ours.label} twee`, `tweede-${ours.run}`],
  );
  const secondId = String(second?.id);
  const complete = async (admin: Page) => {
    await admin.getByLabel(/^Clientgeheim/).fill(ours.secret);
    await press(admin, "Bewaar de wijzigingen", /De wijzigingen zijn bewaard/);
    await press(admin, "Zet aan", /staat aan/);
  };
  await asAdmin(browser, complete, secondId);
  const callback = `${test.info().project.use.baseURL}/api/auth/callback/${secondId}`;
  theProvider().register({
    client_id: `tweede-${ours.run}`,
    client_secret: ours.secret,
    redirect_uris: [callback],
  });
  await signInAtProvider(page, login);
  await page.goto("/nl/account/inlogaccounts");
  await expectAccessible(page);
  // The provider remembers who one is.
  await page.getByRole("link", { name: `Koppel ${ours.link} twee` }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("is gekoppeld");
  await signOut(page);
  await signInAtProvider(page, login, `${ours.link} twee`);
  await expect(signOutButton(page)).toBeVisible();
  await page.goto("/nl/account/inlogaccounts");
  const card = page.getByRole("listitem").filter({ hasText: `${ours.label} twee` });
  await card.getByRole("button", { name: "Koppel los" }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText("is losgekoppeld");
  await signOut(page);
  await signInAtProvider(page, login, `${ours.link} twee`);
  await expectRefused(page, /Er is al een account met uw mailadres/);
  await query(`DELETE FROM "IdentityProvider" WHERE "id" = $1`, [secondId]);
});

test("nobody is sent to another site after signing in", async ({ page }) => {
  const login = aColleague("eerste");
  for (const next of ["https://evil.example", "//evil.example", "/\\evil.example", "/%2f%2fevil.example"]) {
    await page.context().clearCookies();
    await page.goto(
      `/nl/inloggen/via/${ours.providerId}?${new URLSearchParams({ naar: next, callbackUrl: next })}`,
    );
    await answerProvider(page, login);
    await expect(signOutButton(page)).toBeVisible();
    expect(new URL(page.url()).pathname, next).toBe("/nl");
  }
});

test("a provider that is switched off lets nobody in, also who is typing a password", async ({
  page,
  browser,
}) => {
  test.slow();
  const login = aColleague("eerste");
  await page.goto(signInPage());
  await goToProvider(page);
  await asAdmin(browser, (admin) => press(admin, "Zet uit", /staat uit/));
  await answerProvider(page, login);
  await expectRefused(page, /Via deze organisatie kunt u nu niet inloggen/);
  await expect(page.getByRole("link", { name: ours.link, exact: true })).toBeHidden();
  await page.goto(`/nl/inloggen/via/${ours.providerId}`);
  await expectRefused(page, /Via deze organisatie kunt u nu niet inloggen/);
  await asAdmin(browser, (admin) => press(admin, "Zet aan", /staat aan/));
});

test("a provider that is down, or forgot us, gives a sentence", async ({ page, browser }) => {
  await theProvider().stop();
  await page.goto(`/nl/inloggen/via/${ours.providerId}`);
  await expectRefused(page, /antwoordt niet/);
  await theProvider().restart();
  await asAdmin(browser, async (admin) => {
    await admin.getByLabel(/^Clientgeheim/).fill("verkeerd geheim");
    await press(admin, "Bewaar de wijzigingen", /De wijzigingen zijn bewaard/);
  });
  await signInAtProvider(page, aColleague("eerste"));
  await expectRefused(page, /niet goed ingesteld/);
});

test("the log has the refusals without names or addresses", async () => {
  const rows = await query(
    `SELECT "detail", "detail"->>'refusal' AS refusal FROM "AuditEvent" WHERE "action" = 'session.refused' AND "subjectId" = $1`,
    [ours.providerId],
  );
  const found = new Set(rows.map(({ refusal }) => refusal));
  for (const key of [
    "flowCancelled",
    "flowExpired",
    "identityTenant",
    "identityDomain",
    "flowSettings",
    "providerOff",
  ]) {
    expect(found).toContain(key);
  }
  expect(JSON.stringify(rows)).not.toContain("@");
});
