import { expect, expectAccessible, expectToFit, signInAs, test } from "./fixtures";

// Plans of the demonstration are never carried out, and each is taken back here. What carrying one out does
// is proven on the database (lib/herindelingen) and in herindeling.spec.ts.

const role = ["platformbeheerder", "VNG Realisatie"] as const;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
    const [van, naar] = javaScriptEnabled ? ["Olst-Wijhe", "Deventer"] : ["Staphorst", "Zwartewaterland"];

    test("an administrator chooses, sees what will happen, plans with a typed name, and cancels", async ({
      page,
    }) => {
      await signInAs(page, ...role);
      await page.goto("/nl/platform");
      await page.getByRole("link", { name: "Herindelingen" }).click();
      await page.getByRole("link", { name: "Bereid een herindeling voor" }).click();
      const field = (name: RegExp) => page.getByLabel(name);
      const show = page.getByRole("button", { name: "Laat zien wat er gebeurt" });
      await field(/^Welke gemeenten/).fill(`${van}\nAtlantis`);
      await field(/^In welke gemeente/).fill(naar);
      await field(/^Met ingang van/).fill("2035-03-01");
      await show.click();
      await expect(page.getByText("Een herindeling gaat in op 1 januari.")).toBeVisible();
      await field(/^Met ingang van/).fill("2035-01-01");
      await show.click();
      await expect(page.getByText("Deze gemeente kennen wij niet: Atlantis.")).toBeVisible();
      await expect(field(/^In welke gemeente/)).toHaveValue(naar);
      await field(/^Welke gemeenten/).fill(`${van}\n${naar}`);
      await show.click();
      await expect(page.getByText(`${naar} kan niet in zichzelf opgaan.`)).toBeVisible();
      await field(/^Welke gemeenten/).fill(van);
      await show.click();

      await expect(page.getByRole("heading", { name: `${van} naar ${naar}` })).toBeVisible();
      await expect(page.getByText("Er is nog niets gewijzigd.")).toBeVisible();
      await expect(page.getByRole("heading", { name: "Adopties die sluiten" })).toBeVisible();
      await expect(
        page.getByText("Krommen, percentages en kaarten van eerdere dagen veranderen niet."),
      ).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await expectToFit(page);
      await field(/^Typ ter bevestiging/).fill("Iets anders");
      await page.getByRole("button", { name: "Plan de herindeling" }).click();
      await expect(page.getByText(`Typ de naam precies zo: ${naar}.`)).toBeVisible();
      await field(/^Typ ter bevestiging/).fill(naar);
      await page.getByRole("button", { name: "Plan de herindeling" }).click();

      await expect(page.getByText("De herindeling is vastgelegd.")).toBeVisible();
      await expect(page.getByText("Dit plan is fictief en wordt niet uitgevoerd.")).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "Annuleer de herindeling" }).click();
      await expect(page.getByText("De herindeling is geannuleerd.")).toBeVisible();
      await expect(page.getByRole("link", { name: `${van} naar ${naar}` })).toBeHidden();
    });
  });
}

test("a day that has been is for real administrators, and others do not come in", async ({ page }) => {
  await signInAs(page, ...role);
  await page.goto("/nl/platform/herindelingen/proef?van=ommen&naar=Dalfsen&op=2024-01-01");
  await expect(page.getByText("In de demonstratie kunt u alleen een dag kiezen die nog komt.")).toBeVisible();
  await page.getByLabel(/^Typ ter bevestiging/).fill("Dalfsen");
  await page.getByRole("button", { name: "Voer de herindeling nu uit" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "In de demonstratie" })).toBeVisible();
  await page.goto("/nl/platform/herindelingen/proef?van=atlantis&naar=Dalfsen&op=2035-01-01");
  await expect(page.getByText("Deze herindeling kan zo niet.")).toBeVisible();
  await signInAs(page, "adoptiemanager", "Zwolle");
  await page.goto("/nl/platform/herindelingen");
  await expect(
    page.getByText("Dit deel is voor beheerders van het platform.", { exact: false }),
  ).toBeVisible();
});
