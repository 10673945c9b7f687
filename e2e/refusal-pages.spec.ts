import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { makeRefusals } from "../scripts/steps/door/refusals.mjs";
import { expect, expectAccessible, expectToFit, test } from "./fixtures";

// What the server says by itself, without the site: each page as the door makes it, in one of the two languages
// by turns, light and dark, on a narrow screen.

const refused = [
  { kind: "badAddress", locale: "nl", status: 400 },
  { kind: "notFromHere", locale: "en", status: 403 },
  { kind: "methodNotAllowed", locale: "nl", status: 405 },
  { kind: "tooSlow", locale: "en", status: 408 },
  { kind: "tooLarge", locale: "nl", status: 413 },
  { kind: "addressTooLong", locale: "en", status: 414 },
  { kind: "tooMany", locale: "nl", status: 429 },
  { kind: "headersTooLarge", locale: "en", status: 431 },
  { kind: "failed", locale: "nl", status: 500 },
  { kind: "unavailable", locale: "en", status: 503 },
  { kind: "unavailableAfterSending", locale: "nl", status: 503 },
];
const details = { retryAfter: 40, limit: 4 * 1024 * 1024 };

let server: Server;
let origin: string;

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const [, locale = "", kind = ""] = request.url?.split("/") ?? [];
    if (locale === "icoon.svg") return response.writeHead(200, { "content-type": "image/svg+xml" }).end();
    const visit = { id: "8b0e1c2d-0000-4000-8000-123456789abc", locale, format: "page" };
    const { status, headers, body } = makeRefusals(origin).refuse(visit, { kind, ...details });
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => server.close());

for (const { kind, locale, status } of refused) {
  test(`the page of a ${status}, ${kind}, can be read on a narrow screen, light and dark`, async ({
    page,
    complaints,
  }) => {
    complaints.allow(/request to|Failed to load resource/);
    await page.setViewportSize({ width: 360, height: 740 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      const answer = await page.goto(`${origin}/${locale}/${kind}`);
      expect(answer?.status()).toBe(status);
      await expect(page.locator("html")).toHaveAttribute("lang", locale);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/\w/);
      expect(await page.locator("body").textContent()).not.toMatch(/[{}]|undefined|NaN/);
      await expectAccessible(page);
      await expectToFit(page);
    }
  });
}
