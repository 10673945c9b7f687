import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { makeZip } from "../lib/core/sheets/zip";
import { expect, expectAccessible, signInAs, test } from "./fixtures";

const header =
  "Kenmerk;Voorziening;Stand;Sinds;Volgende stap;Gepland op;Trekker;Contactpersoon;Dekking (%);Contract tot;Reden;Afdelingen";

async function upload(page: Page, name: string, content: string | Buffer) {
  await page.goto("/nl/mijn/importeren");
  await page.getByLabel("Bestand", { exact: true }).setInputFiles({
    name,
    mimeType: "application/octet-stream",
    buffer: Buffer.from(content),
  });
  await page.getByRole("button", { name: "Bekijk wat er zou gebeuren" }).click();
}

/** Files that cannot be read as a table, each with what the manager reads. */
const badFiles: [string, string | Buffer, RegExp][] = [
  ["leeg.csv", " \n;\n", /staan geen rijen/],
  ["alleen-kop.csv", header, /staan geen rijen/],
  ["besluit.pdf", "%PDF-1.7", /geen spreadsheet/],
  ["pagina.csv", "<!doctype html><table>", /geen spreadsheet/],
  ["oud.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), /oud Excel-bestand/],
  ["kapot.xlsx", "PK\u0003\u0004kapot", /beschadigd/],
  ["bom.xlsx", makeZip([{ name: "xl/workbook.xml", content: "x".repeat(60_000_000) }]), /veel meer dan/],
  ["letters.csv", Buffer.from([0x61, 0x3b, 0x81, 0x8d]), /letters in dit bestand/],
  ["nul.csv", `${header}\n;a\0b;in gebruik`, /geen tekst zijn/],
  ["quote.csv", `${header}\n;"Open Zaak;in gebruik`, /Op regel \d+ klopt een aanhalingsteken niet/],
  ["breed.csv", `${header}\n${";".repeat(60)}x`, /Regel 2 heeft veel te veel kolommen/],
  ["lang.csv", `${header}\n${";x;in gebruik\n".repeat(10_001)}`, /meer dan 10000 rijen/],
  ["zonder-stand.csv", "Voorziening;Sinds\nOpen Zaak;1-1-2026", /De kolom “Stand” ontbreekt/],
  ["dubbel.csv", "Voorziening;Stand;Stand\nOpen Zaak;a;b", /De kolom “Stand” staat er twee keer/],
];

/** Rows with one fault each, with the sentence that stands beside them. */
const badRows: [string, RegExp][] = [
  [";Onbekend ding;in gebruik;1-1-2026", /geen voorziening die “Onbekend ding” heet/],
  ["weet-niet;;in gebruik;1-1-2026", /geen voorziening met het kenmerk “weet-niet”/],
  ["haven;Open Zaak;in gebruik;1-1-2026", /Bij dit kenmerk hoort de naam “Haven”/],
  [";;in gebruik;1-1-2026", /Vul de naam van de voorziening in/],
  ["open-zaak;;", /Vul de stand in/],
  ["open-zaak;;live", /De stand “live” kennen wij niet/],
  ["open-zaak;;belangstelling;1-11-2026", /Deze stap kan niet vanuit de stand “in gebruik”/],
  ["open-zaak;;in gebruik;1-1-2020", /Deze stand geldt al sinds/],
  ["open-zaak;;in gebruik", /staat ook op regel \d+/],
  ["digid;;deelnemer;1-1-2026", /besluit dat twee personen bevestigen/],
  ["haven;;gestopt;1-1-2026;;;;;;;Klaar", /Met deze stand kunt u niet beginnen/],
  ["haven;;in gebruik", /Vul in sinds welke dag/],
  ["haven;;in gebruik;1-1-2099", /ligt in de toekomst/],
  ["haven;;in gebruik;20 november", /is geen datum die wij kunnen lezen/],
  ["haven;;in gebruik;31-02-2026", /De datum 31-02-2026 bestaat niet/],
  ["haven;;in gebruik;1-1-1970", /van 1990 tot en met 2099/],
  ["haven;;belangstelling;1-1-2026;;1-1-2020;;Bea", /Deze datum is al voorbij/],
  ["haven;;in gebruik;1-1-2026", /het hoort bij de stand “in gebruik”/],
  ["haven;;in gebruik;1-1-2026;;;;;veel", /“veel” is geen percentage/],
  ["haven;;in gebruik;1-1-2026;;;;;120", /getal in van 0 tot en met 100/],
  ["haven;;in gebruik;1-1-2026;;;;;12,5", /zonder cijfers achter de komma/],
  [`haven;;in gebruik;1-1-2026;${"x".repeat(201)};;;;50`, /Gebruik hooguit 200 tekens/],
  ["haven;;in gebruik;1-1-2026;=1+1;;;;50", /Hier staat een formule/],
  ["haven;;in gebruik;1-1-2026;;;AndrÃ©;;50", /letters met accenten zijn verminkt/],
  ["haven;;in gebruik;1-1-2026;;;a\u0007b;;50", /teken dat niet te lezen is/],
  [
    "haven;;in gebruik;1-1-2026;;;;;50;;;Burgerzaken, burgerzaken",
    /De afdeling “burgerzaken” staat er twee keer/,
  ],
  ["haven;;in gebruik;1-1-2026;;;;;50;;;12", /“12” is geen naam van een afdeling/],
  ["haven;;in gebruik;1-1-2026;;;;;50;;;;;;x", /meer cellen dan er kolommen zijn/],
];

test("a file that is no table is refused with a sentence that says what to do", async ({ page }) => {
  await signInAs(page, "adoptiemanager", "Aa en Hunze");
  for (const [name, content, sentence] of badFiles) {
    await upload(page, name, content);
    await expect(page.getByRole("alert").filter({ hasText: sentence }), name).toBeVisible();
  }
});

test("every row that cannot be recorded says why, and then nothing can", async ({ page }) => {
  await signInAs(page, "adoptiemanager", "Zwolle");
  const lines = [header, ...badRows.map(([line]) => line), "ensia;;in gebruik"];
  await upload(page, "fouten.csv", lines.join("\r\n"));
  await expect(page.getByRole("heading", { name: "Wat er zou gebeuren" })).toBeVisible();
  for (const [at, [line, sentence]] of badRows.entries()) {
    const row = page
      .getByRole("row")
      .filter({ has: page.getByRole("cell", { name: `${at + 2}`, exact: true }) });
    await expect(row, line).toContainText("Kan niet");
    await expect(row, line).toContainText(sentence);
  }
  await expectAccessible(page);
  await expect(page.getByRole("button", { name: /^Leg .* vast/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Gooi dit bestand weg" }).click();
  await expect(page.getByText("Er is niets vastgelegd.").first()).toBeVisible();
});

test("what is fetched can be read in again as all the same, changed, and then be recorded", async ({
  page,
}) => {
  await signInAs(page, "adoptiemanager", "Aa en Hunze");
  for (const link of ["Haal op als CSV", "Haal op als Excel (xlsx)"]) {
    await page.goto("/nl/mijn/importeren");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: link }).click();
    const file = await download;
    await upload(page, file.suggestedFilename(), await readFile(await file.path()));
    await expect(page.getByText("Alles in dit bestand staat er al.")).toBeVisible();
    await expect(page.getByRole("link", { name: "0 kan niet" })).toBeVisible();
  }
  const day = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const slug = await page
    .goto("/nl/mijn?stand=in-gebruik&sorteer=stand")
    .then(() => page.getByRole("rowheader").getByRole("link").first().getAttribute("href"));
  const name = `Trekker ${Date.now()}`;
  const line = `${slug?.split("/").at(-1)};;in gebruik;;;;${name};;;${day}`;
  await upload(page, "wijziging.csv", `${header}\n${line}`);
  await page.getByRole("button", { name: "Leg 1 rij vast" }).click();
  await expect(page.getByText("1 rij is vastgelegd.")).toBeVisible();
  await page.goto(slug ?? "");
  await expect(page.getByText(name).first()).toBeVisible();
  await page.goto("/nl/mijn/aandacht");
  await expect(page.getByRole("heading", { name: "Contracten die aflopen" })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("a file is read in and thrown away all the same", async ({ page }) => {
    await signInAs(page, "adoptiemanager", "Aa en Hunze");
    await upload(page, "wijziging.csv", "Voorziening;Stand\nOnbekend;in gebruik");
    await expect(page.getByText("Er is geen voorziening die “Onbekend” heet.")).toBeVisible();
    await page.getByRole("button", { name: "Gooi dit bestand weg" }).click();
    await expect(page.getByText("Het bestand is weggegooid.")).toBeVisible();
  });
});
