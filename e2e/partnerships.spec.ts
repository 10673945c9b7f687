import { expect, expectAccessible, expectToFit, signInAs, test } from "./fixtures";

// What is added here is taken off again; the gemeente has nobody who would answer meanwhile.

test("a partnership keeps its members and reports an adoption for all of them once", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInAs(page, "coördinator", "Dimpact");
  await page.goto("/nl/organisatie");
  await page.getByRole("link", { name: "Deelnemende gemeenten" }).click();
  const add = page.getByRole("button", { name: "Zet op de lijst" });
  await page.getByLabel("Naam van de gemeente").fill("Atlantis");
  await add.click();
  await expect(page.getByText("Deze gemeente kennen wij niet: Atlantis.")).toBeVisible();
  await page.getByLabel("Naam van de gemeente").fill("Urk");
  await add.click();
  await expect(page.getByText("De gemeente staat op de lijst.")).toBeVisible();
  await page.getByLabel(/^Voorziening/).fill("Open Inwoner");
  await page.getByLabel(/^Stand/).selectOption("PHASING_OUT");
  await page.getByLabel(/^Sinds/).fill("2025-02-01");
  await page.getByRole("button", { name: "Meld aan alle deelnemers" }).click();
  await expect(page.getByText(/^Gemeld\./)).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Urk" })).toContainText("1");
  await expectAccessible(page);
  await expectToFit(page);
  await page.getByRole("button", { name: "Haal Urk van de lijst" }).click();
  await expect(page.getByText("De gemeente is van de lijst gehaald.", { exact: false })).toBeVisible();
});
