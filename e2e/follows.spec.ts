import { expect, expectAccessible, signInAs, signInByMail, test } from "./fixtures";
import { newAddress } from "./mail";

test("a member follows a solution, a theme and a gemeente, and finds them in one list", async ({ page }) => {
  await signInByMail(page, newAddress("volger"));
  for (const [path, name] of [
    ["/voorzieningen/open-zaak", "Open Zaak"],
    ["/bladeren/thema/sociaal-domein", "Sociaal domein"],
    ["/gemeenten/utrecht", "Utrecht"],
  ] as const) {
    await page.goto(`/nl${path}`);
    await page.getByRole("button", { name: `Volg ${name}` }).click();
    await expect(page.getByRole("button", { name: `Stop met volgen van ${name}` })).toBeVisible();
  }
  await page.goto("/nl/account/volgen");
  await expectAccessible(page);
  await page.getByRole("radio", { name: "elke week" }).check();
  await page.getByRole("button", { name: "Bewaar" }).click();
  await expect(page.getByText("Uw keuze voor mail is bewaard.")).toBeVisible();
  await expect(page.getByRole("radio", { name: "elke week" })).toBeChecked();
  for (const name of ["Open Zaak", "Sociaal domein", "Utrecht"]) {
    await page.getByRole("button", { name: `Stop met volgen van ${name}` }).click();
    await expect(page.getByRole("button", { name: `Stop met volgen van ${name}` })).toBeHidden();
  }
  await expect(page.getByText("U volgt nog niets.")).toBeVisible();
});

test("a visitor has nothing to follow with, and a link that is not ours says so", async ({ page }) => {
  await page.goto("/nl/voorzieningen/open-zaak");
  await expect(page.getByRole("button", { name: /^Volg/ })).toBeHidden();
  await page.goto("/nl/afmelden?wie=x&code=y");
  await expect(page.getByText("Deze link klopt niet.")).toBeVisible();
  await page.goto(`/nl/afmelden?wie=00000000-0000-4000-8000-000000000000&code=${"0".repeat(64)}`);
  await page.getByRole("button", { name: "Stuur mij geen mail meer" }).click();
  await expect(page.getByText("U krijgt geen mail meer over wat u volgt en zoekt.")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("following and stopping work", async ({ page }) => {
    await signInAs(page, "coördinator", "Dimpact");
    await page.goto("/nl/gemeenten/zwolle");
    await page.getByRole("button", { name: "Volg Zwolle" }).click();
    await page.getByRole("button", { name: "Stop met volgen van Zwolle" }).click();
    await expect(page.getByRole("button", { name: "Volg Zwolle" })).toBeVisible();
  });
});
