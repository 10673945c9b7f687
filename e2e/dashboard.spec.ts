import { expect, signInAs, test } from "./fixtures";

test("without scripts a reader narrows the country, goes back in time and finds the rows", async ({
  browser,
}) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto("/nl/dashboard");
  const main = page.getByRole("main");
  await main.locator('select[name="voorziening"]').selectOption("zgw-apis");
  await main.getByLabel("Stand per datum").fill("2025-06-30");
  await main.getByRole("button", { name: "Toon de cijfers" }).click();
  await expect(page).toHaveURL(/voorziening=zgw-apis.*stand=2025-06-30/);
  await expect(main.getByRole("status")).toHaveText(/stand per 30 juni 2025/);
  // By keyboard: a click goes to the first rectangle of a link, which is here its text for screen readers.
  await main
    .getByRole("navigation", { name: "De kaart in andere jaren" })
    .getByRole("link", { name: "2023" })
    .press("Enter");
  await expect(page).toHaveURL(/stand=2023-12-31#kaart/);
  await main.getByRole("link", { name: "Bekijk de deelnames op naam" }).click();
  await expect(page).toHaveURL(/deelnames\?voorziening=zgw-apis&stand=2023-12-31/);
  await expect(main.getByRole("heading", { level: 1 })).toHaveText("Deelnames op naam");
  await page.context().close();
});

test("the slider shades the map as it was, and back", async ({ page }) => {
  await page.goto("/nl/dashboard");
  const slider = page.getByRole("slider", { name: "Ga door de jaren" });
  const shades = () => page.locator(".hex-map path.l0").count();
  const now = await shades();
  await slider.focus();
  await slider.press("Home");
  await expect(page.locator("output")).toHaveText(/^31 december 20/);
  expect(await shades()).toBeGreaterThan(now);
  await slider.press("End");
  await expect.poll(shades).toBe(now);
});

test("a part has an address that leads to it, though what lies above is drawn later", async ({ browser }) => {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  const part = page.getByRole("heading", { name: "Nieuwste mijlpalen" });
  await page.goto("/nl/dashboard");
  await expect(part).not.toBeInViewport();
  await page.goto("/nl/dashboard#deelnames");
  await expect(part).toBeInViewport();
  await context.close();
});

test("every part has its numbers as a file, of the day that was asked for", async ({ request }) => {
  for (const part of ["verloop", "vooruitblik", "kaart", "provincies", "standen", "themas", "deelnames"]) {
    const answer = await request.get(`/api/dashboard?deel=${part}&taal=nl&stand=2025-06-30`);
    expect(answer.status(), part).toBe(200);
    expect(answer.headers()["content-disposition"]).toContain(`dashboard-${part}-2025-06-30.csv`);
    expect((await answer.text()).split("\r\n").length, part).toBeGreaterThan(2);
  }
  expect((await request.get("/api/dashboard?deel=onzin")).status()).toBe(404);
});

test("a supplier gets no row, no province and no gemeente, not in a file either", async ({ page }) => {
  await signInAs(page, "medewerker", "Maykin");
  await page.goto("/nl/dashboard?voorziening=open-zaak");
  const main = page.getByRole("main");
  await expect(main.getByText("Leveranciers zien alleen cijfers over heel Nederland").first()).toBeVisible();
  await expect(main.locator(".hex-map")).toHaveCount(0);
  await page.goto("/nl/dashboard/deelnames?voorziening=open-zaak");
  await expect(main.getByText("Geen deelname die u op naam mag zien")).toBeVisible();
  const file = await page.request.get("/api/dashboard?deel=deelnames&voorziening=open-zaak");
  expect((await file.text()).trim().split("\r\n")).toHaveLength(1);
});

test("two facilities and two provinces stand side by side", async ({ page }) => {
  await signInAs(page, "medewerker", "Zwolle");
  await page.goto("/nl/dashboard/vergelijken");
  const main = page.getByRole("main");
  const provinces = main.locator("form").filter({ hasText: "Twee provincies" });
  await provinces.getByLabel("De eerste").selectOption("drenthe");
  await provinces.getByLabel("De tweede").selectOption("zeeland");
  await provinces.getByRole("button", { name: "Vergelijk" }).click();
  await expect(main.getByRole("status")).toHaveText(/Drenthe naast Zeeland/);
  await expect(main.getByRole("columnheader", { name: "Zeeland" }).first()).toBeVisible();
});
