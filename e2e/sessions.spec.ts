import type { Page } from "@playwright/test";
import { query } from "./database";
import {
  alert,
  expect,
  expectAccessible,
  isVisitor,
  signInAs,
  signInByMail,
  signOut,
  test,
} from "./fixtures";
import { newAddress } from "./mail";

test("a session that is over while somebody types loses nothing: in another tab they sign in, then send again", async ({
  page,
  context,
}) => {
  const address = newAddress("formulier");
  await signInByMail(page, address);
  await page.goto("/nl/account");
  await page.getByLabel(/^Naam/).fill("Lang Nagedacht");
  await query(
    `UPDATE "Session" SET "lastSeenAt" = now() - interval '9 hours' FROM "User"
     WHERE "User"."id" = "userId" AND "User"."email" = $1`,
    [address],
  );
  await page.getByRole("button", { name: "Bewaar uw profiel" }).click();
  await expect(alert(page)).toContainText("niet (meer) ingelogd");
  await expect(page.getByLabel(/^Naam/)).toHaveValue("Lang Nagedacht");
  const other = await context.newPage();
  await signInByMail(other, address);
  await page.getByRole("button", { name: "Bewaar uw profiel" }).click();
  await expect(page.getByText("Uw profiel is bewaard.")).toBeVisible();
});

test("signing out in one tab signs out the other", async ({ page, context }) => {
  const address = newAddress("tabs");
  await signInByMail(page, address);
  const other = await context.newPage();
  await other.goto("/nl/account");
  await other.getByLabel(/^Naam/).fill("Andere Tab");
  await signOut(page);
  await other.getByRole("button", { name: "Bewaar uw profiel" }).click();
  await expect(alert(other)).toContainText("niet (meer) ingelogd");
  await other.reload();
  await isVisitor(other);
});

test("a user sees where they are signed in, ends one session and then all others", async ({
  page,
  browser,
}) => {
  const address = newAddress("sessies");
  await signInByMail(page, address);
  const others: Page[] = [];
  for (let number = 0; number < 3; number++) {
    const other = await (await browser.newContext()).newPage();
    await signInByMail(other, address);
    others.push(other);
  }
  await page.goto("/nl/account/sessies");
  const cards = page.getByRole("main").getByRole("listitem").filter({ hasText: "Laatst gebruikt" });
  await expect(cards).toHaveCount(4);
  await expect(cards.first()).toContainText("Deze sessie");
  await expect(cards.first()).toContainText("Chrome op Linux");
  await expectAccessible(page);
  await cards.nth(1).getByRole("button").click();
  await expect(page.getByText("De sessie is beëindigd.")).toBeVisible();
  await expect(cards).toHaveCount(3);
  await page.getByRole("button", { name: "Beëindig alle andere sessies" }).click();
  await expect(page.getByText("Uw andere sessies zijn beëindigd.")).toBeVisible();
  await expect(cards).toHaveCount(1);
  for (const other of others) {
    await other.reload();
    await isVisitor(other);
    await other.context().close();
  }
  await cards.first().getByRole("button").click();
  await isVisitor(page);
});

test("each sign-in has a token of its own, and the former one of this browser is over", async ({
  page,
  context,
}) => {
  const tokenOf = async () =>
    (await context.cookies()).find(({ name }) => name.endsWith("session-token"))?.value ?? "";
  await signInAs(page, "medewerker", "Zwolle");
  const first = await tokenOf();
  await signInByMail(page, newAddress("token"));
  const second = await tokenOf();
  expect(second).not.toBe(first);
  const session = (await context.cookies()).find(({ name }) => name.endsWith("session-token"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  await context.addCookies([{ ...session, value: first } as Parameters<typeof context.addCookies>[0][0]]);
  await page.reload();
  await isVisitor(page);
});

test("a person of the demonstration sees no sessions: any visitor can be them", async ({ page }) => {
  await signInAs(page, "medewerker", "Zwolle");
  await page.goto("/nl/account/sessies");
  await expect(page.getByText("iedereen kan deze persoon kiezen")).toBeVisible();
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
});
