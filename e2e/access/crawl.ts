import type { Person } from "./people";
import { table } from "./table";
import type { Thing, World } from "./things";
import { type Answer, get } from "./visit";

/** Every address that can be read, with the things of the world filled in, and what asks for a part of it. */
export function listAddresses(world: World, extra: string[] = []): string[] {
  const addresses = table
    .filter(({ entrance }) => /^(page|GET) /.test(entrance))
    .flatMap((row) => {
      const [method, pattern = ""] = row.entrance.split(" ");
      const things = row.about ? world[row.about].filter(({ isUnknown }) => !isUnknown) : [null];
      const language = method === "page" || pattern.startsWith("/inloggen") ? "/nl" : "";
      return things.map((thing) => language + (row.path ?? fillAddress(pattern, thing)) + (row.query ?? ""));
    });
  return [...new Set([...addresses, ...extra])];
}

/** Pages, and what stands among them, have a language in their address. */
export function inDutch(method: string | undefined, path: string): string {
  return method === "page" || !path.startsWith("/api/") ? `/nl${path}` : path;
}

/** "/mijn/[slug]" about this thing; "/" alone is nothing after the language. */
export function fillAddress(pattern: string, thing: Thing | null): string {
  if (pattern === "/") return "";
  const known: Record<string, string> = {
    slug: thing?.slug || "x",
    id: thing?.id || "x",
    number: thing?.number || "1",
    nummer: thing?.number || "1",
    token: thing?.token || "x",
  };
  return pattern.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => known[name] ?? "x");
}

export type Seen = Map<string, string>;

type Options = {
  /** Made for this request, not a page that was kept for visitors: as if the world has just changed. */
  isFresh?: boolean;
};

/** All that a person is sent from these addresses, headers too, by address. */
export async function crawl(
  site: string,
  person: Person,
  addresses: string[],
  { isFresh = false }: Options = {},
): Promise<Seen> {
  const seen: Seen = new Map();
  const waiting = [...addresses];
  // Whoever brings credentials of any kind is not given what is kept.
  const headers: Record<string, string> = isFresh ? { authorization: "none" } : {};
  const work = async () => {
    for (let address = waiting.pop(); address; address = waiting.pop()) {
      seen.set(address, toText(await get(site, address, person, headers)));
    }
  };
  await Promise.all([work(), work(), work()]);
  return seen;
}

// Of these it is known that they differ from one answer to the next.
const fickle =
  /^(date|etag|link|set-cookie|x-request-id|content-security-policy|content-length|ratelimit.*)$/;

function toText({ status, headers, text }: Answer): string {
  const lines = [...headers].filter(([name]) => !fickle.test(name)).map((line) => line.join(": "));
  return withoutNonces([status, ...lines, "", ...inOrder(withoutNonces(text))].join("\n"));
}

const withoutNonces = (text: string) => text.replace(/nonce(="|\\?":\\?")[\w+/=-]+/g, "nonce");

/**
 * The markup, and after it the words of the data beside it: that is cut up, numbered and sent as it was ready, and
 * so are the files of the build that are asked for.
 */
function inOrder(text: string): string[] {
  const pushed = /<script nonce">self\.__next_f\.push\((\[.*?\])\)<\/script>/gs;
  const data = [...text.matchAll(pushed)].map(([, piece = ""]) => pieceOf(piece)).join("");
  const words = data
    .split(/[^\p{L}\p{N}$@.,%_-]+/u)
    .filter((word) => !reference.test(word) && !emptiness.test(word));
  const asked = /<link [^>]*>|<script [^>]*src="[^>]*><\/script>/g;
  const markup = text.replace(pushed, "");
  return [markup.replace(asked, ""), ...new Set(words.sort())];
}

/** What the data calls its own parts. */
const reference = /^\$?[@LhTI]?[0-9a-f]{0,5},?$|^chunks$|\.js$/;

/** Places without a value: how many stand in a row depends on where the data was cut up. */
const emptiness = /^(,|null|\$undefined)+$/;

function pieceOf(pushed: string): string {
  const [, piece = ""] = JSON.parse(pushed) as [kind: number, piece?: string];
  return piece;
}
