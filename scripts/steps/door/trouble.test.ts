import { expect, test } from "vitest";
import { isDatabaseTrouble } from "./trouble.mjs";

const error = (message: string, more: object = {}) => Object.assign(new Error(message), more);

test.each([
  ["a server that is not there", error("connect", { code: "ECONNREFUSED" })],
  [
    "several addresses, none of which answers",
    error("", { errors: [error("connect", { code: "ECONNREFUSED" })] }),
  ],
  ["a pool without a free connection", error("timeout exceeded when trying to connect")],
  ["a server that stops", error("terminating connection", { code: "57P01" })],
  ["a server that starts", error("the database system is starting up", { code: "57P03" })],
  ["a statement that took too long", error("canceling statement", { code: "57014" })],
  ["too many connections", error("sorry", { code: "53300" })],
  ["a line that broke", error("Connection terminated unexpectedly")],
  ["Prisma that cannot start a transaction", error("x", { code: "P2028" })],
  ["the same inside an error of the adapter", error("x", { cause: { kind: "DatabaseNotReachable" } })],
  [
    "the same inside a failed raw query",
    error("x", {
      code: "P2010",
      meta: { driverAdapterError: error("y", { cause: { originalCode: "57014" } }) },
    }),
  ],
])("%s is trouble", (_, fault) => {
  expect(isDatabaseTrouble(fault)).toBe(true);
});

test.each([
  ["a row that is there already", error("Unique constraint", { code: "P2002" })],
  ["a row that is not there", error("Not found", { code: "P2025" })],
  ["bad SQL", error("syntax error", { code: "42601" })],
  ["a fault of ours", new TypeError("Cannot read properties of undefined")],
  ["a word", "oops"],
  ["nothing", null],
])("%s is no trouble of the database", (_, fault) => {
  expect(isDatabaseTrouble(fault)).toBe(false);
});

test("an error that causes itself does not go round for ever", () => {
  const round = error("round");
  expect(isDatabaseTrouble(Object.assign(round, { cause: round }))).toBe(false);
});
