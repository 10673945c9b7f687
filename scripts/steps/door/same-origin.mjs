// Only pages of this site may make it do something: what another site lets a browser send is refused.

const readingMethods = ["GET", "HEAD", "OPTIONS"];

/** The origins that are this site: its address, and on the own machine the other names of that machine. */
export function listOwnOrigins(siteAddress) {
  const { origin, protocol, hostname, port } = new URL(siteAddress);
  const names = ["localhost", "127.0.0.1", "[::1]"];
  if (!names.includes(hostname)) return [origin];
  return names.map((name) => `${protocol}//${name}${port && `:${port}`}`);
}

/**
 * May this request change something? A browser says in Origin which site sends it; where it does not, only
 * Sec-Fetch-Site, which no page can set, proves that it is ours.
 */
export function isFromOwnSite({ method, headers }, ownOrigins) {
  if (readingMethods.includes(method)) return true;
  if (headers.origin !== undefined) return ownOrigins.includes(headers.origin);
  return headers["sec-fetch-site"] === "same-origin";
}
