import { gunzipSync, gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { toCacheAddress } from "../scripts/steps/cache/addresses.mjs";
import { expect, expectAccessibleInAllColours, expectToFit, test } from "./fixtures";
import { publicPages } from "./pages";

/**
 * The framework alone is about 135 KB, forms and the search box of the header bring 65 KB along; a page that is
 * kept for all visitors goes without.
 */
const limitOf = (path: string) => (toCacheAddress(`/nl${path}`) === null ? 250 : 15) * 1024;

for (const path of publicPages) {
  // One test for three looks: a page costs less to look at than a browser costs to prepare.
  test(`/nl${path} stays still, is light, fits 360 pixels, is accessible and does without JavaScript`, async ({
    page,
    complaints,
  }) => {
    if (path === "/bestaat-niet") complaints.allow(/404/);
    // First, as only now nothing is kept from an earlier look.
    await test.step("on a phone", () => lookOnPhone(page, path));
    await test.step("on a wide screen, light and dark", async () => {
      await page.setViewportSize({ width: 1280, height: 900 });
      await expectAccessibleInAllColours(page);
    });
    await test.step("without JavaScript", () => readWithoutScripts(page, path));
  });
}

async function lookOnPhone(page: Page, path: string) {
  let scripts = 0;
  page.on("response", async (response) => {
    if (response.request().resourceType() !== "script") return;
    const body = await response.body().catch(() => Buffer.alloc(0));
    scripts += gzipSync(body[0] === 0x1f ? gunzipSync(body) : body).length;
  });
  await page.addInitScript(() => {
    const shifts = window as unknown as { shifted: number };
    shifts.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.shifted += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/nl${path}`, { waitUntil: "networkidle" });
  expect(await page.evaluate(() => (window as unknown as { shifted: number }).shifted)).toBeLessThan(0.02);
  await expectToFit(page);
  // A page that is kept carries its own scripts.
  const own = await page.locator("script:not([src])").allTextContents();
  expect(scripts + gzipSync(own.join("")).length).toBeLessThan(limitOf(path));
}

/** As Playwright's own `javaScriptEnabled: false`, which is for a whole test. */
async function readWithoutScripts(page: Page, path: string) {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send("Emulation.setScriptExecutionDisabled", { value: true });
  await page.goto(`/nl${path}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  // What is seen: scripts are text of the document too.
  await expect(page.getByRole("main")).toHaveText(/.{101}/s, { useInnerText: true });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the catalogue, its search and its facets work", async ({ page }) => {
    await page.goto("/nl/voorzieningen");
    await page.getByRole("searchbox").first().fill("zaakgericht");
    await page.getByRole("button", { name: "Zoeken" }).first().click();
    await expect(page).toHaveURL(/q=zaakgericht/);
    await expect(page.getByRole("link", { name: "Open Zaak", exact: true })).toBeVisible();
    await page.getByRole("checkbox", { name: /^standaard/ }).check();
    await page.getByRole("button", { name: "Toon resultaten" }).click();
    await expect(page).toHaveURL(/soort=standaard/);
    await expect(page.getByRole("link", { name: "Open Zaak", exact: true })).toBeHidden();
  });
});

test("the language switch keeps the page and its question", async ({ page }) => {
  await page.goto("/nl/voorzieningen?q=zaakgericht&soort=component");
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL("/en/voorzieningen?q=zaakgericht&soort=component");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1, name: "Facilities" })).toBeVisible();
  await page.getByRole("link", { name: "Nederlands" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Voorzieningen" })).toBeVisible();
});

test("an address without a language leads to the Dutch page, its question kept", async ({ page }) => {
  await page.goto("/voorzieningen?q=parkeren");
  await expect(page).toHaveURL("/nl/voorzieningen?q=parkeren");
});

test("a page that does not exist answers 404 with a way on", async ({ page, complaints }) => {
  complaints.allow(/404/);
  const answer = await page.goto("/nl/voorzieningen/bestaat-niet");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "Deze pagina bestaat niet" })).toBeVisible();
});
