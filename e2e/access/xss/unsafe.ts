import type { BrowserContext } from "@playwright/test";

/** A page that shows what was typed without any care, in each of the places where a text can become script. */
const places: ((typed: string) => string)[] = [
  (typed) => `<p>${typed}</p>`,
  (typed) => `<p title="${typed}">x</p><p title='${typed}'>x</p><input value=${typed}>`,
  (typed) => `<a href="${typed}">x</a><iframe src="${typed}"></iframe>`,
  (typed) =>
    `<script nonce="AAAAAAAAAAAAAAAAAAAAAA==">var a = "${typed}"; var b = '${typed}'; var c = \`${typed}\`;</script>`,
  (typed) => `<style>p { color: ${typed} }</style><textarea>${typed}</textarea><!-- ${typed} -->`,
];

export const unsafeAddress = "http://unsafe.test/";

/** Serves them at `unsafeAddress`, followed by the number of the place. */
export async function serveUnsafe(context: BrowserContext, typed: () => string): Promise<string[]> {
  await context.route(`${unsafeAddress}*`, (route) => {
    const place = places[Number(new URL(route.request().url()).pathname.slice(1))];
    const shown = place?.(typed()) ?? "";
    return route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><html><head><title>x</title></head><body><header></header><main id="inhoud">${shown}</main><footer></footer></body></html>`,
    });
  });
  return places.map((_, number) => unsafeAddress + number);
}
