// The files of a build and of public/, read and packed once, at the first request for each.
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { filePolicy } from "../door/csp.mjs";
import { inRoot } from "../paths.mjs";
import { pack, toHeads } from "./document.mjs";
import { withoutComments } from "./source.mjs";

const types = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** What is packed in itself. */
const isPacked = (file) => file.endsWith(".woff2");

/** Of the headers that protect a page, those that mean something on a file; the others weigh more than an icon. */
const protective = ["Content-Security-Policy", "X-Content-Type-Options", "Cross-Origin-Resource-Policy"];
const onlyHttps = "Strict-Transport-Security";

/**
 * The files of this process by their address. `securityHeaders`: name and value of each; `places`: where
 * files stand, under which address, and how long a browser may keep them. A name in the build tells its
 * content, so such a file never changes.
 */
export function makeFiles({ securityHeaders, places = standardPlaces }) {
  const known = new Map(places.flatMap(listFiles));
  const ready = new Map();
  const fixed = Object.fromEntries(
    securityHeaders.filter(([name]) => protective.includes(name) || name === onlyHttps),
  );

  async function make({ file, caching }) {
    const content = toSent(file, await readFile(file));
    const { etag, ...bodies } = await pack(content, { isFinal: true, isPacked: isPacked(file) });
    const head = {
      ...fixed,
      "Content-Type": types[extname(file)],
      "Cache-Control": caching,
      ...(bodies.br && { Vary: "Accept-Encoding" }),
    };
    return { ...toHeads({ head, etag, bodies }), policy: filePolicy };
  }

  return {
    /** Is there a file at this address? */
    has: (address) => known.has(address),
    /** The file as it is sent, when somebody asked for it before. */
    find: (address) => ready.get(address),
    async obtain(address) {
      const entry = await make(known.get(address));
      ready.set(address, entry);
      return entry;
    },
  };
}

/** The build leaves no comments in its files. */
const toSent = (file, content) => (file.endsWith(".js") ? withoutComments(content.toString()) : content);

const standardPlaces = [
  {
    folder: inRoot(".next", "static"),
    under: "/_next/static/",
    caching: "public, max-age=31536000, immutable",
  },
  { folder: inRoot("public"), under: "/", caching: "public, no-cache" },
];

function listFiles({ folder, under, caching }) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name) in types)
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [under + relative(folder, file).split(sep).join("/"), { file, caching }];
    });
}
