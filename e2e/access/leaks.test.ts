import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Canary, plant } from "./canaries";
import { crawl, listAddresses, type Seen } from "./crawl";
import { makePeople, type Person } from "./people";
import { isAnyOf } from "./rule";
import { type Site, startSite } from "./site";
import type { World } from "./things";
import { makeTwins, swapTwins, twinAddresses } from "./twins";
import { makeWorld } from "./world";

// Nobody is sent a byte of what is not for them, wherever it hides: in a page, in the data beside it,
// in a header, in a search, in an order, in a file. Two ways to tell: words that were planted in every
// secret, and the comparison of two worlds that differ in nothing but a secret.

/** `npm run leaks` lets everybody look everywhere; with ACCESS=some a few of them where it matters most. */
const isWhole = process.env.ACCESS === "all";

let site: Site;
let people: Person[];
let canaries: Canary[];
let addresses: string[];

beforeAll(async () => {
  site = await startSite();
  people = await makePeople(site.db);
  const world: World = await makeWorld(site.db, people);
  canaries = await plant(site.db, world, people);
  await makeTwins(site.db);
  addresses = listAddresses(world, [...searches(canaries), ...orders, ...twinAddresses]);
});

afterAll(() => site.stop());

/** Searching for a secret word must not find it either. */
const searches = (all: Canary[]) =>
  all.flatMap(({ word }) => [`/nl/voorzieningen?q=${word}`, `/api/v1/voorzieningen?q=${word}`]);

const orders = ["gebruik", "oordeel", "nieuw", "naam"].flatMap((sort) => [
  `/nl/voorzieningen?sort=${sort}`,
  `/api/v1/voorzieningen?sort=${sort}&pageSize=100`,
]);

describe("words that were planted in what is not for everybody", () => {
  const one = (name: string) => test(name, () => expectNoSecrets(name));
  describe("are sent only to whom they are for", () => {
    for (const name of some([...readers, ...suppliers])) one(name);
  });

  test("are sent to whom they are for, so that silence means something", async () => {
    const seen = await crawl(site.url, find("a manager of Zwolle"), addresses);
    const all = [...seen.values()].join("\n");
    const own = canaries.filter(({ mayKnow, isShown }) => isShown && mayKnow.includes("own gemeente"));
    expect(own.filter(({ word }) => !all.includes(word)).map(({ what }) => what)).toEqual([]);
  });
});

async function expectNoSecrets(name: string) {
  const person = find(name);
  const seen = await crawl(site.url, person, addresses);
  const secret = canaries.filter(({ mayKnow, thing }) => !isAnyOf(mayKnow, person, thing));
  const leaks = [...seen].flatMap(([address, text]) =>
    secret
      .filter(({ word }) => withoutEcho(address, text).includes(word))
      .map(({ what }) => `${address}: ${what}`),
  );
  expect(leaks).toEqual([]);
}

/** What a visitor typed may come back to them: that they know it already. */
function withoutEcho(address: string, text: string): string {
  const [, asked] = /[?&]q=([^&]+)/.exec(address) ?? [];
  return asked ? text.replaceAll(asked, "") : text;
}

describe("two worlds that differ only in which gemeente does what in secret", () => {
  test("are the same to everybody else, when the adoption is hidden", async () => {
    await expectSame(some([...readers, ...suppliers]), () => swapTwins(site.db, "hidden"));
  });

  test("are the same to whom the provider does not show participants", async () => {
    await expectSame(some([...outsiders, ...suppliers]), () => swapTwins(site.db, "discreet"));
  });

  test("are the same to a supplier, also when everybody else may know", async () => {
    await expectSame(some(suppliers), () => swapTwins(site.db, "open"));
  });
});

const outsiders = [
  "a visitor",
  "somebody without a membership",
  "a coordinator of VNG Realisatie",
  "a moderator",
  "a platform admin",
  "a coordinator of Dimpact without a second factor",
];
const suppliers = [
  "a member of supplier Maykin",
  "a coordinator of supplier Maykin",
  "a manager of supplier Maykin",
];
const few = ["a visitor", "a manager of Utrecht", "a coordinator of Dimpact", "a manager of supplier Maykin"];
const readers = [...outsiders, "a member of Utrecht", "a manager of Utrecht", "a coordinator of Dimpact"];

const some = (names: string[]) => (isWhole ? names : names.filter((name) => few.includes(name)));

function find(name: string): Person {
  const person = people.find((one) => one.name === name);
  if (!person) throw new Error(`there is nobody called ${name}`);
  return person;
}

async function expectSame(names: string[], change: () => Promise<void>) {
  const before = await crawlAll(names);
  await change();
  const after = await crawlAll(names);
  await change();
  const differences = names.flatMap((name, index) => compare(name, before[index], after[index]));
  expect(differences).toEqual([]);
}

async function crawlAll(names: string[]): Promise<Seen[]> {
  const where = isWhole ? addresses : [...twinAddresses, ...orders, "/nl/dashboard", "/nl/gemeenten", "/nl"];
  const all: Seen[] = [];
  for (const name of names) all.push(await crawl(site.url, find(name), where, { isFresh: true }));
  return all;
}

/** By line: what is in one of the two answers only. Which of equal lines comes how often, is no news. */
function compare(name: string, before: Seen = new Map(), after: Seen = new Map()): string[] {
  return [...before].flatMap(([address, text]) => {
    const [one, other] = [text, after.get(address) ?? ""].map((answer) => answer.split("\n"));
    const told = [...without(one, other), ...without(other, one)];
    return told.length === 0 ? [] : [`${name}, ${address}: ${firstDifference(told)}`];
  });
}

function without(lines: string[] = [], others: string[] = []): string[] {
  const known = new Set(others);
  return lines.filter((line) => !known.has(line));
}

function firstDifference([one = "", other = ""]: string[]): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const around = (text: string) => text.slice(Math.max(0, at - 60), at + 60).replace(/\s+/g, " ");
  return `${around(one)} <> ${around(other)}`;
}
