import type { Locator } from "@playwright/test";
import { expect, expectAccessible, signInAs, test } from "./fixtures";

// What is changed is taken back: other journeys read the steps too.

const list = "De stappen, op volgorde";

/** Opens what can be done with a step. */
async function open(step: Locator): Promise<void> {
  if (!(await step.locator("details").evaluate((details: HTMLDetailsElement) => details.open)))
    await step.locator("summary").click();
}

for (const [slug, javaScriptEnabled] of [
  ["open-inwoner", true],
  ["kiss", false],
] as const) {
  test.describe(javaScriptEnabled ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a coordinator makes the steps of a facility its own, and goes back to those of its kind", async ({
      page,
    }) => {
      const main = page.getByRole("main");
      const steps = main.getByRole("region", { name: list }).getByRole("listitem");
      const label = `Proef met één balie ${Date.now()}`;
      await signInAs(page, "coördinator", "Dimpact");
      await page.goto(`/nl/beheer/${slug}`);
      await main.getByRole("link", { name: "Gebruikelijke stappen" }).click();
      await expect(main.getByRole("heading", { name: list })).toBeVisible();
      const back = main.getByRole("button", { name: "Gebruik de stappen van de soort" });
      if (await back.isVisible()) await back.click();
      await expect(main.getByText(/nog geen eigen stappen/)).toBeVisible();
      await expect(main.getByText(/Gemeenten die al stappen hebben, houden die/)).toBeVisible();
      const before = await steps.count();
      const add = main.getByRole("button", { name: "Voeg de stap toe" });
      await add.click();
      await expect(main.getByText("Vul dit in.")).toBeVisible();
      const wish = main.getByRole("region", { name: "Voeg een stap toe" }).getByLabel(/^Wat moet er/);
      await wish.fill(label);
      await add.click();
      await expect(main.getByText("De stap is toegevoegd.")).toBeVisible();
      await expect(steps).toHaveCount(before + 1);
      await wish.fill(label.toUpperCase());
      await add.click();
      await expect(main.getByText("Deze stap staat al in de lijst.")).toBeVisible();
      await expect(wish).toHaveValue(label.toUpperCase());
      await open(steps.last());
      await steps
        .last()
        .getByRole("button", { name: /^Omhoog/ })
        .click();
      const moved = steps.nth(before - 1);
      await expect(moved).toContainText(label);
      await open(moved);
      await moved.getByLabel(/^Wat moet er/).fill(`${label}, anders`);
      await moved.getByRole("button", { name: "Leg de tekst vast" }).click();
      await expect(moved).toContainText(`${label}, anders`);
      await open(moved);
      if (javaScriptEnabled) await expectAccessible(page);
      await moved.getByRole("button", { name: /^Haal weg/ }).click();
      await expect(steps).toHaveCount(before);
      await back.click();
      await expect(main.getByText("De stappen van de soort gelden weer.")).toBeVisible();
      await expect(main.getByText(/nog geen eigen stappen/)).toBeVisible();
    });
  });
}

test("an administrator of the platform keeps the steps of a kind; others do not come in", async ({
  page,
}) => {
  const main = page.getByRole("main");
  await signInAs(page, "platformbeheerder", "VNG Realisatie");
  await page.goto("/nl/platform");
  await main.getByRole("link", { name: "Gebruikelijke stappen" }).click();
  await main.getByRole("link", { name: "dashboard" }).click();
  const steps = main.getByRole("region", { name: list }).getByRole("listitem");
  const first = (await steps.first().locator("p [lang=nl]").textContent()) ?? "";
  await open(steps.first());
  await steps
    .first()
    .getByRole("button", { name: /^Omlaag/ })
    .click();
  await expect(steps.nth(1)).toContainText(first);
  await open(steps.nth(1));
  await steps
    .nth(1)
    .getByRole("button", { name: /^Omhoog/ })
    .click();
  await expect(steps.first()).toContainText(first);
  await signInAs(page, "coördinator", "Dimpact");
  await page.goto("/nl/platform/stappen/dashboard");
  await expect(main.getByText(/voor beheerders van het platform/)).toBeVisible();
});
