import { query } from "./database";
import { expect, signOut, test } from "./fixtures";
import {
  aColleague,
  accountsOf,
  callbackOf,
  expectRefused,
  ours,
  signInAtProvider,
  signOutButton,
} from "./oidc";

/** The journeys of whom the provider vouches for in vain; part of oidc.spec.ts, once its provider is there. */
export function journeysOfWhoIsNotLetIn() {
  test("a callback works once, and in the browser that began only", async ({ page, browser }) => {
    let callback = "";
    page.on("request", (request) => {
      if (request.url().includes("/api/auth/callback/")) callback = request.url();
    });
    await signInAtProvider(page, aColleague("eerste"));
    await expect(signOutButton(page)).toBeVisible();
    await signOut(page);
    await page.goto(callback);
    await expectRefused(page, /verlopen of al gebruikt/);
    const other = await (await browser.newContext()).newPage();
    await other.goto(callback);
    await expectRefused(other, /verlopen of al gebruikt/);
    await other.context().close();
  });

  test("a callback with another state is refused, and so is its flow afterwards", async ({ page }) => {
    const login = aColleague("eerste");
    const right = await callbackOf(page, login);
    const wrong = new URL(right);
    wrong.searchParams.set("state", "van-een-ander");
    await page.goto(wrong.href);
    await expectRefused(page, /verlopen of al gebruikt/);
    await page.goto(right);
    await expectRefused(page, /verlopen of al gebruikt/);
  });

  test.describe("claims that do not let somebody in", () => {
    const cases: [string, object, RegExp][] = [
      ["zonderadres", { email: undefined }, /gaf geen mailadres door/],
      [
        "anderdomein",
        { email: `burgemeester@utrecht-${ours.run}.example` },
        /geen adres van die organisatie/,
      ],
      ["onbevestigd", { email_verified: false }, /nog niet bevestigd/],
    ];
    for (const [name, claims, sentence] of cases) {
      test(`${name}`, async ({ page }) => {
        const login = aColleague(name, claims);
        await signInAtProvider(page, login);
        await expectRefused(page, sentence);
        expect(await accountsOf(login)).toEqual([]);
      });
    }

    test("an address that an account has already takes nothing over", async ({ page }) => {
      const login = aColleague("dief", { email: `eerste-${ours.run}@${ours.domain}` });
      await signInAtProvider(page, login);
      await expectRefused(page, /Er is al een account met uw mailadres/);
    });

    test("a closed account", async ({ page }) => {
      const login = aColleague("gesloten");
      await query(`INSERT INTO "User" ("email", "isDemo", "disabledAt") VALUES ($1, true, now())`, [
        `${login}@${ours.domain}`,
      ]);
      await query(
        `INSERT INTO "Account" ("userId", "type", "provider", "providerAccountId")
         SELECT "id", 'oauth', $2, $3 FROM "User" WHERE "email" = $1`,
        [`${login}@${ours.domain}`, ours.providerId, login],
      );
      await signInAtProvider(page, login);
      await expectRefused(page, /Dit account is gesloten/);
      expect(await accountsOf(login)).toMatchObject([{ sessions: "0" }]);
    });
  });

  test("somebody of another tenant is refused, a known person too", async ({ page }) => {
    const login = aColleague("eerste", { tid: "2b2c3d4e-0000-4000-8000-123456789abc" });
    // People came in already, so the page does not let this change any more.
    const tenant = "1b2c3d4e-0000-4000-8000-123456789abc";
    await query(`UPDATE "IdentityProvider" SET "tenantId" = $2 WHERE "id" = $1`, [ours.providerId, tenant]);
    await signInAtProvider(page, login);
    await expectRefused(page, /U logde in bij een andere organisatie dan u koos/);
    aColleague("eerste", { tid: tenant });
    await signInAtProvider(page, login);
    await expect(signOutButton(page)).toBeVisible();
    await query(`UPDATE "IdentityProvider" SET "tenantId" = NULL WHERE "id" = $1`, [ours.providerId]);
  });
}
