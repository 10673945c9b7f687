import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import { expect, signInAs, test } from "./fixtures";

/** What somebody might get into a page that forgot to escape: each would set `window.injected`. */
const injections = [
  "<script>window.injected = 'script'</script>",
  '<script nonce="guess">window.injected = "nonce"</script>',
  "<img src=x onerror=\"window.injected = 'handler'\">",
  "<svg onload=\"window.injected = 'svg'\"></svg>",
  "<iframe srcdoc=\"<script>parent.injected = 'frame'</script>\"></iframe>",
  '<script src="data:text/javascript,window.injected=1"></script>',
  "<style>h1 { color: rgb(255, 0, 0) !important }</style>",
  '<base href="https://elders.invalid/">',
].join("");

/** Opens `path` with something slipped into the answer; headers stay as the server sent them. */
async function openInjected(page: Page, path: string) {
  await page.route(`**${path}`, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace("</h1>", `</h1>${injections}`);
    await route.fulfill({ response, body });
  });
  await page.goto(path, { waitUntil: "networkidle" });
}

const injected = (page: Page) => page.evaluate(() => (window as unknown as { injected?: string }).injected);

/** One page that is kept for many visitors, without a nonce, and one that is made for each. */
for (const path of ["/nl/privacy", "/nl/inloggen"]) {
  test(`what is slipped into ${path} does not run`, async ({ page, complaints }) => {
    complaints.allow(/Content Security Policy|Refused to|violates|Failed to load resource/);
    // React sees that the page is not the one it made: its own scripts do run.
    complaints.allow(/request to|React error #418/);
    await openInjected(page, path);
    expect(await injected(page)).toBeUndefined();
    expect(await page.locator("h1").evaluate((h1) => getComputedStyle(h1).color)).not.toBe("rgb(255, 0, 0)");
    expect(complaints.list.filter((text) => /Content Security Policy/.test(text)).length).toBeGreaterThan(4);
  });
}

const refusedOrigins = (own: URL): Record<string, string>[] => [
  {},
  { Origin: "null" },
  { Origin: "https://elders.nl" },
  { Origin: `${own.protocol}//${own.hostname}.elders.nl:${own.port}` },
  { Origin: `${own.protocol}//${own.hostname}:${Number(own.port) + 1}` },
  { Origin: own.origin.replace("http:", "https:") },
  { Origin: `${own.protocol}//${own.hostname}` },
  { "Sec-Fetch-Site": "cross-site" },
  { "Sec-Fetch-Site": "same-site" },
];

test("only this site may send it something, whatever the entrance", async ({ page, request, baseURL }) => {
  const own = new URL(baseURL ?? "");
  await page.goto("/nl/inloggen");
  const form = page.locator("form").filter({ has: page.getByRole("button", { name: /^Log in als/ }) });
  const fields = await form
    .first()
    .evaluate((element) => Object.fromEntries(new FormData(element as HTMLFormElement).entries()));
  const entrances = [
    { path: "/nl/inloggen", multipart: fields as Record<string, string> },
    { path: "/api/auth/signout", form: { csrfToken: "x" } },
    { path: "/api/v1/voorzieningen", data: {} },
    { path: "/nl/bestaat-niet", data: {} },
  ];
  for (const headers of refusedOrigins(own)) {
    for (const { path, ...body } of entrances) {
      const answer = await request.post(path, { headers, ...body, maxRedirects: 0 });
      expect(answer.status(), `${path} ${JSON.stringify(headers)}`).toBe(403);
      expect(answer.headers()["set-cookie"]).toBeUndefined();
    }
  }
  const [signIn] = entrances;
  const { path, ...body } = signIn ?? { path: "" };
  const good = await request.post(path, { headers: { Origin: own.origin }, ...body, maxRedirects: 0 });
  expect(good.status()).toBe(303);
});

test("headers that only a server may say change nothing", async ({ request }) => {
  const headers = {
    "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware",
    "x-middleware-rewrite": "/nl/dashboard",
    "x-invoke-path": "/nl/dashboard",
    "x-invoke-status": "200",
    "x-nextjs-data": "1",
    "x-matched-path": "/nl/dashboard",
    "x-pluseen-inner": "1",
    "x-original-url": "/nl/dashboard",
    "x-rewrite-url": "/nl/dashboard",
    "x-forwarded-host": "elders.nl",
    "x-http-method-override": "DELETE",
    "next-resume": "1",
  };
  for (const path of ["/nl/mijn", "/nl/beheer", "/nl/bestaat-niet", "/"]) {
    const plain = await request.get(path, { maxRedirects: 0 });
    const odd = await request.get(path, { headers, maxRedirects: 0 });
    expect(odd.status(), path).toBe(plain.status());
    expect(odd.headers().location, path).toBe(plain.headers().location);
    const title = async (answer: typeof plain) => /<title>[^<]*/.exec(await answer.text())?.[0];
    expect(await title(odd), path).toBe(await title(plain));
  }
});

test("what cannot be right is refused before a page is made, never with a 500", async ({
  request,
  baseURL,
}) => {
  const origin = new URL(baseURL ?? "").origin;
  const status = async (path: string) => (await request.get(origin + path, { maxRedirects: 0 })).status();
  expect(await status("/nl/voorzieningen?q=%00")).toBe(400);
  expect(await status("/nl/%E0%A4%A")).toBe(400);
  expect(await status(`/nl/voorzieningen?q=${"a".repeat(9000)}`)).toBe(414);
  expect(await status("/nl/voorzieningen?q=100%")).toBe(200);
  expect(await status("//elders.nl/nl")).toBeLessThan(500);
  expect((await request.delete("/nl", { headers: { Origin: origin } })).status()).toBe(405);
  const large = await request.post("/nl/inloggen", {
    headers: { Origin: origin },
    multipart: { tekst: "x".repeat(300_000) },
  });
  expect(large.status()).toBe(413);
  expect(await large.text()).toContain("Dit is te groot om te versturen");
});

test("no redirect of the site leads elsewhere", async ({ request, baseURL }) => {
  const { origin } = new URL(baseURL ?? "");
  for (const path of [
    "//elders.nl",
    "/\\elders.nl",
    "/%5Celders.nl",
    "//elders.nl/%2e%2e",
    "/nl//elders.nl",
  ]) {
    const { location } = (await request.get(origin + path, { maxRedirects: 0 })).headers();
    if (location) expect(location, path).toMatch(/^\/(?![/\\])/);
  }
});

/** A manager halfway a form. */
async function fillPlan(page: Page) {
  await signInAs(page, "adoptiemanager", "Zwolle");
  await page.goto("/nl/mijn/open-zaak/planning");
  await page.getByLabel(/^Waarom past u dit aan/).fill("Een lange uitleg");
}

test("when no answer comes a form keeps what was typed, and says that it may have been saved", async ({
  page,
  complaints,
}) => {
  complaints.allow(/Failed to load resource|net::ERR/);
  await fillPlan(page);
  await page.route("**/planning", (route) =>
    route.request().method() === "POST" ? route.abort("connectionreset") : route.continue(),
  );
  await page.getByRole("button", { name: "Pas de planning aan" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Misschien is uw wijziging wel opgeslagen");
  await expect(page.getByLabel(/^Waarom past u dit aan/)).toHaveValue("Een lange uitleg");
});

test("a form that the server refuses says why, and keeps what was typed", async ({ page, complaints }) => {
  complaints.allow(/Failed to load resource/);
  await fillPlan(page);
  await page.route("**/planning", (route) =>
    route.request().method() === "POST"
      ? route.fulfill({ status: 429, headers: { "content-type": "text/plain" }, body: "door:tooMany:40" })
      : route.continue(),
  );
  await page.getByRole("button", { name: "Pas de planning aan" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Wacht 40 seconden");
  await expect(page.getByLabel(/^Waarom past u dit aan/)).toHaveValue("Een lange uitleg");
});

test("a form that leads to another site arrives there, which the policy alone would not allow", async ({
  browser,
}) => {
  const { startStandIn } = await import("./stand-in");
  const elsewhere = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<h1>Inlogvoorziening</h1>");
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const target = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/authorize`;
  const site = await startStandIn(target);
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(`${site.origin}/nl`);
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.getByRole("heading", { name: "Inlogvoorziening" })).toBeVisible();
  await page.goto(`${site.origin}/nl?zonder-deur`);
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.getByRole("heading", { name: "Inlogvoorziening" })).toBeHidden();
  await page.context().close();
  site.close();
  elsewhere.close();
});
