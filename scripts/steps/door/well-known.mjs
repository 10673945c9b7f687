// The two files that programs ask every site for.

const day = 86_400_000;

/** Where to report a security fault (RFC 9116), or null when nobody said so. Valid for half a year from today. */
export function securityText({ site, contact, now = new Date() }) {
  if (!contact) return null;
  const midnight = Math.floor(now.getTime() / day) * day;
  return text([
    `Contact: ${contact}`,
    `Expires: ${new Date(midnight + 180 * day).toISOString()}`,
    "Preferred-Languages: nl, en",
    `Canonical: ${site.origin}/.well-known/security.txt`,
  ]);
}

/** What search engines may read: what is public; of a demonstration, with its invented people, nothing. */
export function robotsText({ isDemo }) {
  const closed = isDemo ? ["/"] : ["/api/", "/*/mijn", "/*/beheer", "/*/inloggen", "/*?"];
  return text(["User-agent: *", ...closed.map((path) => `Disallow: ${path}`)]);
}

function text(lines) {
  return {
    status: 200,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
    body: `${lines.join("\n")}\n`,
  };
}
