import { expect, test } from "vitest";
import { whoMay } from "@/lib/core/testing/viewers";
import { canEditSynonyms } from "./policy";

test("the words of the field are kept by who guards the whole catalogue", () => {
  expect(whoMay(canEditSynonyms)).toEqual(["MODERATOR", "PLATFORM_ADMIN"]);
});
