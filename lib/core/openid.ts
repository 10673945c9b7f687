import "server-only";
import type { NextAuthOptions } from "next-auth";
import { type Discovery, DiscoveryError, discover } from "./discovery";
import { env } from "./env";
import { logFailure } from "./log";
import { ask, type Cookies, toJar } from "./next-auth";
import { OutboundError, outbound } from "./outbound";
import { cookieName, cookieOptions } from "./session";

// The code flow of OpenID Connect with PKCE, state and nonce, by next-auth and its openid-client. They keep the
// three secrets of a flow in sealed cookies and judge what comes back; who that is to us is for lib/accounts.

/** A provider as it is configured, its secret opened. The id is part of its callback address. */
export type OpenIdProvider = { id: string; issuer: string; clientId: string; clientSecret: string };

/** Why a flow gave no identity; each has a sentence on the sign-in page. */
export type FlowFailure = "cancelled" | "expired" | "unreachable" | "settings" | "rejected";

export type Claims = Record<string, unknown>;
export type FlowResult = { claims: Claims } | { failure: FlowFailure };

/** Of a flow, in seconds: long enough to type a password and approve on a phone. */
export const flowLifetime = 15 * 60;

/** The address that the provider sends people back to; it must be registered there. */
export function callbackAddress(providerId: string): string {
  return `${env().NEXTAUTH_URL.replace(/\/$/, "")}/api/auth/callback/${providerId}`;
}

/**
 * Begins a flow: where the browser goes, and the Set-Cookie lines that it takes along.
 * Refuses with the failure when the provider does not answer or is not as it should be.
 */
export async function beginFlow(
  provider: OpenIdProvider,
): Promise<{ location: string; cookies: string[] } | { failure: FlowFailure }> {
  const found = await discoverOrFail(provider);
  if ("failure" in found) return found;
  const options = toOptions(provider, found.discovery, {});
  // Next-auth starts a flow for a form with its own token only; here that form is this function.
  const { body, cookies } = await ask({ method: "GET", nextauth: ["csrf"], options });
  const { location, cookies: made } = await ask({
    method: "POST",
    nextauth: ["signin", provider.id],
    body: { ...Object(body) },
    cookies: toJar(cookies),
    options,
  });
  // Anything else than the provider itself is next-auth's page of errors.
  if (!location || !made.some((line) => line.startsWith(`${flowCookie("state")}=`)))
    return { failure: "settings" };
  return { location, cookies: made.filter(isOfFlow) };
}

/**
 * Ends a flow: the claims that the provider signed for this browser and this flow, or why there are none.
 * Checked: state, PKCE, nonce, signature, issuer, audience, times.
 */
export async function finishFlow(
  provider: OpenIdProvider,
  { query, cookies }: { query: Record<string, string>; cookies: Cookies },
): Promise<FlowResult> {
  if (query.error) return { failure: failures.get(query.error) ?? "settings" };
  // No cookie of this flow: it was finished before, took too long, or began in another browser.
  if (!flowParts.every((part) => cookies[flowCookie(part)])) return { failure: "expired" };
  const found = await discoverOrFail(provider);
  if ("failure" in found) return found;
  const outcome: Outcome = {};
  const options = toOptions(provider, found.discovery, outcome);
  const own = Object.fromEntries(
    flowParts.map((part) => [flowCookie(part), cookies[flowCookie(part)] ?? ""]),
  );
  await ask({ method: "GET", nextauth: ["callback", provider.id], query, cookies: own, options });
  return outcome.claims ? { claims: outcome.claims } : { failure: outcome.failure ?? "expired" };
}

/** The cookies of a flow, to be taken back however it went. */
export function flowCookieNames(): string[] {
  return flowParts.map(flowCookie);
}

/** Errors that a provider sends back with the browser; all others are about how it is set up. */
const failures = new Map<string, FlowFailure>([
  ["access_denied", "cancelled"],
  ["interaction_required", "cancelled"],
  ["login_required", "cancelled"],
  ["server_error", "unreachable"],
  ["temporarily_unavailable", "unreachable"],
]);

const flowParts = ["state", "nonce", "pkceCodeVerifier"] as const;

const flowCookie = (part: (typeof flowParts)[number]) => cookieName(`pluseen.${part}`);
const isOfFlow = (line: string) => flowParts.some((part) => line.startsWith(`${flowCookie(part)}=`));

/** What comes out of the hooks of next-auth, in this request alone. */
type Outcome = { claims?: Claims; failure?: FlowFailure };

function toOptions(provider: OpenIdProvider, discovery: Discovery, outcome: Outcome): NextAuthOptions {
  const cookie = { ...cookieOptions(), maxAge: flowLifetime };
  return {
    secret: env().NEXTAUTH_SECRET,
    providers: [toProvider(provider, discovery, outcome)],
    cookies: Object.fromEntries(flowParts.map((part) => [part, { name: flowCookie(part), options: cookie }])),
    // Its own log would hold tokens and claims; `reportFailure` says what an operator needs.
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
    callbacks: {
      redirect: ({ baseUrl }) => baseUrl,
      // The session is made by lib/accounts, in one transaction with the account: next-auth ends here.
      signIn: ({ profile }) => {
        outcome.claims = { ...profile };
        return "/";
      },
    },
  };
}

function toProvider(
  { id, issuer, clientId, clientSecret }: OpenIdProvider,
  discovery: Discovery,
  outcome: Outcome,
): NextAuthOptions["providers"][number] {
  return {
    id,
    name: id,
    type: "oauth",
    issuer,
    clientId,
    clientSecret,
    client: {
      token_endpoint_auth_method: discovery.tokenAuthMethod,
      id_token_signed_response_alg: discovery.signingAlgorithm,
    },
    authorization: { url: discovery.authorizationEndpoint, params: { scope: discovery.scope } },
    token: { url: discovery.tokenEndpoint, request: (context) => requestTokens(context, outcome) },
    jwks_endpoint: discovery.jwksUri,
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    // The guard's own limit comes first; this one is next-auth's.
    httpOptions: { agent: outbound().agentFor(new URL(discovery.tokenEndpoint)), timeout: 10_000 },
    profile: ({ sub }: Claims) => ({ id: String(sub) }),
  };
}

type TokenHandler = Extract<
  Extract<NextAuthOptions["providers"][number], { type: "oauth" }>["token"],
  object
>;
type TokenRequest = NonNullable<TokenHandler["request"]>;

/** What next-auth does by itself, but keeping why it failed. */
async function requestTokens(
  { client, provider, params, checks }: Parameters<TokenRequest>[0],
  outcome: Outcome,
): Promise<Awaited<ReturnType<TokenRequest>>> {
  try {
    if (!params.code || params.state !== checks.state) {
      outcome.failure = "expired";
      throw new Error("the answer is not of this flow");
    }
    return { tokens: await client.callback(provider.callbackUrl, params, checks) };
  } catch (error) {
    outcome.failure ??= toFailure(error);
    reportFailure(provider.id, error);
    throw error;
  }
}

/** The errors of openid-client: of the provider (OPError), of our judgement (RPError), of the network. */
function toFailure(error: unknown): FlowFailure {
  if (error instanceof DiscoveryError) return isNetwork(error.reason) ? "unreachable" : "settings";
  if (error instanceof OutboundError) return error.reason === "address" ? "settings" : "unreachable";
  const { name, error: code } = Object(error) as { name?: string; error?: string };
  if (name === "RPError") return "rejected";
  if (name !== "OPError") return "unreachable";
  if (code === "invalid_grant") return "expired";
  // Without a code of the standard it is a status: "expected 200 OK, got: 503 Service Unavailable".
  return code?.startsWith("expected") ? "unreachable" : "settings";
}

const isNetwork = (reason: DiscoveryError["reason"]) =>
  ["unreachable", "slow", "status", "large", "format"].includes(reason);

async function discoverOrFail(
  provider: OpenIdProvider,
): Promise<{ discovery: Discovery } | { failure: FlowFailure }> {
  try {
    return { discovery: await discover(provider.issuer) };
  } catch (error) {
    if (!(error instanceof DiscoveryError)) throw error;
    reportFailure(provider.id, error);
    return { failure: toFailure(error) };
  }
}

/** For the operator; a description by the provider may name a person, so only its code is kept. */
function reportFailure(providerId: string, error: unknown): void {
  const { name, message, error: code } = Object(error) as { name?: string; message?: string; error?: string };
  logFailure(`sign-in through ${providerId} failed: ${name} ${(code ?? message ?? "").slice(0, 200)}`);
}
