import { expect, test } from "vitest";
import { SolutionKind } from "@/lib/core/generated/prisma/enums";
import { dataFolder, readSeedFile } from "./csv";
import {
  everyGemeente,
  factRow,
  gemeenteRow,
  onlyCount,
  partnershipRow,
  providerRow,
  relationRow,
  solutionRow,
  synonymRow,
  taskRow,
} from "./rows";

const gemeenten = readSeedFile(dataFolder, "gemeenten.csv", gemeenteRow);
const partnerships = readSeedFile(dataFolder, "samenwerkingsorganisaties.csv", partnershipRow);
const providers = readSeedFile(dataFolder, "aanbieders.csv", providerRow);
const solutions = readSeedFile(dataFolder, "voorzieningen.csv", solutionRow);
const relations = readSeedFile(dataFolder, "relaties.csv", relationRow);
const facts = readSeedFile(dataFolder, "adoptie-feiten.csv", factRow);
const synonyms = readSeedFile(dataFolder, "zoekwoorden.csv", synonymRow);

const tasks = readSeedFile(dataFolder, "stappen.csv", taskRow);

const valuesOf = <T>(file: { rows: { value: T }[] }) => file.rows.map(({ value }) => value);
const slugs = new Set(valuesOf(solutions).map(({ slug }) => slug));

test.each([gemeenten, partnerships, providers, solutions, relations, facts, synonyms, tasks])(
  "$file has no broken row",
  (file) => {
    expect(file.refused).toEqual([]);
    expect(file.rows.length).toBeGreaterThan(0);
  },
);

test("steps are of a kind of solution or of a solution that exists, and number from one", () => {
  const scopes = [...new Set(valuesOf(tasks).map(({ scope }) => scope))];
  for (const scope of scopes) {
    const steps = valuesOf(tasks).filter((task) => task.scope === scope);
    expect(scope in SolutionKind || slugs.has(scope), scope).toBe(true);
    expect(steps.map(({ position }) => position)).toEqual(steps.map((_, at) => at + 1));
  }
  expect(scopes).toEqual(expect.arrayContaining(Object.keys(SolutionKind)));
});

test("every organisation has a slug of its own", () => {
  const all = [...valuesOf(gemeenten), ...valuesOf(partnerships), ...valuesOf(providers)].map(
    ({ slug }) => slug,
  );
  expect(all.length - new Set(all).size).toBe(0);
});

test("every gemeente has a hexagon of its own and together they are the country of 1 January 2026", () => {
  const all = valuesOf(gemeenten);
  expect(new Set(all.map(({ hex_col, hex_row }) => `${hex_col} ${hex_row}`)).size).toBe(all.length);
  expect(all.reduce((sum, { inhabitants_2026 }) => sum + inhabitants_2026, 0)).toBe(18_130_208);
});

test("every solution has a provider that exists, a sentence on for whom, and at least three search words", () => {
  const organisations = new Set([...valuesOf(gemeenten), ...valuesOf(providers)].map(({ slug }) => slug));
  const lacking = valuesOf(solutions).filter(
    ({ provider, audience, keywords }) =>
      !organisations.has(provider) || audience === "" || keywords.length < 3,
  );
  expect(lacking.map(({ slug }) => slug)).toEqual([]);
});

test("an obligation stronger than advice says on what it rests", () => {
  const unexplained = valuesOf(solutions).filter(
    ({ obligation, obligation_reason }) =>
      (obligation === "STATUTORY" || obligation === "COMPLY_OR_EXPLAIN") && obligation_reason === null,
  );
  expect(unexplained.map(({ slug }) => slug)).toEqual([]);
});

test("relations and facts name solutions and gemeenten that exist", () => {
  const names = new Set([
    everyGemeente,
    onlyCount,
    ...valuesOf(gemeenten).map(({ official_name }) => official_name),
  ]);
  const ends = valuesOf(relations).flatMap(({ from, to }) => [from, to]);
  expect(ends.filter((slug) => !slugs.has(slug))).toEqual([]);
  expect(
    valuesOf(facts).filter(({ solution, gemeente }) => !slugs.has(solution) || !names.has(gemeente)),
  ).toEqual([]);
});

test("no solution needs itself first, however many steps away", () => {
  const needs = valuesOf(relations).filter(({ kind }) => kind === "REQUIRES");
  const reaches = (from: string, goal: string, seen: string[]): boolean =>
    needs.some(
      ({ from: start, to }) =>
        start === from && !seen.includes(to) && (to === goal || reaches(to, goal, [...seen, to])),
    );
  expect([...slugs].filter((slug) => reaches(slug, slug, []))).toEqual([]);
});

test("a synonym is stated once, and says something else than its term", () => {
  const all = valuesOf(synonyms);
  expect(new Set(all.map(({ term }) => term.toLowerCase())).size).toBe(all.length);
  const empty = all.filter(({ term, expansions }) =>
    expansions.some((expansion) => expansion.toLowerCase() === term.toLowerCase()),
  );
  expect(empty.map(({ term }) => term)).toEqual([]);
});
