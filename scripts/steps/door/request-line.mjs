// What is wrong with a request before anybody looks at what it asks for.

const methods = ["GET", "HEAD", "POST", "OPTIONS"];
export const longestAddress = 8 * 1024;

/** The refusal of a request whose method or address cannot be right; null when there is nothing against it. */
export function judgeRequestLine({ method, url }) {
  if (url.length > longestAddress) return { kind: "addressTooLong" };
  if (!methods.includes(method)) return { kind: "methodNotAllowed", headers: { Allow: methods.join(", ") } };
  // "GET http://other.site/" and "OPTIONS *" are for proxies.
  if (!url.startsWith("/") || !isDecodable(url)) return { kind: "badAddress" };
  return null;
}

/** NUL is no text to PostgreSQL; what cannot be decoded is a fault of the client, not of the site. */
function isDecodable(url) {
  if (/%00/.test(url)) return false;
  try {
    return decodeURIComponent(url.split("?", 1)[0]) !== "";
  } catch {
    return false;
  }
}
