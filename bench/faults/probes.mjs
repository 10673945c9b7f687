// Visitors who keep asking while something is wrong, and what they got.
import { setTimeout as rest } from "node:timers/promises";
import { newVisitor } from "./visitor.mjs";

const pages = [
  "/nl",
  "/nl/voorzieningen?q=zaak",
  "/nl/voorzieningen/open-zaak",
  "/nl/dashboard",
  "/nl/gemeenten/zwolle",
];

/** Starts visitors of every kind; `stop` ends them and gives every answer. */
export async function startProbes(site) {
  const manager = newVisitor(() => site.origin);
  await manager.signIn("adoptiemanager", "Zwolle");
  const visitor = newVisitor(() => site.origin);
  const answers = [];
  let isOver = false;
  const planning = "/nl/mijn/open-zaak/planning";
  const form = await manager.findForm(planning, ({ id }) => id === "planning");
  const loops = [
    ...pages.map((path) => ["page", path, () => visitor.ask(path)]),
    ["page", "/nl/mijn (ingelogd)", () => manager.ask("/nl/mijn")],
    // The same form again and again: the site refuses it as out of date, or is not there.
    ["form", planning, () => manager.send(planning, form, { reason: "proef" })],
    ["api", "/api/v1/voorzieningen", () => visitor.ask("/api/v1/voorzieningen?q=zaak")],
    ["health", "/healthz", () => visitor.ask("/healthz")],
    ["ready", "/readyz", () => visitor.ask("/readyz")],
  ].map(async ([kind, name, work]) => {
    while (!isOver) {
      const at = performance.now();
      const answer = await work().catch((error) => ({ status: 0, error }));
      answers.push({ kind, name, at, milliseconds: performance.now() - at, ...summarise(answer) });
      await rest(150);
    }
  });
  return {
    answers,
    stop: async () => {
      isOver = true;
      await Promise.all(loops);
      return answers;
    },
  };
}

/** What matters of an answer; a whole page would fill the memory. */
function summarise({ status, headers, body = "", error }) {
  return {
    status,
    trouble: error && String(error.cause?.code ?? error.cause ?? error),
    retryAfter: headers?.get("retry-after") ?? null,
    isDutch: body.includes('<html lang="nl">') && body.includes("Wij zijn even niet bereikbaar"),
    isProblem: headers?.get("content-type") === "application/problem+json",
  };
}
