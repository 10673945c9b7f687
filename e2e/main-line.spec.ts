import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { expectAccessible, signInAs, test } from "./fixtures";

// One story from an idea to use in three gemeenten, told in order by the people in it.
test.describe.configure({ mode: "serial" });

const name = `Parkeerloket proef ${Date.now().toString(36)}`;
const slug = name.toLowerCase().replace(/ /g, "-");
/** Until it is published its address says whose draft it is. */
const draftSlug = `${slug}-concept-dimpact`;
const inThreeMonths = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);

/** A browser of one person; everybody works in their own. */
async function as(browser: Browser, role: string, organisation: string, nth = 0) {
  const context: BrowserContext = await browser.newContext();
  const page = await context.newPage();
  await signInAs(page, role, organisation, nth);
  return { page, end: () => context.close() };
}

async function takeStep(page: Page, step: string, fill: (page: Page) => Promise<void>, submit = step) {
  await page.goto(`/nl/mijn/${slug}`);
  await page.getByRole("main").getByRole("link", { name: step, exact: true }).click();
  await fill(page);
  await expectAccessible(page);
  await page.getByRole("button", { name: submit, exact: true }).click();
  // The search box in the header has a status of its own; the answer to the step stands in the page.
  await expect(page.getByRole("main").getByRole("status")).toBeVisible();
}

async function registerInterest(page: Page) {
  await page.goto(`/nl/voorzieningen/${slug}`);
  await page.getByRole("link", { name: "Wij hebben belangstelling" }).click();
  await page.getByRole("button", { name: "Meld belangstelling" }).click();
  await expect(page.getByText("De belangstelling van uw gemeente is vastgelegd.")).toBeVisible();
}

async function giveReview(page: Page, mark: string) {
  await page.goto(`/nl/voorzieningen/${slug}/oordeel`);
  await page.getByRole("group", { name: "Meerwaarde" }).getByRole("radio", { name: mark }).check();
  await page.getByRole("button", { name: /^(Verstuur|Wijzig) het oordeel/ }).click();
  await expect(page.getByText("Uw oordeel is vastgelegd.")).toBeVisible();
}

test("a coordinator writes a facility and offers it", async ({ browser }) => {
  const { page, end } = await as(browser, "coördinator", "Dimpact", 0);
  await page.goto("/nl/beheer");
  await page.getByRole("link", { name: "Nieuwe voorziening" }).click();
  // Nothing filled in: a sentence beside each field, and nothing is lost.
  await page.getByLabel(/^Naam/).fill(name);
  await page.getByRole("button", { name: "Maak concept" }).click();
  await expect(page.getByText("Vul dit in.").first()).toBeVisible();
  await expect(page.getByLabel(/^Naam/)).toHaveValue(name);
  await page
    .getByLabel(/^Samenvatting/)
    .fill("Inwoners regelen hun parkeervergunning zelf, ook buiten kantoortijd.");
  await page.getByLabel(/^Voor wie/).fill("Voor medewerkers van burgerzaken en parkeren.");
  await page.getByLabel(/^Soort/).selectOption({ label: "component" });
  await page.getByLabel(/^Thema/).selectOption({ label: "Fysiek domein en Omgevingswet" });
  await page.getByLabel(/^Fase/).selectOption({ label: "ontwikkeling" });
  await page.getByRole("button", { name: "Maak concept" }).click();
  await expect(page.getByText("Het concept is gemaakt.")).toBeVisible();
  await page.getByLabel(/^Beschrijving/).fill("Een gezamenlijk loket voor parkeervergunningen.");
  await page.getByLabel(/^Hoe het wordt betaald/).selectOption({ label: "gratis" });
  await page.getByRole("button", { name: "Bewaar concept" }).click();
  await expect(page.getByText("Uw concept is bewaard.")).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Bied aan ter beoordeling" }).click();
  await expect(page.getByText("De tekst is aangeboden.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Publiceer" })).toBeHidden();
  await end();
});

test("a draft is not there for others", async ({ page, complaints }) => {
  complaints.allow(/404/);
  for (const address of [slug, draftSlug]) {
    expect((await page.goto(`/nl/voorzieningen/${address}`))?.status()).toBe(404);
    expect((await page.request.get(`/api/v1/voorzieningen/${address}`)).status()).toBe(404);
  }
});

test("a second coordinator publishes it, and it is found at once", async ({ browser, page: visitor }) => {
  const { page, end } = await as(browser, "coördinator", "Dimpact", 1);
  await page.goto(`/nl/beheer/${draftSlug}/voorbeeld`);
  await page.getByRole("button", { name: "Publiceer" }).click();
  await expect(page.getByText("De tekst is gepubliceerd.")).toBeVisible();
  await end();
  await visitor.goto(`/nl/voorzieningen?q=${encodeURIComponent(name)}`);
  await expect(visitor.getByRole("link", { name, exact: true })).toBeVisible();
});

test("a staff member finds it by a mistyped word and registers interest", async ({ browser }) => {
  const { page, end } = await as(browser, "medewerker", "Zwolle");
  await page.goto("/nl");
  await page.getByLabel("Zoek een voorziening", { exact: true }).fill("parkeervergunnning");
  await page.getByRole("button", { name: "Zoeken" }).first().click();
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await registerInterest(page);
  await page.goto(`/nl/mijn/${slug}`);
  await expect(page.getByRole("link", { name: "Start de verkenning" })).toBeHidden();
  await end();
});

test("a manager takes the road to use, with a decision that a second person confirms", async ({
  browser,
}) => {
  const first = await as(browser, "adoptiemanager", "Zwolle", 0);
  const second = await as(browser, "adoptiemanager", "Zwolle", 1);
  const { page } = first;
  await takeStep(page, "Start de verkenning", async () => {
    await page.getByLabel(/^Wie trekt dit/).fill("Informatiemanager");
    await page.getByLabel(/^Wanneer wilt u klaar zijn/).fill(inThreeMonths);
  });
  await takeStep(page, "Start de besluitvorming", async () => {
    await page.getByLabel(/^Hoe loopt de besluitvorming/).fill("Ambtelijk akkoord, dan college");
  });
  await takeStep(
    page,
    "Leg vast dat u gaat implementeren",
    async () => {
      await page.getByLabel(/^Wie besloot/).selectOption({ label: "college van B en W" });
      await page.getByLabel(/^Welk stuk of zaaknummer/).fill("Z-2026-0042");
    },
    "Leg het besluit vast en vraag bevestiging",
  );
  await page.goto("/nl/mijn/voorstellen");
  const mine = page.getByRole("listitem").filter({ hasText: name });
  await expect(mine.getByRole("button", { name: "Bevestig het besluit" })).toBeHidden();
  await second.page.goto("/nl/mijn/voorstellen");
  await second.page
    .getByRole("listitem")
    .filter({ hasText: name })
    .getByRole("button", { name: "Bevestig het besluit" })
    .click();
  await expect(second.page.getByText("Het besluit is bevestigd en geldt nu.")).toBeVisible();
  await takeStep(page, "Start met implementeren", async () => {
    await page.getByLabel(/^Wie trekt dit/).fill("Projectleider");
    await page.getByLabel(/^Wanneer neemt u het in gebruik/).fill(inThreeMonths);
  });
  await takeStep(page, "Leg ingebruikname vast", async () => {
    await page.getByLabel(/^Welk deel van uw organisatie/).fill("60");
  });
  await expect(page.getByText("Z-2026-0042")).toBeVisible();
  await expectAccessible(page);
  await page.goto("/nl/mijn?q=parkeerloket");
  await expect(page.getByRole("row").filter({ hasText: name }).first()).toContainText("in gebruik");
  await first.end();
  await second.end();
});

test("other gemeenten see the decision's result, not its document", async ({ browser, page: visitor }) => {
  const { page, end } = await as(browser, "medewerker", "Utrecht");
  await page.goto(`/nl/voorzieningen/${slug}/deelnemers`);
  await expect(page.getByRole("link", { name: "Zwolle" }).first()).toBeVisible();
  expect(await page.content()).not.toContain("Z-2026-0042");
  await end();
  // Participation is not public and the number is below three: a visitor learns neither name nor number.
  await visitor.goto(`/nl/voorzieningen/${slug}`);
  await expect(visitor.getByText(/minder dan 3/).first()).toBeVisible();
  await expect(visitor.getByRole("main").getByText("Zwolle")).toBeHidden();
});

test("three oordelen make a mean, and changing one changes it", async ({ browser }) => {
  test.slow();
  for (const [organisation, mark] of [
    ["Utrecht", "4"],
    ["Súdwest-Fryslân", "3"],
  ] as const) {
    const { page, end } = await as(browser, "adoptiemanager", organisation);
    await registerInterest(page);
    await takeStep(page, "Start de besluitvorming", async () => {
      await page.getByLabel(/^Hoe loopt de besluitvorming/).fill("Geen besluit nodig");
    });
    await takeStep(page, "Start met implementeren", async () => {
      await page.getByLabel(/^Wie trekt dit/).fill("Projectleider");
      await page.getByLabel(/^Wanneer neemt u het in gebruik/).fill(inThreeMonths);
    });
    await giveReview(page, mark);
    await expect(page.getByText(/gemiddeld oordeel van/)).toBeHidden();
    await end();
  }
  const { page, end } = await as(browser, "adoptiemanager", "Zwolle");
  await giveReview(page, "5, uitstekend");
  await expect(page.getByText("4,0 van 5", { exact: true })).toBeVisible();
  await giveReview(page, "2");
  await expect(page.getByText("3,0 van 5", { exact: true })).toBeVisible();
  await end();
});

test("a remark of a colleague is shown and does not count", async ({ browser }) => {
  const { page, end } = await as(browser, "medewerker", "Zwolle");
  await giveReview(page, "1, slecht");
  await expect(page.getByText("3,0 van 5", { exact: true })).toBeVisible();
  await expect(page.getByText(/opmerking van een medewerker/).first()).toBeVisible();
  await end();
});
