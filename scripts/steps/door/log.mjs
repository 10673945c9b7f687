// One line of JSON per request and per error. No addresses of people or machines, no tokens, no questions.
import { AsyncLocalStorage } from "node:async_hooks";
import { format } from "node:util";
import pino from "pino";
import { isDatabaseTrouble } from "./trouble.mjs";

/** The visit that the code now running works for. */
export const currentVisit = new AsyncLocalStorage();

/**
 * A log on the standard output; it writes in batches, and at the end of the process what is left.
 * @param {string} level
 * @param {import("pino").DestinationStream} [destination]
 */
export function makeLog(level, destination = pino.destination({ fd: 1, sync: false })) {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
}

/** Writes what became of a visit once its answer is over. `findRoute`: the pattern of the address, not the address. */
export function logVisit(log, { visit, response, findRoute }) {
  const { socket } = response;
  const before = socket.bytesWritten;
  response.once("close", () => {
    const { id, method, path, startedAt } = visit;
    const line = {
      id,
      method,
      route: findRoute(path),
      status: response.statusCode,
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
      bytes: socket.bytesWritten - before,
      ...(response.writableFinished ? {} : { cutOff: true }),
    };
    log[response.statusCode >= 500 ? "warn" : "info"](line, "request");
  });
}

const seen = new WeakSet();

/** Writes an error once, however often it passes by, and notes on its visit that the database is in trouble. */
export function logError(log, error, about = "error") {
  const visit = currentVisit.getStore();
  if (visit && isDatabaseTrouble(error)) visit.trouble ??= error;
  if (error && typeof error === "object") {
    if (seen.has(error)) return;
    seen.add(error);
  }
  log.error({ ...(visit && { id: visit.id }), ...describeError(error) }, about);
}

/** Everything that anybody says on the console becomes a line of the log. Next reports its errors there. */
export function catchConsole(log) {
  const report =
    (level) =>
    (...said) => {
      const error = said.find((part) => part instanceof Error);
      const words = said.filter((part) => typeof part === "string" && part.trim() !== "⨯");
      if (error) return logError(log, error, scrub(words.join(" ")) || undefined);
      const visit = currentVisit.getStore();
      log[level]({ ...(visit && { id: visit.id }) }, scrub(format(...said)));
    };
  console.error = report("error");
  console.warn = report("warn");
}

function describeError(error) {
  if (!(error instanceof Error)) return { error: { message: scrub(String(error)) } };
  const { name, code, digest, message, stack = "" } = error;
  // The first lines of a stack repeat the message, which may be long.
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    ...(digest && { digest }),
    error: {
      name,
      ...(code && { code }),
      message: scrub(message),
      stack: scrub(frames.slice(0, 12).join("\n")),
    },
  };
}

/** The id of a row opens nothing. */
const rowId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const hidden = [
  [/\b[a-z][a-z+.-]*:\/\/[^\s/@]*:[^\s@]*@/gi, "…://…@"],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, "…@…"],
  [/\b\d{1,3}(\.\d{1,3}){3}\b/g, "…"],
  [/\b([0-9a-f]{1,4}:){3,7}[0-9a-f:]*/gi, "…"],
  [/\?[^\s"')]+/g, "?…"],
  // Values that PostgreSQL quotes back, and tokens.
  [/=\([^)]*\)/g, "=(…)"],
  [/(invalid input[^"]*|invalid byte[^"]*|near )"[^"]*"/gi, '$1"…"'],
  [/\b[\w-]{24,}\b/g, (word) => (/\d/.test(word) && /[a-z]/i.test(word) && !rowId.test(word) ? "…" : word)],
];

/** Takes out of a text what may tell who somebody is, or open something. */
export function scrub(text) {
  return hidden.reduce((kept, [pattern, mark]) => kept.replace(pattern, mark), text.slice(0, 4000));
}
