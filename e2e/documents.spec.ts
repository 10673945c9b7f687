import { request as anew, type Page } from "@playwright/test";
import { expect, expectAccessible, expectToFit, signInAs, test } from "./fixtures";

// Documents behind a decision, on an adoption that the demonstration invented; what is added is removed again.

const room = "/nl/mijn/open-zaak/documenten";
const pdf = (words: string) => Buffer.from(`%PDF-1.7\n${words}\n%%EOF\n`);
const file = (name: string, buffer: Buffer, mimeType = "application/pdf") => ({ name, buffer, mimeType });

async function signOut(page: Page) {
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await expect(page.getByRole("link", { name: "Inloggen" })).toBeVisible();
}

test("a manager keeps the decision of the college: what is no document or too large is refused, and it is downloaded and removed", async ({
  page,
  complaints,
  baseURL,
}) => {
  // A refusal of what is too large, and of another gemeente, is said in the console too.
  complaints.allow(/413|404/);
  const title = `Collegebesluit “Open Zaak” ${Date.now()}`;
  await signInAs(page, "adoptiemanager", "Zwolle");
  await page.goto(room);
  const form = page.locator("form#document");
  const add = form.getByRole("button", { name: "Voeg het document toe" });
  const choose = form.getByLabel("Bestand");
  await form.getByLabel("Wat is het?").selectOption({ label: "collegebesluit" });
  await form.getByLabel("Titel").fill(title);
  await form.getByLabel("Datum van het document").fill("2026-11-03");
  await choose.setInputFiles(file("besluit.pdf", Buffer.from("<html><script>alert(1)</script></html>")));
  await add.click();
  await expect(page.getByText(/^Dit is geen PDF, ODT, DOCX, PNG of JPEG/)).toBeVisible();
  await expect(form.getByLabel("Titel")).toHaveValue(title);
  await expectAccessible(page);
  await choose.setInputFiles(file("groot.pdf", Buffer.concat([pdf("x"), Buffer.alloc(10 * 1024 * 1024)])));
  await add.click();
  await expect(page.getByText(/^Dit bestand is groter dan 10 MB/)).toBeVisible();
  await choose.setInputFiles(file("besluit.pdf", pdf(title)));
  await add.click();
  await expect(page.getByText("Het document is toegevoegd.")).toBeVisible();
  const row = page.getByRole("main").getByRole("listitem").filter({ hasText: title });
  await expect(row.getByText(/^alleen onze gemeente; toegevoegd door/)).toBeVisible();
  const link = row.getByRole("link", { name: title });
  const address = (await link.getAttribute("href")) ?? "";
  const answer = await page.request.get(address);
  expect(await answer.body()).toEqual(pdf(title));
  const headers = answer.headers();
  expect(headers["content-type"]).toBe("application/pdf");
  expect(headers["content-disposition"]).toMatch(/^attachment; filename="Collegebesluit Open Zaak/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["content-security-policy"]).toContain("sandbox");
  expect(headers["cache-control"]).toBe("no-store");
  const visitor = await anew.newContext({ baseURL: baseURL ?? "" });
  expect((await visitor.get(address)).status()).toBe(404);
  await visitor.dispose();

  await page.goto("/nl/mijn/open-zaak");
  await expect(page.getByRole("main").getByRole("link", { name: title })).toBeVisible();
  await page.goto("/nl/mijn/overzicht");
  await expect(page.getByRole("main").getByRole("link", { name: title })).toBeVisible();

  await signOut(page);
  await signInAs(page, "adoptiemanager", "Utrecht");
  expect((await page.request.get(address)).status()).toBe(404);
  await page.goto("/nl/voorzieningen/open-zaak/deelnemers");
  await expect(page.getByText(title)).toBeHidden();
  await signOut(page);

  // The gemeente shares it with others; then another gemeente reads it, and finds it at the facility.
  await signInAs(page, "adoptiemanager", "Zwolle");
  await page.goto(room);
  await row.locator("summary").click();
  await row.getByLabel("Wie mag dit lezen?").selectOption({ label: "ook andere gemeenten" });
  await row.getByRole("button", { name: "Leg de wijziging vast" }).click();
  await expect(page.getByText("Het document is gewijzigd.")).toBeVisible();
  await signOut(page);
  await signInAs(page, "adoptiemanager", "Utrecht");
  await page.goto("/nl/voorzieningen/open-zaak/deelnemers");
  await expect(page.getByRole("main").getByRole("link", { name: title })).toBeVisible();
  expect((await page.request.get(address)).status()).toBe(200);
  await signOut(page);

  await signInAs(page, "adoptiemanager", "Zwolle");
  await page.goto(room);
  await row.locator("summary").click();
  await row.getByRole("button", { name: /^Verwijder het document/ }).click();
  await expect(page.getByText("Het document is verwijderd.")).toBeVisible();
  await expect(row).toBeHidden();
  expect((await page.request.get(address)).status()).toBe(404);
});

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test("what is beyond the limit of a page is refused with the limit in words", async ({
    page,
    complaints,
  }) => {
    complaints.allow(/413/);
    await signInAs(page, "adoptiemanager", "Zwolle");
    await page.goto(room);
    await expectToFit(page);
    // Past the check in the browser, as a program would: the door answers.
    const origin = new URL(page.url()).origin;
    const answer = await page.request.post(room, {
      headers: { Origin: origin },
      multipart: { bestand: file("groot.pdf", Buffer.alloc(11 * 1024 * 1024)) },
    });
    expect(answer.status()).toBe(413);
    expect(await answer.text()).toContain("hoogstens 10 MB tegelijk");
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a document is added and removed, and a colleague only reads", async ({ page }) => {
    const title = `Verklaring ${Date.now()}`;
    await signInAs(page, "adoptiemanager", "Zwolle");
    await page.goto(room);
    const form = page.locator("form#document");
    await form.getByLabel("Wat is het?").selectOption({ label: "verklaring" });
    await form.getByLabel("Titel").fill(title);
    await form.getByLabel("Datum van het document").fill("2026-11-03");
    await form.getByLabel("Bestand").setInputFiles(file("plaatje.pdf", Buffer.from("<svg/>")));
    await form.getByRole("button", { name: "Voeg het document toe" }).click();
    await expect(page.getByText(/^Dit is geen PDF/)).toBeVisible();
    await expect(form.getByLabel("Titel")).toHaveValue(title);
    await form.getByLabel("Bestand").setInputFiles(file("verklaring.pdf", pdf(title)));
    await form.getByRole("button", { name: "Voeg het document toe" }).click();
    await expect(page.getByText("Het document is toegevoegd.")).toBeVisible();
    const row = page.getByRole("main").getByRole("listitem").filter({ hasText: title });
    await row.locator("summary").click();
    await row.getByRole("button", { name: /^Verwijder het document/ }).click();
    await expect(page.getByText("Het document is verwijderd.")).toBeVisible();
    await expect(row).toBeHidden();
    await signOut(page);
    await signInAs(page, "medewerker", "Zwolle");
    await page.goto(room);
    await expect(page.getByText(/^Alleen een adoptiemanager voegt documenten toe/)).toBeVisible();
    await expect(page.locator("form#document")).toBeHidden();
  });
});
