import { expect, test } from "vitest";
import { whoMay } from "@/lib/core/testing/viewers";
import { canReadLog, canReadOrganisationLog, canReadPlatformLog } from "./policy";

test("the log of an organisation is for its admin, that of everybody for the platform", () => {
  expect(whoMay(canReadOrganisationLog)).toEqual(["ORGANISATION_ADMIN"]);
  expect(whoMay(canReadPlatformLog)).toEqual(["PLATFORM_ADMIN"]);
  expect(whoMay((viewer) => canReadLog(viewer, "organisation"))).toEqual(["ORGANISATION_ADMIN"]);
  expect(whoMay((viewer) => canReadLog(viewer, "platform"))).toEqual(["PLATFORM_ADMIN"]);
});
