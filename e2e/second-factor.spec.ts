import { query } from "./database";
import { askForCode, expect, expectAccessible, signInAs, typeCode } from "./fixtures";
import { codeIn, readMail } from "./mail";
import { aPersonOf, removePerson } from "./real-people";
import { codeOf, expectFitsPhone, notice, ownPage, setUpApp, stepPage, test } from "./second-factor";

// Each sets up a factor first, and most open a second browser.
test.slow();

test("a role waits until its holder has set up an app, and works after that", async ({
  page,
  manager,
  signIn,
}) => {
  const former = await signIn(page, manager);
  await page.goto("/nl/mijn/open-zaak/planning");
  await expect(notice(page)).toBeVisible();
  await expect(page.getByRole("button", { name: "Pas de planning aan" })).toBeHidden();
  await page.getByRole("link", { name: "Stel uw tweede stap in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stel eerst een tweede stap in");
  await expectAccessible(page);
  await expect(page.getByRole("link", { name: "Ga verder als lezer" })).toBeVisible();
  await setUpApp(page, Date.now());
  await expect(notice(page)).toBeHidden();
  await expectAccessible(page);
  await expectFitsPhone(page);
  await page.goto("/nl/mijn/open-zaak/planning");
  await expect(page.getByRole("button", { name: "Pas de planning aan" })).toBeVisible();
  // The token from before the proof is worth nothing any more.
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name.endsWith("session-token"))?.value).not.toBe(former);
});

test("a wrong code is refused beside what was typed, in a page that fits a phone", async ({
  page,
  manager,
  signIn,
}) => {
  await signIn(page, manager);
  await page.goto(ownPage);
  await page.getByRole("button", { name: "Stel een app in" }).click();
  await page.getByLabel("Code uit de app").fill("000 000");
  await page.getByLabel("Naam").fill("Tablet");
  await page.getByRole("button", { name: "Bevestig de app" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Deze code klopt niet" })).toBeFocused();
  await expect(page.getByLabel("Naam")).toHaveValue("Tablet");
  await expectAccessible(page);
  await expectFitsPhone(page);
});

test("in another browser the next code opens the page one came from", async ({
  page,
  browser,
  manager,
  signIn,
}) => {
  await signIn(page, manager);
  const at = Date.now();
  const secret = await setUpApp(page, at);
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, manager);
  await other.goto("/nl/mijn");
  await expect(notice(other)).toBeVisible();
  await other.goto(`${stepPage}?naar=/mijn/open-zaak/planning`);
  await other.getByLabel("Code uit de app").fill(codeOf(secret, at + 30_000));
  await other.getByLabel("Code uit de app").press("Enter");
  await expect(other).toHaveURL(/\/nl\/mijn\/open-zaak\/planning$/);
  await expect(other.getByRole("button", { name: "Pas de planning aan" })).toBeVisible();
  await context.close();
});

test("a code that was used is refused in another browser", async ({ page, browser, manager, signIn }) => {
  await signIn(page, manager);
  // The code of the coming step: it stays right for a minute at least.
  const at = Date.now() + 30_000;
  const secret = await setUpApp(page, at);
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, manager);
  await other.goto(stepPage);
  await expectAccessible(other);
  await expectFitsPhone(other);
  await other.getByLabel("Code uit de app").fill(codeOf(secret, at));
  await other.getByRole("button", { name: "Bevestig de code" }).click();
  await expect(other.getByText("Deze code is al gebruikt.")).toBeVisible();
  await context.close();
});

test("signing in by mail leads to the second step, and on to where one was going", async ({
  page,
  browser,
  manager,
  signIn,
}) => {
  await signIn(page, manager);
  const at = Date.now();
  const secret = await setUpApp(page, at);
  const told = await readMail(manager.email);
  expect(told.subject).toBe("Uw tweede stap op PlusEén is gewijzigd");
  expect(told.text).toContain("toegevoegd: Telefoon van het werk");
  const context = await browser.newContext();
  const other = await context.newPage();
  await askForCode(other, manager.email, "/mijn/open-zaak");
  await typeCode(other, codeIn(await readMail(manager.email)));
  await expect(other).toHaveURL(/\/inloggen\/tweede-factor\?/);
  await other.getByLabel("Code uit de app").fill(codeOf(secret, at + 30_000));
  await other.getByRole("button", { name: "Bevestig de code" }).click();
  await expect(other).toHaveURL(/\/nl\/mijn\/open-zaak$/);
  await expect(notice(other)).toBeHidden();
  await context.close();
});

test("five wrong codes make the right one wait", async ({ page, browser, manager, signIn }) => {
  await signIn(page, manager);
  const at = Date.now();
  const secret = await setUpApp(page, at);
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, manager);
  await other.goto(stepPage);
  for (const [code, answer] of [
    ...Array.from({ length: 5 }, () => ["000000", "Deze code klopt niet."]),
    [codeOf(secret, at + 30_000), "Te vaak geprobeerd."],
  ]) {
    await other.getByLabel("Code uit de app").fill(code ?? "");
    const answered = other.waitForResponse((response) => response.request().method() === "POST");
    await other.getByRole("button", { name: "Bevestig de code" }).click();
    await answered;
    await expect(other.getByText(answer ?? "")).toBeVisible();
  }
  await context.close();
});

test("an action that a waiting role refuses leads to the second step, and keeps what was typed", async ({
  page,
  manager,
  signIn,
}) => {
  await signIn(page, manager);
  const at = Date.now();
  const secret = await setUpApp(page, at);
  await page.goto("/nl/mijn/open-zaak/planning");
  await page.getByLabel(/^Wie trekt dit/).fill("Een heel nieuwe naam");
  await page.getByLabel(/^Waarom past u dit aan/).fill("Proef");
  await query(`UPDATE "Session" SET "secondFactorAt" = NULL WHERE "userId" = $1`, [manager.id]);
  await page.getByRole("button", { name: "Pas de planning aan" }).click();
  await expect(page.getByText("Uw rol werkt pas na uw tweede stap.")).toBeVisible();
  const [tab] = await Promise.all([
    page.waitForEvent("popup"),
    page.getByRole("link", { name: "Doe de tweede stap (nieuw tabblad)" }).click(),
  ]);
  await tab.getByLabel("Code uit de app").fill(codeOf(secret, at + 30_000));
  await tab.getByRole("button", { name: "Bevestig de code" }).click();
  await expect(tab).toHaveURL(/\/mijn\/open-zaak\/planning$/);
  await expect(page.getByLabel(/^Wie trekt dit/)).toHaveValue("Een heel nieuwe naam");
});

test("a proof of long ago is asked again before anything is removed", async ({ page, manager, signIn }) => {
  await signIn(page, manager);
  await setUpApp(page, Date.now());
  const past = (column: string) =>
    query(`UPDATE "Session" SET "${column}" = now() - interval '20 minutes' WHERE "userId" = $1`, [
      manager.id,
    ]);
  await past("secondFactorAt");
  await page.reload();
  await expect(page.getByRole("link", { name: "Bevestig dat u het bent" })).toBeVisible();
  await page.getByLabel("Verwijder Telefoon van het werk").click();
  await page.getByRole("button", { name: "Verwijder deze tweede stap" }).click();
  await expect(page.getByText("Bevestig eerst opnieuw dat u het bent")).toBeVisible();
  await page.goto(ownPage);
  await expect(page.getByRole("heading", { name: /^Telefoon van het werk/ })).toBeVisible();
});

test("an admin resets a colleague who lost everything, who then sets up a new app", async ({
  page,
  browser,
  manager,
  signIn,
}) => {
  const lost = await browser.newContext();
  const theirs = await lost.newPage();
  await signIn(theirs, manager);
  await setUpApp(theirs, Date.now());
  const admin = await aPersonOf("zwolle", ["MEMBER", "ORGANISATION_ADMIN"]);
  try {
    await signIn(page, admin);
    await setUpApp(page, Date.now());
    await page.goto(`/nl/organisatie/leden/${manager.id}`);
    await page.getByRole("button", { name: "Wis de tweede stap" }).click();
    await expect(page.getByText("De tweede stap is gewist.")).toBeVisible();
    await theirs.goto(ownPage);
    await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("Log in om uw account te zien");
    await signIn(theirs, manager);
    await theirs.goto("/nl/mijn");
    await expect(notice(theirs)).toBeVisible();
    await setUpApp(theirs, Date.now());
    await expect(notice(theirs)).toBeHidden();
  } finally {
    await removePerson(admin);
    await lost.close();
  }
});

test("a person of the demonstration reads why there is nothing to set up", async ({ page }) => {
  await signInAs(page, "adoptiemanager", "Zwolle");
  await page.goto(ownPage);
  await expect(page.getByText("U bent een persoon van de demonstratie.")).toBeVisible();
  await expect(notice(page)).toBeHidden();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an app is set up, codes are made and shown, and a passkey says that it needs more", async ({
    page,
    manager,
    signIn,
  }) => {
    await signIn(page, manager);
    await page.goto(ownPage);
    await expect(page.getByText("Een passkey werkt alleen met JavaScript.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Stel een passkey in" })).toBeHidden();
    await setUpApp(page, Date.now());
    await page.getByRole("link", { name: "Maak herstelcodes" }).click();
    await page.getByRole("button", { name: "Maak tien herstelcodes" }).click();
    await expect(page.getByRole("listitem").filter({ hasText: /^[0-9A-Z-]{19}$/ })).toHaveCount(10);
  });
});
