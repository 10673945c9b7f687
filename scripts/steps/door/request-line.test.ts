import { expect, test } from "vitest";
import { judgeRequestLine } from "./request-line.mjs";

const judge = (method: string, url: string) => judgeRequestLine({ method, url })?.kind ?? null;

test.each(["/", "/nl/voorzieningen?q=100%", "/nl?q=caf%C3%A9", "/nl/%C3%A9", "//nl", "/nl?q=a/../b"])(
  "%s is an address to look at",
  (url) => {
    expect(judge("GET", url)).toBeNull();
  },
);

test.each([
  "/nl/%",
  "/nl/%zz",
  "/nl/%E0%A4%A",
  "/nl/%C0%AF",
  "/a%00b",
  "/nl?q=%00",
  "*",
  "http://elders.nl/",
  "nl",
])("%s is a bad address", (url) => {
  expect(judge("GET", url)).toBe("badAddress");
});

test.each(["PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "CONNECT"])(
  "%s is no method of this site",
  (method) => {
    expect(judge(method, "/nl")).toBe("methodNotAllowed");
  },
);

test("an address of more than 8 KB is too long", () => {
  expect(judge("GET", `/${"a".repeat(8191)}`)).toBeNull();
  expect(judge("GET", `/${"a".repeat(8192)}`)).toBe("addressTooLong");
});
