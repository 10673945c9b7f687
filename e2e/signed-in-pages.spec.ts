import { readdirSync } from "node:fs";
import {
  expect,
  expectAccessible,
  expectAccessibleInAllColours,
  expectToFit,
  signInAs,
  test,
} from "./fixtures";
import { publicPages, signedInPages } from "./pages";

test.describe("the pages that one signs in for", () => {
  // Long, and independent of each other: the workers share them.
  test.describe.configure({ mode: "parallel" });
  for (const { role, organisation, paths } of signedInPages) {
    test(`those of a ${role} of ${organisation} are accessible, light and dark, and fit a phone`, async ({
      page,
    }) => {
      test.slow();
      await signInAs(page, role, organisation);
      for (const path of paths) {
        await page.setViewportSize({ width: 1280, height: 900 });
        await page.goto(`/nl${path}`);
        await expectAccessibleInAllColours(page);
        await page.setViewportSize({ width: 360, height: 740 });
        await expectToFit(page);
      }
    });
  }
});

test("of two tabs the second is told what changed, and keeps what was typed", async ({ page, context }) => {
  await signInAs(page, "adoptiemanager", "Súdwest-Fryslân");
  await page.goto("/nl/mijn?stand=in-gebruik");
  const record = await page.getByRole("row").getByRole("link").first().getAttribute("href");
  const other = await context.newPage();
  for (const tab of [page, other]) await tab.goto(`${record}/planning`);
  const plan = async (tab: typeof page, text: string) => {
    await tab.getByLabel(/^Wie trekt dit/).fill(text);
    await tab.getByLabel(/^Waarom past u dit aan/).fill("Overleg met de leverancier");
    await tab.getByRole("button", { name: "Pas de planning aan" }).click();
  };
  await plan(page, "Eerst dit");
  await expect(page.getByText("De planning is aangepast.")).toBeVisible();
  await plan(other, "Dan dat");
  await expect(other.getByRole("alert").first()).toBeVisible();
  await expect(other.getByLabel(/^Wie trekt dit/)).toHaveValue("Dan dat");
});

test("a coordinator's answer form is accessible", async ({ page }) => {
  await signInAs(page, "coördinator", "Dimpact");
  await page.goto("/nl/voorzieningen/open-zaak/oordelen");
  await page.getByRole("link", { name: "Beantwoord dit oordeel" }).first().click();
  await expect(page).toHaveURL(/\/antwoord$/);
  await expectAccessible(page);
});

test("every page of the application is among those that are looked at", () => {
  const files = readdirSync("app/[locale]", { recursive: true, encoding: "utf8" });
  const routes = files.flatMap((file) =>
    /^(?:(.*)[\\/])?page\.tsx$/.test(file) ? [file.replace(/[\\/]?page\.tsx$/, "")] : [],
  );
  const addresses = [...publicPages, ...signedInPages.flatMap(({ paths }) => paths)].map((path) =>
    path.replace(/\?.*/, ""),
  );
  // These are reached in journeys of their own: through a link, with a code, on a site without mail.
  const unseen = routes
    .filter(
      (route) => !/(^|[\\/])(antwoord|code|postvak|importeren[\\/]\[id\]|aanmelden[\\/]\[id\])$/.test(route),
    )
    .filter((route) => {
      const pattern = route && `/${route}`.replace(/\[\.\.\.\w+\]/g, ".+").replace(/\[\w+\]/g, "[^/]+");
      return !addresses.some((address) => new RegExp(`^${pattern}$`).test(address));
    });
  expect(routes.length).toBeGreaterThan(20);
  expect(unseen).toEqual([]);
});
