// One request as the server sees it, and what it tells the application about it.
import { randomBytes, randomUUID } from "node:crypto";
import { findClientAddress, toNetwork } from "./client-address.mjs";
import { makeNonce, pagePolicy } from "./csp.mjs";

/** Proves that a request comes from this very process; Next passes the headers of a visitor on when it asks itself. */
const innerHeader = "x-pluseen-inner";
const innerSecret = randomBytes(24).toString("base64url");

// What only Next or a proxy of ours may say. Next's own client sends RSC, Next-Action, Next-Router-* and Next-Url.
const internal =
  /^(x-(middleware|nextjs|invoke|now|vercel|matched|prerender|forwarded|original|rewrite|http-method|next|pluseen)\b.*|x-action-forwarded|x-real-ip|forwarded|next-resume|content-security-policy(-report-only)?|x-request-id|x-client-network)$/;

/**
 * Looks at who asks, takes everything out of the headers that a client may not say, and puts in what the
 * application goes by: x-request-id, x-client-network, the name of the site, and the nonce of the answer.
 */
export function receive(request, { site, trustedProxies, isSecure, isDev }) {
  const { headers } = request;
  headers["x-page-address"] = request.url;
  if (headers[innerHeader] === innerSecret) return receiveInner(request);
  const id = randomUUID();
  const address = findClientAddress(request.socket.remoteAddress, headers["x-forwarded-for"], trustedProxies);
  const nonce = makeNonce();
  const policy = pagePolicy({ nonce, isSecure, isDev });
  for (const name in headers) if (internal.test(name)) delete headers[name];
  headers["x-asked-host"] = headers.host ?? "";
  // Once approved the origin names the host; else it is the site's own, whatever a client calls it.
  headers.host = site.host;
  headers["x-forwarded-proto"] = isSecure ? "https" : "http";
  headers["x-request-id"] = id;
  headers["x-client-network"] = toNetwork(address);
  headers["content-security-policy"] = policy;
  headers[innerHeader] = innerSecret;
  return { ...outline(request), id, address, nonce, policy, isInner: false };
}

/** The headers with which this process asks itself for a page on behalf of a visit, or of any visitor. */
export function innerHeaders({ headers }, { isAnonymous = false } = {}) {
  const names = [innerHeader, "x-request-id", "x-client-network", "content-security-policy"];
  if (!isAnonymous) names.push("cookie");
  return Object.fromEntries(names.flatMap((name) => (headers[name] ? [[name, headers[name]]] : [])));
}

function receiveInner(request) {
  const { headers } = request;
  const policy = headers["content-security-policy"];
  const id = headers["x-request-id"];
  return { ...outline(request), id, address: "", nonce: "", policy, isInner: true };
}

function outline({ method, url, headers }) {
  const path = url.split("?", 1)[0];
  const isForProgram = path.startsWith("/api/");
  const isScripted = "next-action" in headers || "rsc" in headers;
  return {
    method,
    path,
    isReading: method === "GET" || method === "HEAD" || method === "OPTIONS",
    locale: path === "/en" || path.startsWith("/en/") ? "en" : "nl",
    format: isForProgram ? "problem" : isScripted ? "word" : "page",
    startedAt: performance.now(),
    /** The first fault of the database during this visit, if any. */
    trouble: null,
  };
}
