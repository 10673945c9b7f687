import { expect, test } from "vitest";
import { makeTally } from "./tally.mjs";

function gather(addresses: string[]) {
  const handed: [string, number][][] = [];
  const tally = makeTally({ handOver: (list: [string, number][]) => handed.push(list) });
  for (const address of addresses) tally.note(address);
  tally.empty();
  tally.empty();
  return handed;
}

test("questions are handed over together, each with how often it was asked", () => {
  const asked = [
    "/nl/voorzieningen?q=parkeren",
    "/en/voorzieningen?q=parkeren",
    "/nl/voorzieningen?q=caf%C3%A9+b",
  ];
  expect(gather(asked)).toEqual([
    [
      ["parkeren", 2],
      ["café b", 1],
    ],
  ]);
});

test.each([
  "/nl/voorzieningen",
  "/nl/voorzieningen?page=2&q=parkeren",
  "/nl/voorzieningen?q=parkeren&soort=dienst",
  "/nl/gemeenten?q=zwolle",
  "/zoeken.js",
])("%s asks nothing that is counted", (address) => {
  expect(gather([address])).toEqual([]);
});

test("more different questions at once than anybody asks are left out", () => {
  const [list] = gather(Array.from({ length: 800 }, (_, index) => `/nl/voorzieningen?q=x${index}`));
  expect(list).toHaveLength(500);
});
