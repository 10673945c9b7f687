import { createRequire } from "node:module";
import nl from "@/messages/nl/errors.json";
import type { BuiltAction } from "./entrances";
import type { Person } from "./people";
import type { Outcome } from "./rule";

export type Fields = Record<string, string | File>;
export type Answer = { status: number; headers: Headers; text: string };

/** Asks for an address as this person, the way a browser does; redirects are not followed. */
export async function get(
  site: string,
  path: string,
  person: Person,
  more: Record<string, string> = {},
): Promise<Answer> {
  return read(await fetch(site + path, { headers: { ...asPerson(person), ...more }, redirect: "manual" }));
}

/** Sends a request with a method to a route handler; `fields` become a form. */
export async function send(
  site: string,
  { method, path, fields }: { method: string; path: string; fields?: Fields | undefined },
  person: Person,
): Promise<Answer> {
  const texts = Object.entries(fields ?? {}).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  const body = fields && new URLSearchParams(texts);
  const headers = { ...asPerson(person), origin: site };
  return read(await fetch(site + path, { method, headers, redirect: "manual", ...(body && { body }) }));
}

/** Calls a server action by its id, as anybody can who never saw its form. */
export async function call(
  site: string,
  { action, fields, path }: { action: BuiltAction; fields: Fields; path: string },
  person: Person,
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const body = await encodeReply([[], [form], [null, form]][countParameters(action)] ?? []);
  const headers = { ...asPerson(person), origin: site, "Next-Action": action.id };
  return read(await fetch(site + path, { method: "POST", headers, body, redirect: "manual" }));
}

/**
 * How many arguments the action takes, as Next writes it into the first byte of its id: none, a form (or
 * the state before), or the state and a form.
 */
function countParameters({ id }: BuiltAction): number {
  const used = (Number.parseInt(id.slice(0, 2), 16) >> 1) & 0x3f;
  return used.toString(2).replaceAll("0", "").length;
}

// The encoding of arguments is React's own and changes with its version, so React encodes.
const { encodeReply } = createRequire(import.meta.url)(
  "next/dist/compiled/react-server-dom-webpack/client.node.js",
) as { encodeReply: (value: unknown[]) => Promise<FormData | string> };

async function read(response: Response): Promise<Answer> {
  return { status: response.status, headers: response.headers, text: await response.text() };
}

function asPerson({ cookie }: Person): Record<string, string> {
  return cookie ? { cookie } : {};
}

/** What a page or route handler answered. Gates mark their heading, so that no text has to be compared. */
export function outcomeOf({ status, headers, text }: Answer): Outcome | string {
  if (status === 401) return "sign-in";
  if (status === 403) return "refused";
  if (status === 404) return "not-found";
  if (status >= 300 && status < 400) return toRedirect(headers.get("location"));
  if (status >= 400) return `status ${status}`;
  const [, gate] = / data-gate="([a-z-]+)"/.exec(text) ?? [];
  return gate ?? "ok";
}

/** What an action answered, by the sentence of its refusal; whether it did anything is for the database to say. */
export function outcomeOfAction({ status, headers, text }: Answer): Outcome | string {
  if (status === 404) return "not-found";
  if (status >= 400) return `status ${status}`;
  const to = headers.get("x-action-redirect") ?? headers.get("location");
  if (to) return toRedirect(to) === "sign-in" ? "sign-in" : "ok";
  const key = keyOf(text);
  return key ? (outcomeOfKey[key] ?? `heard: ${key}`) : "ok";
}

function toRedirect(location: string | null): Outcome {
  return /\/inloggen(?=[?#;]|$)/.test(location ?? "") ? "sign-in" : "elsewhere";
}

const outcomeOfKey: Record<string, Outcome> = {
  unauthenticated: "sign-in",
  forbidden: "refused",
  demoOnReal: "refused",
  demoPersonStays: "refused",
  invitedOtherAddress: "refused",
  secondFactorNeeded: "refused",
  freshProofNeeded: "proof",
  freshSignInNeeded: "proof",
  ownSolution: "refused",
  approverIsAuthor: "refused",
  secondPersonIsSame: "refused",
  notFound: "not-found",
};

/**
 * The key of the first refusal in an answer: its sentence, or the key itself, for a script or beside a field. What
 * begins with a dollar is no key: React's own, in a page that came along.
 */
function keyOf(text: string): string | null {
  const [, told] = /"error":"([^":$][^":]*)[^"]*"/.exec(text) ?? [];
  if (told) return told;
  const [, errors] = /"error":(\{.*?\}),"state"/.exec(text) ?? [];
  if (!errors || errors === "{}") return null;
  const said = Object.entries(JSON.parse(errors) as Record<string, string[]>);
  const [field = "", [sentence = ""] = []] = said[0] ?? [];
  return findKey(sentence) ?? `${field}: ${sentence}`;
}

function findKey(sentence: string): string | null {
  const found = Object.entries(nl).find(([key, words]) => key === sentence || isFilledFrom(words, sentence));
  return found?.[0] ?? null;
}

/** Is this the sentence, with its {blanks} filled in? */
function isFilledFrom(words: string, sentence: string): boolean {
  const parts = words.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "s").test(sentence);
}
