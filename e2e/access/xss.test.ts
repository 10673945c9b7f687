import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureChromium } from "@/scripts/steps/chromium.mjs";
import { makePeople, type Person } from "./people";
import { type Site, startSite } from "./site";
import { inspect, watchMarker } from "./xss/look";
import { Dealer, listPayloads } from "./xss/payloads";
import { Sower, type Sown } from "./xss/sow";
import { sowElsewhere } from "./xss/sow-elsewhere";
import { serveUnsafe } from "./xss/unsafe";

// What people type is text, wherever it is shown. `npm run xss` tries all payloads, with ACCESS=some a part.

const isAll = process.env.ACCESS === "all";
const payloads = listPayloads();
const time = isAll ? 7_200_000 : 600_000;
/** Twelve facilities show every payload in the long fields; as many as there are payloads, in every field. */
const rows = Array.from({ length: isAll ? payloads.length : 12 }, (_, row) => row);
const dealer = new Dealer(payloads, rows.length);

/** Where lists show what was typed, by who sees them. */
const overviews = {
  "a visitor": ["", "/gemeenten/zwolle", "/gemeenten/utrecht", "/dashboard", "/inloggen"],
  "a manager of Zwolle": ["/mijn", "/mijn/voorstellen", "/mijn/vergelijkbaar"],
  "a coordinator of Dimpact": ["/beheer"],
  "another manager of Zwolle": ["/account", "/account/sessies", "/account/tweede-factor"],
  "the admin of Zwolle": ["/organisatie/logboek"],
  "a platform admin": ["/platform/logboek", "/platform/aanmelden"],
};

/** Addresses that end in what a visitor types. */
const questions = [
  "/voorzieningen?q=",
  "/gemeenten?q=",
  "/inloggen?naar=",
  "/inloggen?organisatie=",
  "/mijn?q=",
  "/organisatie/logboek?persoon=",
  "/bestaat-niet/",
];

let site: Site;
let browser: Browser;
let people: Person[];
let sown: Sown[];
let visits = 0;

beforeAll(async () => {
  site = await startSite();
  people = await makePeople(site.db);
  const sower = new Sower(site, people, dealer);
  sown = [];
  for (const row of rows) sown.push(await sower.facility(row));
  await sowElsewhere(
    site,
    people,
    rows.map((row) => dealer.deal(row, 24, 100)),
  );
  const root = process.getuid?.() === 0;
  browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: root ? ["--no-sandbox", "--disable-quic"] : ["--disable-quic"],
  });
}, time);

afterAll(async () => {
  await browser?.close();
  await site?.stop();
  console.log(
    `xss: ${dealer.dealt.size} payloads, ${dealer.count} times typed into a field, ${visits} pages`,
  );
});

test("every payload is typed somewhere", () => {
  expect(payloads.length).toBeGreaterThanOrEqual(500);
  expect(payloads.filter((payload) => !dealer.dealt.has(payload))).toEqual([]);
});

test("a page that shows what is typed without care is noticed", { timeout: time }, async () => {
  const context = await open("a visitor");
  let typed = "";
  const addresses = await serveUnsafe(context, () => typed);
  const page = await context.newPage();
  const unnoticed: string[] = [];
  const running = payloads.filter((payload) => /[<"'].*__xss/s.test(payload));
  const tried = isAll ? running : running.filter((_, at) => at % 9 === 0);
  for (const payload of tried) {
    typed = payload;
    let faults = 0;
    for (const address of addresses) if (faults === 0) faults = (await inspect(page, address)).length;
    if (faults === 0) unnoticed.push(payload);
  }
  await context.close();
  // A few only run where the data beside a page is read as code.
  expect(unnoticed.length, unnoticed.join("\n")).toBeLessThan(tried.length / 10);
});

describe("the pages of a facility stay as they are", () => {
  const ofEach = (paths: (slug: string) => string[]) => () =>
    sown.map(({ slug, typed }, row) => {
      const language = row % 2 === 0 ? "nl" : "en";
      return { paths: paths(slug).map((path) => `/${language}${path}`), typed };
    });

  test("to a visitor", { timeout: time }, async () => {
    const pages = ofEach((slug) => [`/voorzieningen/${slug}`, `/voorzieningen/${slug}/versies/1`])();
    await expectSound(
      "a visitor",
      pages.map(({ paths, typed }) => ({ paths, typed: Object.values(pick(typed)) })),
    );
  });

  test("to its gemeente", { timeout: time }, async () => {
    const pages = ofEach((slug) => [`/mijn/${slug}`, `/mijn/${slug}/planning`])();
    await expectSound(
      "a manager of Zwolle",
      pages.map(({ paths, typed }) => ({ paths, typed: [typed.name] })),
    );
  });

  test("to its provider", { timeout: time }, async () => {
    const pages = ofEach((slug) => [`/beheer/${slug}`, `/beheer/${slug}/bewerken`])();
    await expectSound(
      "a coordinator of Dimpact",
      pages.map(({ paths, typed }) => ({ paths, typed: [typed.name] })),
    );
  });

  test("to who reviewed it", { timeout: time }, async () => {
    const pages = ofEach((slug) => [`/voorzieningen/${slug}/oordeel`])();
    await expectSound(
      "a manager of Utrecht",
      pages.map(({ paths }) => ({ paths, typed: [] })),
    );
  });
});

const pick = ({ name, summary, description, audience }: Sown["typed"]) => ({
  name,
  summary,
  description,
  audience,
});

describe("the lists and overviews stay as they are", () => {
  test.each(Object.entries(overviews))("to %s", { timeout: time }, async (name, paths) => {
    const catalogue = Array.from(
      { length: Math.ceil((rows.length + 130) / 20) },
      (_, at) => `/voorzieningen?page=${at + 1}`,
    );
    const all = name === "a visitor" ? [...paths, ...catalogue, `/vergelijken?${toChoice(sown)}`] : paths;
    const both = all.flatMap((path) => [`/nl${path}`, `/en${path}`]);
    await expectSound(name, [{ paths: both, typed: [] }]);
  });
});

const toChoice = (of: Sown[]) =>
  of
    .slice(0, 4)
    .map(({ slug }) => `v=${slug}`)
    .join("&");

describe("what is asked in an address comes back as text", () => {
  test.each(questions)("%s", { timeout: time }, async (address) => {
    const paths = rows.map(
      (row) => `/${row % 2 ? "en" : "nl"}${address}${encodeURIComponent(dealer.deal(row, 25, 95))}`,
    );
    await expectSound("the admin of Zwolle", [{ paths, typed: [] }]);
  });
});

async function expectSound(name: string, pages: { paths: string[]; typed: string[] }[]) {
  const waiting = pages.flatMap(({ paths, typed }) => paths.map((path) => ({ path, typed })));
  const faults: string[] = [];
  const work = async () => {
    const context = await open(name);
    const page = await context.newPage();
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      visits++;
      faults.push(...(await inspect(page, site.url + next.path, next.typed)));
    }
    await context.close();
  };
  await Promise.all([work(), work()]);
  expect(faults).toEqual([]);
}

async function open(name: string): Promise<BrowserContext> {
  const person = people.find((one) => one.name === name);
  // The policy of the door would stop a payload: here it is the page itself that must.
  const context = await browser.newContext({ bypassCSP: true });
  await watchMarker(context);
  const [cookie, value] = person?.cookie?.split("=") ?? [];
  if (cookie && value) await context.addCookies([{ name: cookie, value, url: site.url }]);
  return context;
}
