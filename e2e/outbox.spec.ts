import { expect, expectAccessible, expectToFit, test } from "./fixtures";
import { type OwnSite, startOwnSite } from "./own-site";

// The site of the other journeys sends its mail; this one has no mail server.
let site: OwnSite;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  site = await startOwnSite("pluseen_postvak", { SMTP_URL: undefined, MAIL_FROM: undefined });
});

test.afterAll(() => site.stop());

test("a demonstration without a mail server shows its mail, with which one signs in", async ({
  page,
  complaints,
}) => {
  complaints.allow(/^request to http:\/\/localhost/);
  await page.goto(`${site.origin}/nl/inloggen`);
  await page.getByRole("link", { name: "Lees de mail in het postvak" }).click();
  await expect(page.getByText("Er is nog geen mail.")).toBeVisible();
  await page.goto(`${site.origin}/nl/inloggen`);
  await page.getByLabel("Mailadres", { exact: true }).fill("demo.bezoeker@gemeente.test");
  await page.getByRole("button", { name: "Stuur mij een code" }).click();
  await expect(page.getByRole("heading", { name: "Vul de code in" })).toBeVisible();
  await page.getByRole("link", { name: "Lees de mail in het postvak" }).click();
  const mail = page.getByRole("main").getByRole("listitem").first();
  await expect(mail).toContainText("Aan demo.bezoeker@gemeente.test");
  await expect(page.getByText("Op een echte site bestaat deze pagina niet.")).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectToFit(page);
  await mail.getByRole("link").click();
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await expect(page.getByRole("button", { name: "Uitloggen" })).toBeVisible();
});

test("whoever comes by another name than localhost finds no such page", async ({ request }) => {
  const port = new URL(site.origin).port;
  const answer = await request.get(`${site.origin}/nl/postvak`, {
    headers: { host: `pluseen.example:${port}` },
  });
  expect(answer.status()).toBe(404);
  expect((await request.get(`${site.origin}/nl/postvak`)).status()).toBe(200);
});

test("the site that sends its mail has no such page", async ({ request }) => {
  expect((await request.get("/nl/postvak")).status()).toBe(404);
});
