import { query } from "./database";
import { expect, signInAs, test } from "./fixtures";

test("a manager sees the same rows as a table, a board and a timeline, and keeps a view", async ({
  page,
}) => {
  await signInAs(page, "adoptiemanager", "Utrecht");
  await page.goto("/nl/mijn?stand=in-gebruik");
  const main = page.getByRole("main");
  const names = async () =>
    (
      await main.locator("#alle ~ * a[lang=nl], section[aria-labelledby=alle] a[lang=nl]").allInnerTexts()
    ).sort();
  const inTable = await names();
  expect(inTable.length).toBeGreaterThan(1);
  const views = main.getByRole("navigation", { name: "Weergave" });
  await views.getByRole("link", { name: "Bord" }).click();
  await expect(page).toHaveURL(/beeld=bord&stand=in-gebruik/);
  await expect(main.getByRole("heading", { name: /^in gebruik \(\d+\)/ })).toBeVisible();
  expect(await names()).toEqual(inTable);
  await views.getByRole("link", { name: "Tijdlijn" }).click();
  await expect(main.getByRole("columnheader", { name: "Contract tot" })).toBeVisible();
  expect(await names()).toEqual(inTable);

  await main.getByRole("link", { name: "Bewaar deze weergave" }).click();
  const name = `In gebruik ${Date.now()}`;
  await page.getByLabel("Naam", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Bewaar", exact: true }).click();
  await expect(page.getByText("De zoekopdracht is bewaard.")).toBeVisible();
  await page.goto("/nl/mijn");
  await main.getByRole("link", { name }).click();
  await expect(page).toHaveURL(/beeld=tijdlijn&stand=in-gebruik/);
  await expect(main.getByRole("columnheader", { name: "Contract tot" })).toBeVisible();
  await page.goto("/nl/account/zoekopdrachten");
  const kept = page.getByRole("listitem").filter({ hasText: name });
  await kept.getByRole("button", { name: "Verwijder" }).click();
  await expect(page.getByText("De zoekopdracht is verwijderd.")).toBeVisible();
});

test("what a year passed over is confirmed one by one, and then all at once", async ({ page }) => {
  // As if nobody had confirmed anything yet, also when this is not the first run.
  await query(`UPDATE "Adoption" SET "confirmedOn" = NULL
    WHERE "gemeenteId" = (SELECT "id" FROM "Organisation" WHERE "slug" = 'utrecht')`);
  await signInAs(page, "adoptiemanager", "Utrecht");
  await page.goto("/nl/mijn/bevestigen");
  const main = page.getByRole("main");
  const questions = main.getByRole("button", { name: /^Ja, dit klopt nog/ });
  const before = await questions.count();
  expect(before).toBeGreaterThan(3);
  await questions.first().click();
  await expect(main.getByText("Vastgelegd: dit klopt nog.")).toBeVisible();
  await expect(questions).toHaveCount(before - 1);
  // What is not right is put right on the spot, and the list goes on.
  const card = main
    .getByRole("listitem")
    .filter({ has: page.locator("details") })
    .first();
  await card.locator("summary").click();
  await card.getByLabel(/^Welke afdelingen/).fill("Burgerzaken, Sociaal domein");
  await card.getByLabel(/^Wanneer loopt het contract af/).fill("2028-12-31");
  await card.getByLabel(/^Waarom/).fill("Nagekeken");
  await card.getByRole("button", { name: "Pas de planning aan" }).click();
  await expect(main.getByText("De adoptie is aangepast, en daarmee ook bevestigd.")).toBeVisible();
  await expect(questions).toHaveCount(before - 2);
  await main.getByRole("button", { name: /^Ja, alle \d+ kloppen nog/ }).click();
  await expect(main.getByText("Alles is het afgelopen jaar nagekeken.")).toBeVisible();
});

test("a colleague without the role looks at everything and confirms nothing", async ({ page }) => {
  await signInAs(page, "medewerker", "Zwolle");
  await page.goto("/nl/mijn/bevestigen");
  await expect(page.getByText("Alleen een adoptiemanager van uw gemeente bevestigt dit.")).toBeVisible();
  await expect(page.getByRole("button", { name: /klopt nog/ })).toHaveCount(0);
  await page.goto("/nl/mijn/aandacht");
  await expect(page.getByRole("heading", { name: "Te laat", exact: true })).toBeVisible();
});

test("chosen rows get a contract in one form, and a person hands everything over", async ({ page }) => {
  await signInAs(page, "adoptiemanager", "Utrecht");
  await page.goto("/nl/mijn?stand=in-gebruik&sorteer=naam");
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "Bewerk gekozen adopties" }).click();
  await expect(main.getByText("Kies eerst een of meer adopties in de tabel.")).toBeVisible();
  await page.goto("/nl/mijn?stand=in-gebruik&sorteer=naam");
  for (const nth of [0, 1]) await main.getByRole("checkbox").nth(nth).check();
  await main.getByRole("button", { name: "Bewerk gekozen adopties" }).click();
  await main.getByLabel(/^Waarom past u dit aan/).fill("Taken verdeeld");
  await main.getByRole("button", { name: "Pas 2 adopties aan" }).click();
  await expect(main.getByText("U hebt niets veranderd.")).toBeVisible();
  const name = `Vertrekker ${Date.now()}`;
  await main.getByLabel(/^Wie trekt dit/).fill(name);
  await main.getByRole("button", { name: "Pas 2 adopties aan" }).click();
  await expect(main.getByText("2 adopties zijn aangepast.")).toBeVisible();
  await page.goto("/nl/mijn/overdragen");
  await main.getByLabel("Wie draagt over?").selectOption(name);
  await main.getByLabel("Aan wie?").fill(`Opvolger van ${name}`);
  await main.getByRole("button", { name: "Draag alles over" }).click();
  await expect(main.getByText("Alles is overgedragen.")).toBeVisible();
  await page.goto(`/nl/mijn?q=${encodeURIComponent(name)}&beeld=bord`);
  await expect(main.getByText(`Opvolger van ${name}`)).toHaveCount(2);
});

test("the overview fits on one page of paper", async ({ page }) => {
  await signInAs(page, "adoptiemanager", "Zwolle");
  await page.goto("/nl/mijn/overzicht");
  await expect(page.getByRole("heading", { name: /^Wat Zwolle samen/ })).toBeVisible();
  const pdf = await page.pdf({ format: "A4", path: test.info().outputPath("overzicht.pdf") });
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.goto("/nl/mijn/rapport");
  const report = await page.pdf({ format: "A4", path: test.info().outputPath("rapport.pdf") });
  expect(report.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(5);
});
