// A whitelist: what a browser makes of slashes, backslashes, control characters or encodings in a path
// differs, so none of them gets in. The parameters may hold encoded text, but no control characters.
const path = /^(?:\/[a-z0-9-]+)+/;
const parameters = /(?:\?(?:[\w=&.~+-]|%(?:[2-6][0-9A-F]|7[0-9A-E]|[89A-F][0-9A-F]))*)?/i;
const anchor = /(?:#[a-z0-9-]+)?$/;
const ownPath = new RegExp(path.source + parameters.source + anchor.source);

const mostCharacters = 500;

/**
 * A path of this site without its language, "/mijn/open-zaak?stand=plan", or "" for anything else: nobody
 * is sent to another site after signing in.
 */
export function toOwnPath(value: unknown): string {
  return typeof value === "string" && value.length <= mostCharacters && ownPath.test(value) ? value : "";
}
