import { describe, expect, test } from "vitest";
import { listRelatives, splitCompound } from "./rules";

// Stems as the database makes them: "parkeervergunning" is "parkervergun".
const stems = [
  "parker",
  "parkervergun",
  "parkerap",
  "vergun",
  "omgevingsvergun",
  "kapvergunketen",
  "omgeving",
  "meld",
  "melding",
  "vermelding",
  "zak",
  "zaksystem",
  "system",
  "noodzak",
  "schuld",
  "register",
  "publicer",
  "publicatie",
  "kind",
  "opvang",
  "plek",
];
const known = new Map(stems.map((stem) => [stem, 1]));
const isKnown = (stem: string) => known.has(stem);

describe("a word finds the compounds it is part of", () => {
  test("at the end first, then in front, then inside", () => {
    const factors = new Map(listRelatives("vergun", known).map(({ stem, factor }) => [stem, factor]));
    expect([...factors.keys()].sort()).toEqual(["kapvergunketen", "omgevingsvergun", "parkervergun"]);
    expect(factors.get("omgevingsvergun")).toBeGreaterThan(factors.get("kapvergunketen") ?? 1);
    expect(listRelatives("parker", known).map(({ stem }) => stem)).toEqual(["parkervergun", "parkerap"]);
  });

  test("a short one only when the rest is a word too", () => {
    expect(listRelatives("zak", known).map(({ stem }) => stem)).toEqual(["zaksystem"]);
  });

  test("a prefix makes another word, not a kind of the same", () => {
    expect(listRelatives("melding", known)).toEqual([]);
  });

  test("the noun of a verb, and the verb of a noun", () => {
    expect(listRelatives("publicer", known).map(({ stem }) => stem)).toEqual(["publicatie"]);
    expect(listRelatives("publicatie", known).map(({ stem }) => stem)).toEqual(["publicer"]);
  });

  test.each(["a", "zz", "2026", "xyzzy"])("%s is part of nothing", (stem) => {
    expect(listRelatives(stem, known)).toEqual([]);
  });
});

describe("a compound is split into known words", () => {
  test.each([
    ["parkervergun", "parker", "vergun"],
    ["zaksystem", "zak", "system"],
    ["schuldenregister", "schuld", "register"],
    ["omgevingsvergun", "omgeving", "vergun"],
    ["kinderopvang", "kind", "opvang"],
    ["parkerplek", "parker", "plek"],
  ])("%s", (stem, modifier, head) => {
    expect(splitCompound(stem, isKnown)).toEqual({ modifier, head });
  });

  test("when one part is unknown, into the other", () => {
    expect(splitCompound("parkergarage", isKnown)).toEqual({ modifier: "parker", head: null });
    expect(splitCompound("kapvergun", isKnown)).toEqual({ modifier: null, head: "vergun" });
  });

  test.each(["zak", "pindakas", "vermeld", "noodzak"])("%s is none", (stem) => {
    expect(splitCompound(stem, isKnown)).toBeNull();
  });
});
