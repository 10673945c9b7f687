import { randomBytes } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { query } from "./database";
import { expect, signInAs } from "./fixtures";
import { type OpenIdProvider, providerAddress, startOpenIdProvider } from "./openid-provider";

// What the journeys through an organisation's provider share. Each run has rows of its own.

const run = randomBytes(4).toString("hex");
const domain = `${run}.example`;
const label = `Proefaccount ${run}`;

export const ours = {
  run,
  domain,
  label,
  secret: `geheim-${run}`,
  /** The link on the sign-in page. */
  link: `Zwolle: ${label}`,
  /** The id of the row that the first journey sets up. */
  providerId: "",
};

let provider: OpenIdProvider;

/** The provider of this run. */
export const theProvider = () => provider;

export async function setUp() {
  provider = await startOpenIdProvider();
}

export async function cleanUp() {
  await provider.stop();
  const users = `SELECT "id" FROM "User" WHERE "email" LIKE $1`;
  await query(`DELETE FROM "OutgoingMail" WHERE "to" LIKE $1`, [`%@${domain}`]);
  for (const table of ["Session", "Account", "Membership", "MembershipRequest"]) {
    await query(`DELETE FROM "${table}" WHERE "userId" IN (${users})`, [`%@${domain}`]);
  }
  await query(`DELETE FROM "IdentityProvider" WHERE $1 = ANY("mailDomains")`, [domain]);
}

/** Somebody whom the provider knows; a name of its own per journey. */
export function aColleague(name: string, claims: object = {}) {
  const login = `${name}-${run}`;
  const email = `${login}@${domain}`;
  provider.people.set(login, { sub: login, name: `Jan ${name}`, email, email_verified: true, ...claims });
  return login;
}

/** The sign-in page with only this organisation on it, whatever other journeys set up meanwhile. */
export const signInPage = (locale: "nl" | "en" = "nl", next = "") =>
  `/${locale}/inloggen?organisatie=${domain}${next && `&naar=${next}`}`;

const atProvider = (page: Page) => page.getByRole("heading", { name: "Inloggen bij uw organisatie" });

/** Goes to the provider, which asks who one is. */
export async function goToProvider(page: Page, link = ours.link) {
  // Else the provider remembers it.
  await page.context().clearCookies({ domain: new URL(providerAddress).hostname });
  await page.getByRole("link", { name: link, exact: true }).click();
  await expect(atProvider(page)).toBeVisible();
}

/** Says who one is at the provider, which sends the browser back. */
export async function answerProvider(page: Page, login: string) {
  await page.getByLabel("Naam").fill(login);
  await page.getByRole("button", { name: "Log in" }).click();
}

export async function signInAtProvider(page: Page, login: string, link = ours.link) {
  await page.goto(signInPage());
  await goToProvider(page, link);
  await answerProvider(page, login);
}

/** Signs in at the provider and returns the address that it sends the browser to, not visited yet. */
export async function callbackOf(page: Page, login: string): Promise<string> {
  await page.goto(signInPage());
  await goToProvider(page);
  const here = page.url();
  let answer = await page.request.post(here, { form: { name: login }, maxRedirects: 0 });
  for (let steps = 0; steps < 5; steps++) {
    const next = new URL(answer.headers().location ?? "", here).href;
    if (next.includes("/api/auth/callback/")) return next;
    answer = await page.request.get(next, { maxRedirects: 0 });
  }
  throw new Error("the provider did not send the browser back");
}

export const signOutButton = (page: Page) => page.getByRole("button", { name: "Uitloggen" });
export const failure = (page: Page) => page.getByRole("main").getByRole("alert");

/** Back on the sign-in page, with the reason, and not signed in. */
export async function expectRefused(page: Page, sentence: RegExp) {
  await expect(failure(page)).toContainText(sentence);
  await expect(page).toHaveURL(/\/nl\/inloggen\?fout=/);
  await expect(page.getByRole("banner").getByRole("link", { name: "Inloggen" })).toBeVisible();
}

/** The accounts with the address of this colleague, and what they have. */
export const accountsOf = (login: string) =>
  query(
    `SELECT u."id", u."isDemo",
       (SELECT count(*) FROM "Membership" WHERE "userId" = u."id") AS roles,
       (SELECT count(*) FROM "MembershipRequest" WHERE "userId" = u."id" AND "state" = 'OPEN') AS requests,
       (SELECT count(*) FROM "Session" WHERE "userId" = u."id") AS sessions
     FROM "User" u WHERE "email" = $1`,
    [`${login}@${domain}`],
  );

/** Does something as the administrator of the platform, on the page of a provider, in a browser of their own. */
export async function asAdmin(browser: Browser, work: (page: Page) => Promise<void>, id = ours.providerId) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInAs(page, "platformbeheerder", "VNG Realisatie");
  await page.goto(`/nl/platform/aanmelden/${id}`);
  await work(page);
  await context.close();
}

/** Presses a button of that page and waits for what it says. */
export async function press(page: Page, name: string, notice: RegExp) {
  await page.getByRole("button", { name, exact: true }).click();
  await expect(page.getByRole("main").getByRole("status")).toContainText(notice);
}
