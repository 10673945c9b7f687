import type { Page } from "@playwright/test";
import { TOTP } from "otpauth";
import { test as base, expect, expectToFit } from "./fixtures";
import { aPersonOf, openSession, type RealPerson, removePerson } from "./real-people";

// What the journeys with a second factor share.

type Fixtures = { manager: RealPerson; signIn: (page: Page, person: RealPerson) => Promise<string> };

/** A manager of Zwolle who is no part of the demonstration, and the way to sign in as somebody real. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern
  manager: async ({}, use) => {
    const person = await aPersonOf("zwolle", ["MANAGER"]);
    await use(person);
    await removePerson(person);
  },
  signIn: async ({ baseURL }, use) =>
    use((page, person) => openSession(page.context(), person, baseURL ?? "")),
});

export const ownPage = "/nl/account/tweede-factor";
export const stepPage = "/nl/inloggen/tweede-factor";
export const notice = (page: Page) =>
  page.getByText("Uw rol van adoptiemanager werkt pas na uw tweede stap.");
export const codeOf = (secret: string, at: number) => new TOTP({ secret }).generate({ timestamp: at });

/** Sets up an app with the code of `at`, and returns its secret. */
export async function setUpApp(page: Page, at: number): Promise<string> {
  await page.goto(ownPage);
  await page.getByRole("button", { name: "Stel een app in" }).click();
  await expect(page.getByRole("img", { name: "QR-code met de sleutel voor uw app" })).toBeVisible();
  const shown = await page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/).textContent();
  const secret = (shown ?? "").replaceAll(" ", "");
  await page.getByLabel("Code uit de app").fill(codeOf(secret, at));
  await page.getByLabel("Naam").fill("Telefoon van het werk");
  await page.getByRole("button", { name: "Bevestig de app" }).click();
  await expect(page.getByText("Uw tweede stap is toegevoegd.")).toBeVisible();
  return secret;
}

export async function expectFitsPhone(page: Page) {
  await page.setViewportSize({ width: 360, height: 740 });
  await expectToFit(page);
  await page.setViewportSize({ width: 1280, height: 900 });
}
