import { expect, test } from "vitest";
import { listForms } from "./rules";

// Stems as the database makes them: "contractje" is "contractj".
test.each([
  ["verhuist", "verhuis"],
  ["betald", "betal"],
  ["gehackt", "hack"],
  ["gebeld", "bell"],
  ["teruggebeld", "terugbel"],
  ["contractj", "contract"],
  ["printertjes", "printer"],
  ["woninkj", "woning"],
  ["verguninkj", "vergun"],
  ["huisj", "huiz"],
  ["huis", "huiz"],
  ["grav", "graf"],
  ["koppel", "gekoppeld"],
])("%s is a form of %s", (stem, other) => {
  expect(listForms(stem)).toContain(other);
});

test.each([
  ["beld", "bel"],
  ["hog", "hogt"],
  ["kart", "kar"],
])("%s is no form of %s", (stem, other) => {
  expect(listForms(stem)).not.toContain(other);
});

test("a stem is no other form of itself", () => {
  expect(listForms("huis")).not.toContain("huis");
});
