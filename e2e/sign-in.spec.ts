import { query } from "./database";
import {
  alert,
  askForCode,
  expect,
  expectAccessible,
  isSignedIn,
  isVisitor,
  signInByMail,
  test,
  typeCode,
} from "./fixtures";
import { codeIn, linkIn, newAddress, readMail } from "./mail";

const wrong = (code: string) => (code === "111111" ? "222222" : "111111");

test("a first sign-in by code makes an account without rights, and asks for a name", async ({ page }) => {
  const address = newAddress("eerste");
  await askForCode(page, address);
  await expect(page.getByText("e•••@gemeente.test")).toBeVisible();
  await expectAccessible(page);
  const code = codeIn(await readMail(address));
  await typeCode(page, `${code.slice(0, 3)} ${code.slice(3)}`);
  await expect(page).toHaveURL(/\/nl\/account\/lidmaatschap$/);
  await isSignedIn(page);
  await page.getByRole("link", { name: "Profiel" }).click();
  await expect(page.getByText(address)).toBeVisible();
  await page.getByLabel(/^Naam/).fill("Eerste Gebruiker");
  await page.getByRole("button", { name: "Bewaar uw profiel" }).click();
  await expect(page.getByText("Uw profiel is bewaard.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Eerste Gebruiker" })).toBeVisible();
  await page.goto("/nl/mijn");
  await expect(page.getByRole("main")).toContainText("Dit deel is voor gemeenten");
});

test("the link of the mail signs in another browser, after a button", async ({ page, browser }) => {
  const address = newAddress("link");
  await askForCode(page, address);
  const link = linkIn(await readMail(address));
  const phone = await (await browser.newContext()).newPage();
  await phone.goto(link);
  await expect(phone.getByText(`U logt in als ${address}.`)).toBeVisible();
  await expectAccessible(phone);
  await isVisitor(phone);
  await phone.getByRole("button", { name: "Log in", exact: true }).click();
  await isSignedIn(phone);
  await page.reload();
  await isVisitor(page);
  await expect(page.getByRole("heading", { name: "Deze code geldt niet meer" })).toBeVisible();
  await phone.context().close();
});

test("a link that a mail scanner opened first still works, and once", async ({ page, request }) => {
  const address = newAddress("scanner");
  await askForCode(page, address);
  const link = linkIn(await readMail(address));
  for (const method of ["GET", "HEAD", "GET"]) {
    const answer = await request.fetch(link, { method });
    expect(answer.status()).toBe(200);
    expect(answer.headers()["set-cookie"] ?? "").not.toContain("session-token");
  }
  await page.goto(link);
  await page.getByRole("button", { name: "Log in", exact: true }).click();
  await isSignedIn(page);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "Deze link geldt niet meer" })).toBeVisible();
});

test("a wrong code says how often one may still try; after five it is void", async ({ page }) => {
  const address = newAddress("fout");
  await askForCode(page, address);
  const code = codeIn(await readMail(address));
  for (const left of [4, 3, 2, 1]) {
    await typeCode(page, wrong(code));
    await expect(alert(page)).toContainText(`nog ${left} keer`);
  }
  await typeCode(page, wrong(code));
  await expect(alert(page)).toContainText("werkt niet meer");
  await typeCode(page, code);
  await expect(alert(page)).toContainText("geldt niet meer");
  await page.getByRole("button", { name: "Stuur een nieuwe code" }).click();
  await expect(page.getByText("Er is een nieuwe mail onderweg")).toBeVisible();
  await typeCode(page, codeIn(await readMail(address)));
  await isSignedIn(page);
});

test("a code that was used does not work again", async ({ page, browser }) => {
  const address = newAddress("twee-keer");
  const thief = await (await browser.newContext()).newPage();
  await askForCode(page, address);
  const code = codeIn(await readMail(address));
  const cookies = await page.context().cookies();
  await thief.context().addCookies(cookies);
  await thief.goto("/nl/inloggen/code");
  await expect(thief.getByRole("heading", { name: "Vul de code in" })).toBeVisible();
  await typeCode(page, code);
  await isSignedIn(page);
  await typeCode(thief, code);
  await expect(alert(thief)).toContainText("geldt niet meer");
  await thief.context().close();
});

test("a code is of no use in a browser that did not ask for it", async ({ page, browser, complaints }) => {
  complaints.allow(/4\d\d/);
  const address = newAddress("elders");
  await askForCode(page, address);
  const code = codeIn(await readMail(address));
  const thief = await (await browser.newContext()).newPage();
  await thief.goto("/nl/inloggen/code");
  await expect(thief).toHaveURL(/\/nl\/inloggen$/);
  await askForCode(thief, newAddress("dief"));
  await typeCode(thief, code);
  await expect(alert(thief)).toContainText("klopt niet");
  await thief.context().close();
});

test("after ten minutes the code is over, and the page says so", async ({ page }) => {
  const address = newAddress("laat");
  await askForCode(page, address);
  const mail = await readMail(address);
  await query(`UPDATE "SignInRequest" SET "expires" = now() - interval '1 second' WHERE "email" = $1`, [
    address,
  ]);
  await typeCode(page, codeIn(mail));
  await expect(alert(page)).toContainText("geldt niet meer");
  await page.goto(linkIn(mail));
  await expect(page.getByRole("heading", { name: "Deze link geldt niet meer" })).toBeVisible();
  await page.getByRole("link", { name: "Vraag een nieuwe mail" }).click();
  await expect(page.getByLabel("Mailadres", { exact: true })).toBeVisible();
});

test("a known and an unknown address get the same answer", async ({ page, browser }) => {
  const known = newAddress("bekend");
  await signInByMail(page, known);
  const texts = [];
  for (const address of [known, newAddress("b-onbekend")]) {
    const visitor = await (await browser.newContext()).newPage();
    await askForCode(visitor, address);
    texts.push(await visitor.getByRole("main").textContent());
    await visitor.context().close();
  }
  expect(texts[0]).toBe(texts[1]);
});

test("the sixth mail within a quarter of an hour is refused, with the time to wait", async ({ page }) => {
  const address = newAddress("vaak");
  for (let number = 0; number < 5; number++) await askForCode(page, address);
  await page.goto("/nl/inloggen");
  await page.getByLabel("Mailadres", { exact: true }).fill(address);
  await page.getByRole("button", { name: "Stuur mij een code" }).click();
  await expect(alert(page)).toContainText(/Wacht 1\d minuten/);
  await expect(page.getByLabel("Mailadres", { exact: true })).toHaveValue(address);
});

test("what is no mail address is said next to the field", async ({ page }) => {
  await page.goto("/nl/inloggen");
  await page.getByLabel("Mailadres", { exact: true }).fill("jan@zwolle");
  await page.getByRole("button", { name: "Stuur mij een code" }).click();
  await expect(page.getByText("Vul een volledig mailadres in")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("signing in by code works, and a wrong code is explained", async ({ page }) => {
    const address = newAddress("zonder-script");
    await askForCode(page, address);
    const code = codeIn(await readMail(address));
    await typeCode(page, wrong(code));
    await expect(page.getByText("Deze code klopt niet")).toBeVisible();
    await typeCode(page, code);
    await isSignedIn(page);
  });
});

test("by keyboard alone: address, code, name", async ({ page }) => {
  const address = newAddress("toetsen");
  await page.goto("/nl/inloggen");
  await page.getByLabel("Mailadres", { exact: true }).focus();
  await page.keyboard.type(address);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Vul de code in" })).toBeVisible();
  const code = codeIn(await readMail(address));
  await page.getByLabel(/^Code van zes cijfers/).focus();
  await page.keyboard.type(code);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Log in", exact: true })).toBeFocused();
  await page.keyboard.press("Enter");
  await isSignedIn(page);
});

const elsewhere = [
  "//evil.example",
  "/\\evil.example",
  "https://evil.example",
  "/mijn%0d%0aX:1",
  "javascript:alert(1)",
];

for (const next of elsewhere) {
  test(`signing in with naar=${next} stays on this site`, async ({ page, baseURL }) => {
    await page.goto(`/nl/inloggen?naar=${encodeURIComponent(next)}`);
    await page.getByRole("listitem").filter({ hasText: "Zwolle" }).getByRole("button").first().click();
    await isSignedIn(page);
    expect(page.url()).toBe(`${baseURL}/nl`);
  });
}
