import { expect, test } from "vitest";
import { robotsText, securityText } from "./well-known.mjs";

const site = new URL("https://pluseen.nl");
const contact = "mailto:security@pluseen.nl";

test("security.txt holds what RFC 9116 asks, and ends well within a year", () => {
  const now = new Date("2026-11-28T13:00:00Z");
  expect(securityText({ site, contact, now })?.body).toBe(
    "Contact: mailto:security@pluseen.nl\nExpires: 2027-05-27T00:00:00.000Z\nPreferred-Languages: nl, en\nCanonical: https://pluseen.nl/.well-known/security.txt\n",
  );
});

test("without a contact there is no security.txt", () => {
  expect(securityText({ site, contact: undefined })).toBeNull();
});

test("of a demonstration search engines read nothing", () => {
  expect(robotsText({ isDemo: true }).body).toBe("User-agent: *\nDisallow: /\n");
  expect(robotsText({ isDemo: false }).body).toContain("Disallow: /*/mijn");
  expect(robotsText({ isDemo: false }).body).not.toMatch(/Disallow: \/\n/);
});
