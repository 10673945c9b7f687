import { expect, expectAccessible, signInAs, test } from "./fixtures";

// Of an adoption that the demonstration invented; what is added is taken away again.

test("a manager keeps the list of steps: adds a task, does it, and takes it out", async ({ page }) => {
  const label = `Bellen met de leverancier ${Date.now()}`;
  await signInAs(page, "adoptiemanager", "Zwolle");
  await page.goto("/nl/mijn/open-zaak");
  await expect(page.getByRole("heading", { name: "Eerst nodig" })).toBeVisible();
  await expect(page.getByRole("progressbar", { name: /van \d+ klaar/ })).toBeVisible();
  await page.getByRole("link", { name: "Voeg een taak toe" }).click();
  await page.getByRole("button", { name: "Voeg een taak toe" }).click();
  await expect(page.getByText("Vul dit in.")).toBeVisible();
  await page.getByLabel(/^Wat moet er gebeuren/).fill(label);
  await page.getByLabel(/^Wanneer moet het klaar zijn/).fill("2026-01-05");
  await page.getByRole("button", { name: "Voeg een taak toe" }).click();
  const task = page.getByRole("main").getByRole("listitem").filter({ hasText: label });
  await expect(task.getByText("te laat")).toBeVisible();
  await expectAccessible(page);
  await task.getByRole("button", { name: /^Klaar/ }).click();
  await expect(task.getByText(/^Klaar op .*, door/)).toBeVisible();
  await task.getByRole("link", { name: /^Werk bij/ }).click();
  await page.getByRole("button", { name: "Haal uit de lijst" }).click();
  await expect(page.getByText("De stap is uit de lijst gehaald.")).toBeVisible();
  await expect(task).toBeHidden();
});

test("a colleague without the task reads the list and changes nothing", async ({ page }) => {
  await signInAs(page, "medewerker", "Zwolle");
  await page.goto("/nl/mijn/open-zaak");
  await expect(page.getByRole("heading", { name: "Stappen en taken" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Voeg een taak toe" })).toBeHidden();
  await page.goto("/nl/mijn/open-zaak/taken/nieuw");
  await expect(page.getByText(/Alleen een adoptiemanager of de trekker/)).toBeVisible();
});
