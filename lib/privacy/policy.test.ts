import { expect, test } from "vitest";
import { visitor } from "@/lib/core/roles";
import { viewerWith } from "@/lib/core/testing/viewers";
import { canEraseThemselves, canSeeOwnData } from "./policy";

const people = [visitor, viewerWith("MEMBER"), viewerWith("MEMBER", {}, true)];

test("whoever is signed in has what the site knows about them", () => {
  expect(people.map(canSeeOwnData)).toEqual([false, true, true]);
});

test("only real people erase themselves", () => {
  expect(people.map(canEraseThemselves)).toEqual([false, true, false]);
});
