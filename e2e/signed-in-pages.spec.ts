import { expect, expectAccessible, signInAs, test } from "./fixtures";

const pagesOf = [
  {
    role: "medewerker",
    organisation: "Zwolle",
    paths: [
      "",
      "/voorzieningen",
      "/voorzieningen/open-zaak",
      "/gemeenten/zwolle",
      "/mijn",
      "/mijn/open-zaak",
      "/dashboard",
    ],
  },
  {
    role: "adoptiemanager",
    organisation: "Zwolle",
    paths: [
      "/mijn",
      "/mijn?stand=in-gebruik",
      "/mijn/open-zaak",
      "/mijn/voorstellen",
      "/voorzieningen/open-zaak",
      "/voorzieningen/digid/oordeel",
      "/voorzieningen/open-zaak/deelnemers",
    ],
  },
  {
    role: "coördinator",
    organisation: "Dimpact",
    paths: [
      "/beheer",
      "/beheer/open-zaak",
      "/beheer/nieuw",
      "/beheer/open-zaak/bewerken",
      "/voorzieningen/open-zaak/oordelen",
    ],
  },
  {
    role: "medewerker",
    organisation: "Maykin",
    paths: ["/voorzieningen/open-zaak", "/gemeenten/zwolle", "/mijn"],
  },
];

for (const scheme of ["light", "dark"] as const) {
  test.describe(`in ${scheme} colours`, () => {
    test.use({ colorScheme: scheme });
    for (const { role, organisation, paths } of pagesOf) {
      test(`the pages of a ${role} of ${organisation} are accessible and fit a phone`, async ({ page }) => {
        test.slow();
        await signInAs(page, role, organisation);
        for (const path of paths) {
          await page.setViewportSize({ width: 1280, height: 900 });
          await page.goto(`/nl${path}`);
          await expectAccessible(page);
          await page.setViewportSize({ width: 360, height: 740 });
          expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
            360,
          );
        }
      });
    }
  });
}

test("of two tabs the second is told what changed, and keeps what was typed", async ({ page, context }) => {
  await signInAs(page, "adoptiemanager", "Utrecht");
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
