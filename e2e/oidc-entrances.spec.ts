import { randomBytes, randomUUID } from "node:crypto";
import { query } from "./database";
import { expect, expectAccessible, test } from "./fixtures";

// What is open of signing in through an organisation to somebody who is not at its provider.

const run = randomBytes(4).toString("hex");
const domain = `${run}.example`;
const link = "Zwolle: Proefaccount";
const someId = randomUUID();

/** A provider of Zwolle that nobody can be sent to: its secret was never sealed. */
async function aProvider(label: string): Promise<string> {
  const [row] = await query(
    `INSERT INTO "IdentityProvider"
       ("organisationId", "label", "issuer", "clientId", "clientSecret", "mailDomains", "isActive", "isDemo")
     SELECT "id", $1, 'https://login.zwolle.example', $2, 'v1:', ARRAY[$3], true, true
     FROM "Organisation" WHERE "slug" = 'zwolle' RETURNING "id"`,
    [label, randomUUID(), domain],
  );
  return String(row?.id);
}

test.afterEach(() => query(`DELETE FROM "IdentityProvider" WHERE $1 = ANY("mailDomains")`, [domain]));

test("a link on another site does not begin a sign-in, nor tie anything", async ({ request }) => {
  const id = await aProvider("Proefaccount");
  for (const path of [`/nl/inloggen/via/${id}`, `/nl/inloggen/via/${id}?koppel=ja`]) {
    const answer = await request.get(path, { headers: { "Sec-Fetch-Site": "cross-site" }, maxRedirects: 0 });
    expect(answer.status()).toBe(302);
    expect(answer.headers().location).toBe("/nl/inloggen");
    expect(answer.headers()["set-cookie"]).toBeUndefined();
  }
});

test("the pages of next-auth itself are not there", async ({ request }) => {
  const paths = [
    "signin",
    "signin/x",
    "signout",
    "error?error=Configuration",
    "verify-request",
    "providers",
    "session",
    "csrf",
    "x",
  ];
  for (const path of paths) {
    const answer = await request.get(
      `/api/auth/${path}${path.includes("?") ? "&" : "?"}callbackUrl=https://evil.example`,
      {
        maxRedirects: 0,
        headers: { Cookie: "next-auth.callback-url=https://evil.example" },
      },
    );
    expect([answer.status(), answer.headers().location], path).toEqual([302, "/nl/inloggen"]);
  }
  for (const path of [`signin/${someId}`, "signout", "session", "_log", `callback/${someId}`]) {
    const answer = await request.post(`/api/auth/${path}`, { form: { csrfToken: "x" } });
    expect([403, 405], path).toContain(answer.status());
  }
  for (const id of ["x", "00000000-0000-4000-8000-000000000000", "..%2f..", "a/b"]) {
    const answer = await request.get(`/api/auth/callback/${id}?code=c&state=s`, { maxRedirects: 0 });
    expect(answer.status(), id).toBe(302);
    expect(answer.headers().location, id).toMatch(/^\/nl\/inloggen/);
  }
});

test("one's organisation is found by a mail address, which stays out of the address of the page", async ({
  page,
}) => {
  await aProvider("Proefaccount");
  for (let number = 0; number < 13; number++) await aProvider(`Ander ${number}`);
  await page.goto("/nl/inloggen?naar=/mijn");
  await expect(page.getByRole("link", { name: link, exact: true })).toBeHidden();
  const search = page.getByLabel(/Naam van uw organisatie, of uw mailadres/);
  await search.fill(`jan.de.vries@${domain}`);
  await page.getByRole("button", { name: "Zoek uw organisatie" }).click();
  await expect(page.getByRole("link", { name: link, exact: true })).toHaveAttribute("href", /naar=%2Fmijn/);
  expect(page.url()).not.toContain("jan.de.vries");
  await expectAccessible(page);
  await search.fill(`jan@sub.${domain}`);
  await page.getByRole("button", { name: "Zoek uw organisatie" }).click();
  await expect(page.getByText(/Geen organisatie gevonden/)).toBeVisible();
  await search.fill("zwol");
  await page.getByRole("button", { name: "Zoek uw organisatie" }).click();
  await expect(page.getByRole("link", { name: link, exact: true })).toBeVisible();
});
