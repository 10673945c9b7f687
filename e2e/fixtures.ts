import { test as base, expect, type Page } from "@playwright/test";
import axe, { type RunOptions } from "axe-core";
import { codeIn, readMail } from "./mail";

export { expect };

type Complaints = { list: string[]; allow: (pattern: RegExp) => void };

/** Every journey fails on an error in the console, a failed script, or a request to another party. */
export const test = base.extend<{ complaints: Complaints }>({
  complaints: [
    async ({ page, baseURL }, use) => {
      const allowed: RegExp[] = [];
      const list: string[] = [];
      page.on("console", (message) => message.type() === "error" && list.push(message.text()));
      page.on("pageerror", (error) => list.push(error.message));
      page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(baseURL ?? "") && !url.startsWith("data:")) list.push(`request to ${url}`);
      });
      await use({ list, allow: (pattern) => allowed.push(pattern) });
      expect(list.filter((text) => !allowed.some((pattern) => pattern.test(text)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Signs in as a person of the demonstration, the way a visitor does. `nth` tells two managers apart. */
export async function signInAs(page: Page, role: string, organisation: string, nth = 0) {
  await page.goto("/nl/inloggen");
  const card = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: organisation, exact: true }) })
    .filter({ hasText: `, ${role}` })
    .nth(nth);
  await card.getByRole("button", { name: /^Log in als/ }).click();
  // Whoever was signed in already had the button to sign out.
  await expect(page).not.toHaveURL(/inloggen/);
  await expect(page.getByRole("button", { name: "Uitloggen" })).toBeVisible();
}

/** Signs in with a code by mail; the first time that makes an account without rights. */
export async function signInByMail(page: Page, address: string) {
  await askForCode(page, address);
  await typeCode(page, codeIn(await readMail(address)));
  // Whoever was signed in already had the button to sign out.
  await expect(page).not.toHaveURL(/inloggen/);
  await expect(page.getByRole("button", { name: "Uitloggen" })).toBeVisible();
}

/** Asks for a code at this address; `next` is where to go afterwards. */
export async function askForCode(page: Page, address: string, next = "") {
  await page.goto(`/nl/inloggen${next && `?naar=${next}`}`);
  await page.getByLabel("Mailadres", { exact: true }).fill(address);
  await page.getByRole("button", { name: "Stuur mij een code" }).click();
  await expect(page.getByRole("heading", { name: "Vul de code in" })).toBeVisible();
}

export async function typeCode(page: Page, code: string) {
  await page.getByLabel(/^Code van zes cijfers/).fill(code);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
}

export async function signOut(page: Page) {
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await expect(page.getByRole("link", { name: "Inloggen" })).toBeVisible();
}

const levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** WCAG 2.2 A and AA as far as a machine can tell: nothing to report. */
export async function expectAccessible(page: Page) {
  await expectNothing(page, { type: "tag", values: levels });
}

/** The same in light colours, and what depends on colour in dark ones. */
export async function expectAccessibleInAllColours(page: Page) {
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNothing(page, { type: "rule", values: ["color-contrast", "link-in-text-block"] });
  await page.emulateMedia({ colorScheme: "light" });
}

/** Asks axe in the page itself; its own builder opens a second one for each question, at twice the work. */
async function expectNothing(page: Page, runOnly: RunOptions["runOnly"]) {
  // After a step the browser gets the next page in parts; its title is among the last.
  await expect(page).toHaveTitle(/./);
  // Frames would each need an axe of their own.
  expect(page.frames()).toHaveLength(1);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  // What passed is not described node by node.
  const options: RunOptions = { runOnly, resultTypes: ["violations"] };
  const found = await page.evaluate(async (asked) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, asked);
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
    );
  }, options);
  expect(found, page.url()).toEqual([]);
}

const phone = 360;
const allDrawn = ".later { content-visibility: visible !important; }";
const wideText = "* { letter-spacing: 0.12em; word-spacing: 0.16em; line-height: 1.5; }".replaceAll(
  ";",
  " !important;",
);

/** On a phone no page moves sideways, not even with the text spacing of WCAG 1.4.12. What is drawn later counts too. */
export async function expectToFit(page: Page) {
  for (const [name, rules] of [
    ["", allDrawn],
    [" with wide text", allDrawn + wideText],
  ] as const) {
    const width = await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      document.adoptedStyleSheets = [sheet];
      const { scrollWidth } = document.documentElement;
      document.adoptedStyleSheets = [];
      return scrollWidth;
    }, rules);
    expect(width, `${page.url()}${name}`).toBeLessThanOrEqual(phone);
  }
}

export const isSignedIn = (page: Page) =>
  expect(page.getByRole("button", { name: "Uitloggen" })).toBeVisible();

export const isVisitor = (page: Page) =>
  expect(page.getByRole("banner").getByRole("link", { name: "Inloggen" })).toBeVisible();

/** The first refusal on a page. */
export const alert = (page: Page) => page.getByRole("alert").first();
