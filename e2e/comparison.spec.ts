import { expect, signInAs, test } from "./fixtures";

test("a visitor puts a second facility beside the first and downloads the comparison", async ({ page }) => {
  await page.goto("/nl/voorzieningen/open-zaak");
  await page.getByRole("link", { name: "Vergelijk met andere" }).click();
  await page.getByLabel("Naam of onderwerp").fill("digid");
  await page.getByRole("main").getByRole("button", { name: "Zoek", exact: true }).click();
  await page.getByRole("link", { name: "Voeg DigiD toe", exact: true }).click();
  await expect(page).toHaveURL("/nl/vergelijken?v=open-zaak&v=digid");
  const table = page.getByRole("table");
  await expect(table.getByRole("columnheader", { name: /Open Zaak/ })).toBeVisible();
  await expect(table.getByRole("row", { name: /^Soort.*component.*dienst/ })).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download als CSV" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("vergelijking.csv");
});

test("only what differs is left when asked, and one facility can be taken away", async ({ page }) => {
  await page.goto("/nl/vergelijken?v=open-zaak&v=digid");
  const rows = page.getByRole("table").getByRole("row");
  const all = await rows.count();
  await page.getByRole("link", { name: "Toon alleen de verschillen" }).click();
  expect(await rows.count()).toBeLessThan(all);
  await page.getByRole("link", { name: "Haal DigiD weg uit de vergelijking" }).click();
  await expect(page).toHaveURL("/nl/vergelijken?v=open-zaak&alleen=verschillen");
});

test("four facilities fit on a sheet of paper, and on a phone no word of a property lies over a value", async ({
  page,
}) => {
  await page.goto("/nl/vergelijken?v=open-zaak&v=zac&v=podiumd&v=kiss");
  const table = page.getByRole("table");
  // A4 within its margins, in pixels of CSS.
  await page.setViewportSize({ width: 680, height: 1000 });
  await page.emulateMedia({ media: "print" });
  expect(await table.evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(680);
  await page.emulateMedia({ media: null });
  await page.setViewportSize({ width: 360, height: 740 });
  const isTooWide = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth;
  for (const cell of await table.getByRole("rowheader").all())
    expect(await cell.evaluate(isTooWide)).toBe(false);
});

test("a gemeente sees who of its size uses each, a visitor does not", async ({ page }) => {
  await page.goto("/nl/vergelijken?v=open-zaak&v=digid");
  await expect(page.getByRole("rowheader", { name: /Van de grootte van uw gemeente/ })).toBeHidden();
  await signInAs(page, "adoptiemanager", "Zwolle");
  await page.goto("/nl/vergelijken?v=open-zaak&v=digid");
  await expect(
    page.getByRole("row", { name: /Van de grootte van uw gemeente.*van wie u mag zien/ }),
  ).toBeVisible();
});
