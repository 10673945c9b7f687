// The door: everything between the socket and Next. Each module does one thing; here they stand in order.
import { randomUUID } from "node:crypto";
import { sendPage } from "../cache/pages.mjs";
import { readBody } from "./body.mjs";
import { listSecurityHeaders } from "./headers.mjs";
import { answerHealth, apiVersion } from "./health.mjs";
import { interpose } from "./interpose.mjs";
import { currentVisit, logVisit } from "./log.mjs";
import { fetchMissingPage } from "./not-found.mjs";
import { judgeRequestLine } from "./request-line.mjs";
import { isFromOwnSite, listOwnOrigins } from "./same-origin.mjs";
import { judgeAnswer, unavailable } from "./verdict.mjs";
import { innerHeaders, receive } from "./visit.mjs";
import { robotsText, securityText } from "./well-known.mjs";

/** Bytes of a form or another body. */
const bodyLimit = 256 * 1024;

/** Bytes of the form around a file. */
const around = 64 * 1024;

/** The pages that take a file: a spreadsheet (lib/adoptions/spreadsheet), a document (lib/adoptions/documents). */
const uploads = [
  { path: /^\/(nl|en)\/mijn\/importeren$/, limit: 4 * 1024 * 1024 + around },
  { path: /^\/(nl|en)\/mijn\/[^/]+\/documenten$/, limit: 10 * 1024 * 1024 + around },
];

/** Milliseconds that a file may be longer on its way, on an ordinary line; Node itself waits fifteen seconds. */
const moreForFiles = 7_000;

/** What a visit may bring: bytes, and milliseconds beyond the usual. */
function allowanceOf({ isReading, path: asked }) {
  const upload = isReading ? null : uploads.find(({ path }) => path.test(asked));
  return upload ? { limit: upload.limit, more: moreForFiles } : { limit: bodyLimit, more: 0 };
}

/**
 * Milliseconds within which every request has an answer, ten seconds with something to spare; a body is there
 * before. A page that began just in time may still end.
 */
const timesToLive = { deadline: 8_000, body: 7_500, ending: 1_500 };

/**
 * Makes the handler of all requests. `handle`: Next's own; `settings`: of settings.mjs; `innerOrigin`: where
 * this server reaches itself; the others make a part each.
 */
export function makeDoor({
  times = timesToLive,
  handle,
  settings,
  innerOrigin,
  log,
  refusals,
  takeTurn,
  answerReadiness,
  findRoute,
  pages = null,
}) {
  const securityHeaders = listSecurityHeaders(settings);
  const ownOrigins = listOwnOrigins(settings.site.origin);
  const own = new Map([
    ["/healthz", answerHealth],
    ["/readyz", answerReadiness],
    ["/robots.txt", () => robotsText(settings)],
    ["/.well-known/security.txt", () => securityText(settings)],
  ]);

  return function open(request, response) {
    const address = pages?.addressOf(request) ?? null;
    const kept = address === null ? undefined : pages.find(address);
    if (kept) return sendKept(request, response, kept);
    const { origin } = request.headers;
    const visit = receive(request, settings);
    if (ownOrigins.includes(origin)) request.headers.host = new URL(origin).host;
    if (!visit.isInner) logVisit(log, { visit, response, findRoute });
    response.setHeader("X-Request-Id", visit.id);
    for (const [name, value] of securityHeaders) response.setHeader(name, value);
    if (visit.path.startsWith("/api/v1/")) response.setHeader("API-Version", apiVersion);
    return currentVisit.run(visit, () => serve(request, response, visit, visit.isInner ? null : address));
  };

  /** The short way: nothing of the request reaches the application, so there is nothing to judge. */
  function sendKept(request, response, page) {
    const { method, url } = request;
    const visit = { id: randomUUID(), method, path: url.split("?", 1)[0], startedAt: performance.now() };
    logVisit(log, { visit, response, findRoute });
    response.setHeader("X-Request-Id", visit.id);
    return sendPage(request, response, page);
  }

  async function serve(request, response, visit, address) {
    const takeOver = interpose(response, () =>
      judgeAnswer(response, visit, {
        site: settings.site,
        refusals,
        fetchMissing: () => fetchMissingPage(innerOrigin, request, visit),
      }),
    );
    const refuse = (refusal) => takeOver(refusals.refuse(visit, refusal));
    const { limit, more } = allowanceOf(visit);
    let timer = setTimeout(() => {
      if (refuse(unavailable(visit))) return;
      timer = setTimeout(() => giveUp(response), times.ending);
    }, times.deadline + more);
    response.once("close", () => clearTimeout(timer));
    try {
      const refusal = await judge(request, response, visit);
      if (refusal) return refuse(refusal);
      const answer = visit.isReading ? await own.get(visit.path)?.() : null;
      if (answer) return takeOver(answer);
      const page = address && (await pages.obtain(address, innerHeaders(request, { isAnonymous: true })));
      if (page) {
        visit.policy = page.policy;
        return sendPage(request, response, page);
      }
      const whole = await readBody(request, { limit, milliseconds: times.body + more });
      await handle(whole, response);
    } catch (fault) {
      if (!fault?.kind) console.error(fault);
      refuse(fault?.kind ? fault : visit.trouble ? unavailable(visit) : { kind: "failed" });
    }
  }

  /** What speaks against the request before Next sees it, cheapest first. */
  async function judge(request, response, visit) {
    const fault = judgeRequestLine(request);
    if (fault || visit.isInner) return fault;
    if (!isFromOwnSite(request, ownOrigins)) return { kind: "notFromHere" };
    const turn = await takeTurn(visit);
    if (!turn) return null;
    for (const [name, value] of Object.entries(turn.headers)) response.setHeader(name, value);
    return turn.isAllowed ? null : { kind: "tooMany", retryAfter: turn.retryAfter };
  }
}

/** A page that began and does not end is cut off; a file may take as long as it needs. */
function giveUp(response) {
  if (String(response.getHeader("content-type")).startsWith("text/html")) response.destroy();
}
