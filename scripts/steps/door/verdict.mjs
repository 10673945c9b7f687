// What to do with the answer that Next is about to give.

export const retryAfter = 30;

/**
 * Judges an answer when its head is known: null lets it go, a page with its policy; else what is
 * sent instead. `site`: our own address; `fetchMissing`: gives the page for what does not exist.
 */
export function judgeAnswer(response, visit, { site, refusals, fetchMissing }) {
  const type = String(response.getHeader("content-type") ?? "");
  const isPage = type.startsWith("text/html");
  if (response.statusCode === 404 && isPage && visit.method === "GET" && !visit.isInner)
    return fetchMissing();
  if (response.statusCode >= 500) return judgeFailure(type, visit, refusals);
  const elsewhere = findForeignTarget(response, visit, site);
  if (elsewhere) return refusals.leave(visit, elsewhere);
  if (isPage) response.setHeader("Content-Security-Policy", visit.policy);
  return null;
}

/** A database that is gone is no fault of the page: people and programs are told when to come back. */
function judgeFailure(type, visit, refusals) {
  if (visit.trouble) return refusals.refuse(visit, unavailable(visit));
  if (type.startsWith("text/html") || type === "" || type.startsWith("text/plain"))
    return refusals.refuse(visit, { kind: "failed" });
  return null;
}

/** The refusal of a visit that the database or the time left in the lurch. */
export function unavailable({ isReading }) {
  return { kind: isReading ? "unavailable" : "unavailableAfterSending", retryAfter };
}

/**
 * Where a form leads when that is another site, such as the provider with which somebody signs in. Browsers
 * hold the policy of forms ('self') against such a redirect too; a page in between does not weaken it.
 */
function findForeignTarget(response, { isReading, format }, site) {
  const location = response.getHeader("location");
  if (isReading || format !== "page" || !location || ![302, 303].includes(response.statusCode)) return null;
  const target = URL.canParse(String(location), site.origin) ? new URL(String(location), site.origin) : null;
  if (!target || target.origin === site.origin || !/^https?:$/.test(target.protocol)) return null;
  return target.href;
}
