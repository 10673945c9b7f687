import { expect, test } from "vitest";
import { publicFacets } from "@/lib/search/facets/schema";
import { publicSorts } from "@/lib/search/schema";
import { toCacheAddress } from "./addresses.mjs";
import { isWhole, pack, withoutFramework } from "./document.mjs";
import { createStore } from "./store.mjs";

test.each([
  ["/nl", "/nl"],
  ["/nl?utm_source=mail", "/nl"],
  ["/nl/voorzieningen?soort=component&q=zaak", "/nl/voorzieningen?q=zaak&soort=component"],
  [
    "/nl/voorzieningen?thema=burgerzaken&thema=inkoop&kosten=gratis&sort=oordeel",
    "/nl/voorzieningen?kosten=gratis&sort=oordeel&thema=burgerzaken&thema=inkoop",
  ],
  ["/nl/vergelijken?v=b&alleen=x&v=a&zoek=", "/nl/vergelijken?alleen=x&v=b&v=a"],
  ["/en/gemeenten/zwolle", "/en/gemeenten/zwolle"],
  ["/nl/voorzieningen/open-zaak/deelnemers", "/nl/voorzieningen/open-zaak/deelnemers"],
])("%s is kept as %s", (url, address) => {
  expect(toCacheAddress(url)).toBe(address);
});

test.each([
  "/",
  "/nl/mijn",
  "/nl/beheer/open-zaak",
  "/nl/inloggen",
  "/nl/account",
  "/nl/voorzieningen/open-zaak?melding=saved",
  "/nl/voorzieningen?onbekend=1",
  "/nl/voorzieningen/../mijn",
  "/nl/voorzieningen/%2e%2e/mijn",
  "/nlx",
  "/de",
  "/api/v1/voorzieningen",
  "/_next/static/x.js",
  `/nl/voorzieningen?q=${"a".repeat(400)}`,
])("%s is not kept", (url) => {
  expect(toCacheAddress(url)).toBeNull();
});

test.each(publicFacets)("a choice in %s is kept, alone and sorted", (facet) => {
  for (const sort of publicSorts)
    expect(toCacheAddress(`/nl/voorzieningen?${facet}=x&sort=${sort}`)).not.toBeNull();
});

test("a choice that depends on who asks is not kept", () => {
  expect(toCacheAddress("/nl/voorzieningen?gebruikt=mijn-provincie")).toBeNull();
});

const entry = (bytes: number) => ({ bytes });

test("what was asked longest ago leaves first when there is no room", async () => {
  const store = createStore({ mostBytes: 250 });
  store.setOpen(true);
  for (const name of ["a", "b"]) await store.obtain(name, async () => entry(100));
  store.find("a");
  await store.obtain("c", async () => entry(100));
  expect(["a", "b", "c"].map((name) => store.find(name) !== undefined)).toEqual([true, false, true]);
  expect(store.size).toEqual({ entries: 2, bytes: 200 });
});

test("who asks for the same page at the same time waits for one making", async () => {
  const store = createStore();
  store.setOpen(true);
  let made = 0;
  const make = async () => {
    made++;
    return entry(1);
  };
  await Promise.all([store.obtain("a", make), store.obtain("a", make)]);
  expect(made).toBe(1);
});

test("a page that was being made during a change is not kept, and the next visitor does not get it", async () => {
  const store = createStore();
  store.setOpen(true);
  let release: (value: { bytes: number; text: string }) => void = () => {};
  const first = store.obtain("a", () => new Promise((resolve) => (release = resolve)));
  store.purge();
  const second = store.obtain("a", async () => ({ bytes: 1, text: "new" }));
  release({ bytes: 1, text: "old" });
  expect([await first, await second]).toMatchObject([{ text: "old" }, { text: "new" }]);
  expect(store.find("a")).toMatchObject({ text: "new" });
});

test("a closed store keeps nothing", async () => {
  const store = createStore();
  await store.obtain("a", async () => entry(1));
  expect(store.find("a")).toBeUndefined();
});

test("a page is kept no longer than its lifetime", async () => {
  let time = 0;
  const store = createStore({ lifetime: 1000, now: () => time });
  store.setOpen(true);
  await store.obtain("a", async () => entry(1));
  time = 999;
  expect(store.find("a")).toBeDefined();
  time = 1000;
  expect(store.find("a")).toBeUndefined();
});

test("a making that fails is not kept and leaves the next one free", async () => {
  const store = createStore();
  store.setOpen(true);
  await expect(store.obtain("a", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await store.obtain("a", async () => entry(1))).toEqual(entry(1));
});

const page = (body: string) => `<!DOCTYPE html><html><head></head><body>${body}</body></html>`;

test("the framework's scripts go, own scripts and slipped-in ones stay, and no nonce is left", () => {
  const html = page(
    '<script nonce="a+b/c==">self.__next_f.push([1,"<b>"])</script>' +
      '<script src="/_next/static/x.js" nonce="a+b/c==" async=""></script>' +
      '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/x.js"/>' +
      '<script src="/kaart.js" nonce="a+b/c==" defer=""></script><script>alert(1)</script><p>tekst</p>',
  );
  expect(withoutFramework(html, "a+b/c==")).toBe(
    page('<script src="/kaart.js" defer=""></script><script>alert(1)</script><p>tekst</p>'),
  );
});

test("a page that waits for a part of itself is not whole", () => {
  expect(isWhole(page("klaar"))).toBe(true);
  expect(isWhole(page("<!--$?--><template></template>"))).toBe(false);
  expect(isWhole("<html><body>half")).toBe(false);
});

test("the same words have the same tag, other words another", async () => {
  const [a, b, c] = await Promise.all(["x", "x", "y"].map((text) => pack(text)));
  expect(a?.etag).toBe(b?.etag);
  expect(a?.etag).not.toBe(c?.etag);
});
