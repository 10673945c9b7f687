import { expect, test } from "vitest";
import { isFromOwnSite, listOwnOrigins } from "./same-origin.mjs";

const own = listOwnOrigins("https://pluseen.nl");
const post = (headers: Record<string, string>) => isFromOwnSite({ method: "POST", headers }, own);

test.each<Record<string, string>>([
  { origin: "https://pluseen.nl" },
  { origin: "https://pluseen.nl", "sec-fetch-site": "same-origin" },
  { "sec-fetch-site": "same-origin" },
])("a post with %j is ours", (headers) => {
  expect(post(headers)).toBe(true);
});

test.each<Record<string, string>>([
  {},
  { origin: "null" },
  { origin: "" },
  { origin: "http://pluseen.nl" },
  { origin: "https://pluseen.nl:8443" },
  { origin: "https://pluseen.nl.elders.nl" },
  { origin: "https://www.pluseen.nl" },
  { origin: "https://elders.nl/https://pluseen.nl" },
  { origin: "https://pluseen.nl@elders.nl" },
  { origin: "https://plusееn.nl" },
  { origin: "https://pluseen.nl, https://elders.nl" },
  { origin: "https://elders.nl", "sec-fetch-site": "same-origin" },
  { "sec-fetch-site": "same-site" },
  { "sec-fetch-site": "cross-site" },
  { "sec-fetch-site": "none" },
  { referer: "https://pluseen.nl/nl/mijn" },
])("a post with %j is not", (headers) => {
  expect(post(headers)).toBe(false);
});

test.each(["PUT", "PATCH", "DELETE", "QUERY"])("%s is asked for its origin as well", (method) => {
  expect(isFromOwnSite({ method, headers: {} }, own)).toBe(false);
});

test("whoever only reads need not say from where", () => {
  for (const method of ["GET", "HEAD", "OPTIONS"])
    expect(isFromOwnSite({ method, headers: { origin: "https://elders.nl" } }, own)).toBe(true);
});

test("the own machine has three names, all with the same port", () => {
  expect(listOwnOrigins("http://localhost:3000")).toEqual([
    "http://localhost:3000",
    "http://127.0.0.1:3000",
    "http://[::1]:3000",
  ]);
  expect(listOwnOrigins("https://pluseen.nl/")).toEqual(["https://pluseen.nl"]);
});
