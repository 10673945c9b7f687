import { expect, signInAs, test } from "./fixtures";

const anywhere = "Zoek een voorziening, gemeente of organisatie";

test.describe("the box on every page", () => {
  test("is reached with a slash, suggests, and leads by keyboard to what was chosen", async ({ page }) => {
    await page.goto("/nl/dashboard");
    const box = page.getByRole("combobox", { name: anywhere });
    await expect(box).toHaveAttribute("aria-expanded", "false");
    await page.keyboard.press("/");
    await expect(box).toBeFocused();
    await page.keyboard.type("open za");
    const options = page.getByRole("listbox", { name: "Suggesties" }).getByRole("option");
    await expect(options.filter({ hasText: "Open Zaak" })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: /suggestie/ })).toBeAttached();
    await page.keyboard.press("ArrowDown");
    await expect(options.first()).toHaveAttribute("aria-selected", "true");
    const first = await options.first().getAttribute("id");
    await expect(box).toHaveAttribute("aria-activedescendant", first ?? "");
    await page.keyboard.press("ArrowUp");
    await expect(box).not.toHaveAttribute("aria-activedescendant");
    await page.keyboard.press("Escape");
    await expect(options).toHaveCount(0);
    await expect(box).toHaveAttribute("aria-expanded", "false");
    await expect(box).toHaveValue("open za");
    await page.keyboard.type("a");
    await expect(options.first()).toHaveText(/^Open Zaak/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/nl\/voorzieningen\/open-zaak$/);
  });

  test("leaves a slash alone where somebody types", async ({ page }) => {
    await page.goto("/nl/gemeenten");
    const name = page.getByRole("main").getByRole("searchbox").first();
    await name.fill("a");
    await page.keyboard.press("/");
    await expect(name).toHaveValue("a/");
  });

  test("with Enter asks the question as it was typed", async ({ page }) => {
    await page.goto("/nl/privacy");
    await page.getByRole("combobox", { name: anywhere }).fill("bruiloft");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/nl\/voorzieningen\?q=bruiloft$/);
    const found = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("link", { name: "Huwelijksplanner" }) });
    await expect(found.first()).toContainText("Ook gevonden op: trouwen");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("what is ticked in the list is put side by side", async ({ page }) => {
    await page.goto("/nl/voorzieningen?q=zaakgericht");
    await page.getByRole("checkbox", { name: "vergelijk Open Zaak", exact: true }).check();
    await page.getByRole("checkbox", { name: "vergelijk ZaakBrug", exact: true }).check();
    await page.getByRole("button", { name: /^Vergelijk wat u aankruiste/ }).click();
    await expect(page).toHaveURL(/\/nl\/vergelijken\?v=[a-z-]+&v=[a-z-]+$/);
    await expect(page.getByRole("columnheader", { name: /Open Zaak/ })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: /ZaakBrug/ })).toBeVisible();
  });

  test("the box is a plain form", async ({ page }) => {
    await page.goto("/nl/dashboard");
    await page.getByRole("searchbox", { name: anywhere }).fill("parkeren");
    await page.getByRole("banner").getByRole("button", { name: "Zoeken" }).click();
    await expect(page.getByRole("link", { name: /Nationaal Parkeer Register/ })).toBeVisible();
  });
});

test("a sentence in own words finds, and shows why", async ({ page }) => {
  await page.goto(
    `/nl/voorzieningen?q=${encodeURIComponent("hoe regelen wij betaald parkeren op kenteken")}`,
  );
  const first = page.getByRole("region", { name: "Resultaten" }).getByRole("listitem").first();
  await expect(first).toContainText("Nationaal Parkeer Register");
  await expect(first.locator("mark").first()).toBeVisible();
});

test("gemeenten and providers by name stand above the facilities", async ({ page }) => {
  await page.goto("/nl/voorzieningen?q=amersvoort");
  const others = page.getByRole("region", { name: "Ook gevonden" });
  await expect(others.getByRole("link", { name: "Amersfoort" })).toHaveAttribute(
    "href",
    "/nl/gemeenten/amersfoort",
  );
  await page.goto("/nl/voorzieningen?q=dimpact");
  await others.getByRole("link", { name: "Dimpact" }).click();
  await expect(page).toHaveURL(/aanbieder=dimpact/);
});

test("choices stand in the address, can be taken away, and come back with the back button", async ({
  page,
}) => {
  await page.goto("/nl/voorzieningen?q=zaken");
  const facets = page.getByRole("group", { name: "Kosten" });
  await facets.getByRole("checkbox", { name: /open source, eigen hosting/ }).check();
  await page.getByRole("button", { name: "Toon resultaten" }).click();
  await expect(page).toHaveURL(/kosten=eigen-hosting/);
  const chip = page
    .getByRole("list", { name: "Gekozen filters" })
    .getByRole("link", { name: /eigen hosting/ });
  await chip.click();
  await expect(page).not.toHaveURL(/kosten=/);
  await page.goBack();
  await expect(chip).toBeVisible();
  await expect(facets.getByRole("checkbox", { name: /open source, eigen hosting/ })).toBeChecked();
});

test("somebody of a gemeente chooses by gemeenten like theirs, keeps the search and opens it", async ({
  page,
}) => {
  await signInAs(page, "medewerker", "Zwolle");
  await page.goto("/nl/voorzieningen");
  await page.getByRole("group", { name: "In gebruik bij" }).getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Toon resultaten" }).click();
  await expect(page.getByText(/zoals de uwe/).first()).toBeVisible();
  await page.getByRole("link", { name: "Bewaar deze zoekopdracht" }).click();
  const name = `Zoals wij ${Date.now()}`;
  await page.getByLabel("Naam").fill(name);
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(row).toContainText("niets nieuws");
  await row.getByRole("button", { name: "Bekijk" }).click();
  await expect(page).toHaveURL(/gebruikt=mijn-/);
  await page.goto("/nl/account/zoekopdrachten");
  await row.getByRole("button", { name: "Verwijder" }).click();
  await expect(page.getByText("De zoekopdracht is verwijderd.")).toBeVisible();
  await expect(row).toHaveCount(0);
});

test("what is not there can be asked for", async ({ page }) => {
  await signInAs(page, "medewerker", "Zwolle");
  await page.goto("/nl/voorzieningen?q=qqqqzzzz");
  await page.getByRole("link", { name: "Meld wat u nodig hebt" }).click();
  await expect(page.getByLabel("Het probleem in één regel")).toHaveValue("qqqqzzzz");
  const title = `Laadpalen ${Date.now()}`;
  await page.getByLabel("Het probleem in één regel").fill(title);
  await page.getByLabel(/^Wat gaat er mis/).fill("kort");
  await page.getByRole("button", { name: "Meld deze behoefte" }).click();
  await expect(page.getByText("Gebruik minstens 20 tekens.")).toBeVisible();
  await page.getByLabel(/^Wat gaat er mis/).fill("Wij willen laadpalen samen plaatsen en beheren.");
  await page.getByRole("button", { name: "Meld deze behoefte" }).click();
  await expect(page.getByText("Uw behoefte is vastgelegd.")).toBeVisible();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
});

test("who guards the catalogue adds a search word that counts at once, and removes it", async ({ page }) => {
  await signInAs(page, "platformbeheerder", "VNG Realisatie");
  const word = `fluitketel${Date.now()}`;
  await page.goto("/nl/beheer/zoekwoorden");
  await page.getByRole("link", { name: "Voeg een zoekwoord toe" }).click();
  await page.getByLabel("Wie dit typt").fill(word);
  await page.getByLabel("Vindt ook").fill("trouwen");
  await page.getByRole("button", { name: "Voeg toe" }).click();
  await expect(page.getByText("Het zoekwoord is toegevoegd.")).toBeVisible();
  await page.goto(`/nl/voorzieningen?q=${word}`);
  await expect(page.getByRole("link", { name: "Huwelijksplanner" })).toBeVisible();
  await page.goto(`/nl/beheer/zoekwoorden?zoek=${word}`);
  await page.getByRole("link", { name: word }).click();
  await page.getByRole("button", { name: "Verwijder dit zoekwoord" }).click();
  await expect(page.getByText("Het zoekwoord is verwijderd.")).toBeVisible();
});
