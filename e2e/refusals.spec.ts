import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "./fixtures";

/** What each person may not do: the page explains instead of breaking, and shows no button for it. */
const mineIsForGemeenten = /Dit deel is voor gemeenten/;
const manageIsForCoordinators = /Publiceren kan alleen als coördinator/;

async function openAll(page: Page, expected: Record<string, RegExp | number>) {
  for (const [path, outcome] of Object.entries(expected)) {
    const answer = await page.goto(`/nl${path}`);
    if (typeof outcome === "number") expect(answer?.status(), path).toBe(outcome);
    else await expect(page.getByRole("main"), path).toContainText(outcome);
    expect(answer?.status(), path).toBeLessThan(500);
  }
}

test("a visitor is invited to sign in, and comes back to the same page", async ({ page }) => {
  await openAll(page, {
    "/mijn": /Log in om de adopties van uw gemeente te zien/,
    "/mijn/open-zaak": /Log in/,
    "/mijn/voorstellen": /Log in/,
    "/beheer": /Log in/,
    "/beheer/open-zaak": /Log in/,
    "/beheer/nieuw": /Log in/,
    "/voorzieningen/open-zaak/oordeel": /[Ll]og in/,
  });
  await page.goto("/nl/mijn/open-zaak");
  await page
    .getByRole("main")
    .getByRole("link", { name: /nloggen/ })
    .click();
  await page.getByRole("listitem").filter({ hasText: "Zwolle" }).getByRole("button").first().click();
  await expect(page).toHaveURL(/\/nl\/mijn\/open-zaak$/);
});

test("a staff member reads the portfolio but takes no steps and publishes nothing", async ({ page }) => {
  await signInAs(page, "medewerker", "Zwolle");
  await openAll(page, {
    "/mijn": /legt een adoptiemanager van Zwolle vast/,
    "/beheer": manageIsForCoordinators,
    "/beheer/open-zaak": manageIsForCoordinators,
  });
  await page.goto("/nl/mijn/open-zaak");
  await expect(page.getByRole("main").getByRole("link", { name: /^(Start|Leg|Zet)/ })).toHaveCount(0);
});

test("a manager does not publish", async ({ page }) => {
  await signInAs(page, "adoptiemanager", "Zwolle");
  await openAll(page, { "/beheer": manageIsForCoordinators, "/beheer/nieuw": manageIsForCoordinators });
});

test("a coordinator edits no facility of another provider and has no gemeente", async ({
  page,
  complaints,
}) => {
  complaints.allow(/404/);
  await signInAs(page, "coördinator", "Dimpact");
  await openAll(page, { "/mijn": mineIsForGemeenten, "/mijn/open-zaak": mineIsForGemeenten });
  await page.goto("/nl/beheer/digid/bewerken");
  await expect(page.getByRole("button", { name: "Bewaar concept" })).toHaveCount(0);
});

test("a supplier never sees which gemeente uses what", async ({ page, browser }) => {
  await signInAs(page, "medewerker", "Maykin");
  await openAll(page, { "/mijn": mineIsForGemeenten, "/beheer": manageIsForCoordinators });
  await page.goto("/nl/voorzieningen/open-zaak");
  await expect(page.getByText("Leveranciers zien niet welke gemeente wat gebruikt.").first()).toBeVisible();
  const named = (viewer: Page) => viewer.locator("#deelname").getByRole("link", { name: "Amersfoort" });
  await expect(named(page)).toHaveCount(0);
  // A visitor sees confirmed use by name here, so the silence to the supplier is not an accident.
  const visitor = await (await browser.newContext()).newPage();
  await visitor.goto("/nl/voorzieningen/open-zaak");
  await expect(named(visitor).first()).toBeVisible();
  await visitor.context().close();
});

test("a supplier's gemeente page tells no adoptions", async ({ page }) => {
  await signInAs(page, "medewerker", "Maykin");
  await page.goto("/nl/gemeenten/zwolle");
  await expect(page.getByRole("main").getByText("fictief")).toHaveCount(0);
});

test("the API answers problems as problem+json", async ({ request }) => {
  for (const [path, status] of [
    ["?page=0", 400],
    ["?pageSize=1000", 400],
    ["?thema=bestaat-niet", 400],
    ["/bestaat-niet", 404],
  ] as const) {
    const answer = await request.get(`/api/v1/voorzieningen${path}`);
    expect(answer.status(), path).toBe(status);
    expect(answer.headers()["content-type"], path).toContain("application/problem+json");
    expect(answer.headers()["api-version"], path).toMatch(/^\d+\.\d+\.\d+$/);
    expect(await answer.json(), path).toMatchObject({
      status,
      title: expect.any(String),
      detail: expect.any(String),
    });
  }
});
