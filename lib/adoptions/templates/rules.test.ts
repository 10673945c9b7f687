import { expect, test } from "vitest";
import { editLabels } from "./rules";
import { kindOfAddress, kindOfScope, mostSteps, type StepEdit } from "./schema";

const labels = ["Een", "Twee", "Drie"];

test.each<[StepEdit, string[] | string]>([
  [{ edit: "add", label: "Vier" }, ["Een", "Twee", "Drie", "Vier"]],
  [{ edit: "add", label: "twee" }, "stepTwice"],
  [{ edit: "change", position: 2, label: "Anders" }, ["Een", "Anders", "Drie"]],
  [{ edit: "change", position: 2, label: "TWEE" }, ["Een", "TWEE", "Drie"]],
  [{ edit: "change", position: 2, label: "Drie" }, "stepTwice"],
  [{ edit: "change", position: 4, label: "Vier" }, "conflict"],
  [{ edit: "up", position: 3 }, ["Een", "Drie", "Twee"]],
  [{ edit: "up", position: 1 }, labels],
  [{ edit: "down", position: 1 }, ["Twee", "Een", "Drie"]],
  [{ edit: "down", position: 3 }, labels],
  [{ edit: "remove", position: 1 }, ["Twee", "Drie"]],
  [{ edit: "remove", position: 9 }, "conflict"],
  [{ edit: "reset" }, []],
])("%j gives %j", (change, expected) => {
  expect(editLabels(labels, change)).toEqual(expected);
});

test("a list holds no more than it may", () => {
  const full = Array.from({ length: mostSteps }, (_, at) => `Stap ${at}`);
  expect(editLabels(full, { edit: "add", label: "Nog een" })).toBe("tooManySteps");
});

test("a kind is a kind in capitals, and a word of an address in small letters", () => {
  expect([kindOfScope("COMPONENT"), kindOfScope("component"), kindOfScope("open-zaak")]).toEqual([
    "COMPONENT",
    null,
    null,
  ]);
  expect([kindOfAddress("component"), kindOfAddress("COMPONENT"), kindOfAddress("auto")]).toEqual([
    "COMPONENT",
    null,
    null,
  ]);
});
