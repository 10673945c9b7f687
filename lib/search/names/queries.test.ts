import { describe, expect, test } from "vitest";
import { suggestSolutions } from "../suggestions/queries";
import { findByName } from "./queries";

const names = async (question: string) => (await findByName(question, 5)).map(({ slug }) => slug);

describe("gemeenten and organisations by name", () => {
  test.each([
    ["Zwolle", "zwolle"],
    ["zwol", "zwolle"],
    ["hoe regelt Zwolle parkeren", "zwolle"],
    ["sudwest-fryslan", "sudwest-fryslan"],
    ["bergen op zoom", "bergen-op-zoom"],
    ["amersvoort", "amersfoort"],
    ["dimpact", "dimpact"],
  ])("%s finds %s", async (question, slug) => {
    expect(await names(question)).toContain(slug);
  });

  test.each(["", "z", "parkeren", "hoe regelen wij dat", "%", "_____", "\\"])(
    "%j names nobody",
    async (question) => {
      expect(await names(question)).toEqual([]);
    },
  );

  test("an organisation without anything to show is left out", async () => {
    for (const { kind, solutions } of await findByName("gemeenschappelijke", 20)) {
      expect(kind === "GEMEENTE" || solutions > 0).toBe(true);
    }
  });
});

describe("suggestions while typing", () => {
  const suggested = async (question: string) => (await suggestSolutions(question, 6)).map(({ slug }) => slug);

  test.each([
    ["park", "nationaal-parkeer-register"],
    ["open za", "open-zaak"],
    ["hoe regelen wij par", "nationaal-parkeer-register"],
    ["woo", "woo-index"],
  ])("%s suggests %s", async (question, slug) => {
    expect(await suggested(question)).toContain(slug);
  });

  test.each(["", "p", "hoe", "qqqq", "-parkeren"])("%j suggests nothing", async (question) => {
    expect(await suggested(question)).toEqual([]);
  });
});
