import { expect, signInAs, test } from "./fixtures";

test("the skip link is first and leads to the content", async ({ page }) => {
  await page.goto("/nl");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Naar de inhoud" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#inhoud")).toBeFocused();
});

test("from the home page to a facility with the keyboard alone", async ({ page }) => {
  await page.goto("/nl");
  const search = page.getByRole("main").getByLabel("Zoek een voorziening", { exact: true });
  for (
    let presses = 0;
    presses < 20 && !(await search.evaluate((box) => box === document.activeElement));
    presses++
  ) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.type("zaakgericht");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=zaakgericht/);
  const first = page.getByRole("main").getByRole("link", { name: "Open Zaak", exact: true });
  for (
    let presses = 0;
    presses < 120 && !(await first.evaluate((link) => link === document.activeElement));
    presses++
  ) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Open Zaak" })).toBeVisible();
});

test("the map is one stop, and the arrows walk over it", async ({ page }) => {
  await page.goto("/nl/gemeenten");
  const tiles = page.locator("svg a[tabindex='0']");
  await expect(tiles).toHaveCount(1);
  await tiles.first().focus();
  const before = await page.evaluate(() => document.activeElement?.getAttribute("href"));
  await page.keyboard.press("ArrowDown");
  const after = await page.evaluate(() => document.activeElement?.getAttribute("href"));
  expect(after).not.toBe(before);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${after}$`));
});

test("a form that is wrong moves the focus to what is wrong", async ({ page }) => {
  await signInAs(page, "coördinator", "Dimpact");
  await page.goto("/nl/beheer/nieuw");
  await page.getByRole("button", { name: "Maak concept" }).press("Enter");
  await expect(page.getByLabel(/^Naam/)).toBeFocused();
  await expect(page.getByLabel(/^Naam/)).toHaveAttribute("aria-invalid", "true");
});
