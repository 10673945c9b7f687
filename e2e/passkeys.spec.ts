import { expect, expectAccessible } from "./fixtures";
import { expectFitsPhone, notice, ownPage, setUpApp, stepPage, test } from "./second-factor";

// Each sets up a factor first, and most open a second browser.
test.slow();

test("recovery codes are shown once and each opens one browser", async ({
  page,
  browser,
  manager,
  signIn,
}) => {
  await signIn(page, manager);
  await setUpApp(page, Date.now());
  await page.getByRole("link", { name: "Maak herstelcodes" }).click();
  await page.getByRole("button", { name: "Maak tien herstelcodes" }).click();
  await expect(page.getByRole("heading", { name: "Uw herstelcodes" })).toBeFocused();
  const codes = await page
    .getByRole("main")
    .getByRole("listitem")
    .filter({ hasText: /^[0-9A-Z-]{19}$/ })
    .allTextContents();
  expect(codes).toHaveLength(10);
  await expectAccessible(page);
  await expectFitsPhone(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(codes[9] ?? "")).toBeVisible();
  await expect(page.getByRole("button", { name: "Druk af" })).toBeHidden();
  await page.emulateMedia({ media: null });
  await page.getByRole("link", { name: "Ik heb ze bewaard" }).click();
  await expect(page.getByText("U hebt nog 10 herstelcodes.")).toBeVisible();
  for (const result of [
    "U bent binnen met een herstelcode.",
    "Deze herstelcode klopt niet, of is al gebruikt.",
  ]) {
    const context = await browser.newContext();
    const other = await context.newPage();
    await signIn(other, manager);
    await other.goto(stepPage);
    await other.getByText("Met een herstelcode").click();
    await other.getByLabel("Herstelcode").fill((codes[0] ?? "").toLowerCase());
    await other.getByRole("button", { name: "Gebruik deze herstelcode" }).click();
    await expect(other.getByText(result)).toBeVisible();
    await context.close();
  }
});

test("a passkey is made, proves a new session, and is removed", async ({ page, manager, signIn }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await signIn(page, manager);
  await page.goto(ownPage);
  await page.getByLabel("Naam").fill("Laptop");
  await page.getByRole("button", { name: "Stel een passkey in" }).click();
  // Three round trips and a script that is fetched only now.
  await expect(page.getByRole("heading", { name: "Laptop passkey" })).toBeVisible({ timeout: 20_000 });
  await expect(notice(page)).toBeHidden();
  // The same device a second time.
  await page.getByLabel("Naam").fill("Nog eens");
  await page.getByRole("button", { name: "Stel een passkey in" }).click();
  await expect(page.getByText("Dit apparaat heeft al een passkey")).toBeVisible({ timeout: 20_000 });
  await signIn(page, manager);
  await page.goto(`${stepPage}?naar=/mijn`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Gebruik uw passkey" }).click();
  await expect(page).toHaveURL(/\/nl\/mijn$/, { timeout: 20_000 });
  await expect(notice(page)).toBeHidden();
  await page.goto(ownPage);
  await page.getByLabel("Verwijder Laptop").click();
  await page.getByRole("button", { name: "Verwijder deze tweede stap" }).click();
  await expect(page.getByText("De tweede stap is verwijderd.")).toBeVisible();
  await expect(notice(page)).toBeVisible();
});

test("who stops the passkey of the browser reads what to do", async ({ page, manager, signIn }) => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "u2f", transport: "usb", automaticPresenceSimulation: true },
  });
  await page.addInitScript(() => {
    navigator.credentials.create = () => Promise.reject(new DOMException("stopped", "NotAllowedError"));
  });
  await signIn(page, manager);
  await page.goto(ownPage);
  await page.getByLabel("Naam").fill("Sleutel");
  await page.getByRole("button", { name: "Stel een passkey in" }).click();
  await expect(page.getByText("Het is niet gelukt met de passkey")).toBeVisible();
  await expect(page.getByLabel("Naam")).toHaveValue("Sleutel");
});

test("a browser that knows no passkeys says so", async ({ page, manager, signIn }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, "PublicKeyCredential"));
  await signIn(page, manager);
  await page.goto(ownPage);
  await expect(page.getByText("Deze browser kan niet met passkeys werken.")).toBeVisible();
  await expect(page.getByText("Een passkey werkt alleen met JavaScript.")).toBeHidden();
  await expect(page.getByRole("button", { name: "Stel een app in" })).toBeVisible();
});
