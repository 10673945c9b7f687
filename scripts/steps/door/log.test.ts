import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import { afterEach, expect, test, vi } from "vitest";
import { catchConsole, currentVisit, logError, logVisit, makeLog, scrub } from "./log.mjs";

let lines: string[] = [];
const log = makeLog(
  "info",
  new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  }),
);
const written = () => lines.map((line) => JSON.parse(line));

afterEach(() => {
  lines = [];
  vi.restoreAllMocks();
});

test.each([
  "Recipient refused: <jan.jansen@zwolle.nl>",
  "connect ECONNREFUSED 10.1.2.3:5432",
  "peer 2001:db8:1:2:3:4:5:6 left",
  "postgresql://pluseen:gEh3im@server:5432/pluseen",
  "GET /nl/voorzieningen?q=gEh3im",
  "Key (email)=(gEh3im) already exists.",
  'invalid input syntax for type uuid: "gEh3im"',
  "token Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA was used",
  "session 5c3f8f3b5b7d4c2aa1e2d3c4b5a69788",
])("%s loses what tells who or opens something", (text) => {
  expect(scrub(text)).not.toMatch(
    /jansen|zwolle|10\.1\.2\.3|2001:db8|gEh3im|Zm9vYmFy|5c3f8f3b5b7d4c2aa1e2d3c4b5a69788/,
  );
});

test("what is left says what happened", () => {
  expect(scrub("connect ECONNREFUSED 10.1.2.3:5432")).toBe("connect ECONNREFUSED …:5432");
  expect(scrub("Cannot read properties of undefined (reading 'name')")).toBe(
    "Cannot read properties of undefined (reading 'name')",
  );
});

test("an error is written once, with the id of its visit", () => {
  const error = new Error("boom van jan@zwolle.nl");
  currentVisit.run({ id: "visit-1", trouble: null }, () => {
    logError(log, error);
    logError(log, error);
  });
  expect(written()).toEqual([
    expect.objectContaining({
      level: "error",
      id: "visit-1",
      error: expect.objectContaining({ name: "Error", message: "boom van …@…" }),
    }),
  ]);
});

test("a database in trouble is noted on the visit", () => {
  const visit = { id: "visit-2", trouble: null };
  const error = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
  currentVisit.run(visit, () => logError(log, error));
  expect(visit.trouble).toBe(error);
});

test("what anybody says on the console is a line of the log", () => {
  const { error, warn } = console;
  catchConsole(log);
  console.error("background work failed for", "jan@zwolle.nl");
  console.error("while sending", new Error("no mail"));
  console.warn("careful");
  Object.assign(console, { error, warn });
  expect(written()).toMatchObject([
    { level: "error", msg: "background work failed for …@…" },
    { level: "error", msg: "while sending", error: { message: "no mail" } },
    { level: "warn", msg: "careful" },
  ]);
});

test("of a request stands what, when and how, not who and not what for", async () => {
  const server = createServer((request, response) => {
    const visit = {
      id: "visit-3",
      method: "POST",
      path: "/nl/uitnodiging/gEh3im",
      startedAt: performance.now(),
    };
    logVisit(log, { visit, response, findRoute: () => "/[locale]/uitnodiging/[token]" });
    request.resume().on("end", () => response.end("hallo"));
  }).listen(0);
  const { port } = server.address() as AddressInfo;
  await fetch(`http://localhost:${port}/nl/uitnodiging/gEh3im?q=gEh3im`, {
    method: "POST",
    body: "wachtwoord=gEh3im",
    headers: { cookie: "a=gEh3im", authorization: "Bearer gEh3im", "user-agent": "gEh3im" },
  });
  await expect.poll(() => lines.length).toBe(1);
  expect(written()).toEqual([
    {
      level: "info",
      time: expect.any(String),
      msg: "request",
      id: "visit-3",
      method: "POST",
      route: "/[locale]/uitnodiging/[token]",
      status: 200,
      ms: expect.any(Number),
      bytes: expect.any(Number),
    },
  ]);
  expect(written()[0].bytes).toBeGreaterThan(100);
  expect(lines.join()).not.toContain("gEh3im");
  server.close();
});
