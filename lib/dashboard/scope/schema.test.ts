import { expect, test } from "vitest";
import { parsePage, parsePair, parseScope, toScopeQuery } from "./schema";

const today = "2026-11-28";

test.each([
  [{}, today, true],
  [{ stand: "2025-06-30" }, "2025-06-30", false],
  [{ stand: ["2025-06-30", "2020-01-01"] }, "2025-06-30", false],
  [{ stand: today }, today, true],
  [{ stand: "2030-01-01" }, today, true],
  [{ stand: "1999-01-01" }, today, true],
  [{ stand: "2025-02-30" }, today, true],
  [{ stand: "gisteren" }, today, true],
])("%j is read as %s", (search, day, isToday) => {
  expect(parseScope(search, today)).toMatchObject({ day, isToday });
});

test("an address says what was read, and what it does not know is left out", () => {
  const search = {
    thema: "sociaal-domein",
    aanbieder: "vng",
    voorziening: "<script>",
    provincie: "zeeland",
    grootte: "to50",
    stand: "2025-06-30",
  };
  const scope = parseScope(search, today);
  expect(toScopeQuery(scope)).toBe(
    "thema=sociaal-domein&aanbieder=vng&provincie=zeeland&grootte=to50&stand=2025-06-30",
  );
  expect(parseScope(Object.fromEntries(new URLSearchParams(toScopeQuery(scope))), today)).toEqual(scope);
});

test("only a permanent address names today", () => {
  expect(toScopeQuery(parseScope({}, today))).toBe("");
  expect(toScopeQuery(parseScope({}, today), { keepDay: true })).toBe(`stand=${today}`);
});

test("two of a kind are a pair, one or an unknown one is none", () => {
  expect(parsePair({ voorziening: ["a", "b"] }, today)?.map(({ solution }) => solution)).toEqual(["a", "b"]);
  expect(parsePair({ provincie: ["drenthe", "zeeland"] }, today)?.map(({ province }) => province)).toEqual([
    "DRENTHE",
    "ZEELAND",
  ]);
  expect(parsePair({ provincie: ["drenthe", "atlantis"] }, today)).toBeNull();
  expect(parsePair({ voorziening: "a" }, today)).toBeNull();
});

test.each([
  [undefined, 1],
  ["3", 3],
  ["-1", 1],
  ["x", 1],
])("page %j is %i", (value, page) => expect(parsePage(value)).toBe(page));
