import "server-only";
import { z } from "zod";
import { OutboundError, type OutboundReason, outbound } from "./outbound";

/** Why a provider cannot be used: nothing came, or what came is not good enough. */
export type DiscoveryReason = OutboundReason | "issuer" | "endpoint" | "code" | "pkce" | "signing" | "keys";

export class DiscoveryError extends Error {
  constructor(
    readonly reason: DiscoveryReason,
    /** A status, a name of a field, an address: for the sentence. */
    readonly detail = "",
  ) {
    super(detail ? `${reason}: ${detail}` : reason);
    this.name = "DiscoveryError";
  }
}

/** What signing in needs to know of a provider. */
export type Discovery = {
  issuer: string;
  authorizationEndpoint: string;
  tokenEndpoint: string;
  jwksUri: string;
  signingAlgorithm: string;
  tokenAuthMethod: "client_secret_basic" | "client_secret_post";
  scope: string;
};

const texts = (fallback: string[]) => z.array(z.string()).catch(fallback);

/** OpenID Connect Discovery 1.0, section 3; what is left out has the value that the standard gives it. */
const documentSchema = z.object({
  issuer: z.string().catch(""),
  authorization_endpoint: z.string().catch(""),
  token_endpoint: z.string().catch(""),
  jwks_uri: z.string().catch(""),
  response_types_supported: texts(["code"]),
  id_token_signing_alg_values_supported: texts(["RS256"]),
  token_endpoint_auth_methods_supported: texts(["client_secret_basic"]),
  scopes_supported: texts([]),
  // Entra ID and ADFS know PKCE without saying so.
  code_challenge_methods_supported: texts(["S256"]),
});

type Document = z.infer<typeof documentSchema>;

/** Signatures with a key of the provider alone, best known first; never "none", never our own secret. */
const algorithms = ["RS256", "PS256", "ES256", "RS384", "PS384", "ES384", "RS512", "PS512", "ES512", "EdDSA"];

/** Where a provider tells about itself. */
export function discoveryAddress(issuer: string): string {
  return `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`;
}

/**
 * Asks a provider about itself, anew each time: what changed there counts at the next sign-in.
 * It must call itself by exactly the issuer that was configured, and every address that it names is guarded.
 */
export async function discover(issuer: string): Promise<Discovery> {
  const document = await readDocument(discoveryAddress(issuer));
  if (document.issuer !== issuer) throw new DiscoveryError("issuer", document.issuer.slice(0, 200));
  if (!document.response_types_supported.includes("code")) throw new DiscoveryError("code");
  if (!document.code_challenge_methods_supported.includes("S256")) throw new DiscoveryError("pkce");
  return {
    issuer,
    authorizationEndpoint: readEndpoint(document, "authorization_endpoint"),
    tokenEndpoint: readEndpoint(document, "token_endpoint"),
    jwksUri: readEndpoint(document, "jwks_uri"),
    signingAlgorithm: chooseAlgorithm(document),
    tokenAuthMethod: chooseMethod(document),
    // ADFS puts a mail address in the ID token only for whoever asks for this scope of its own.
    scope: `openid profile email${document.scopes_supported.includes("allatclaims") ? " allatclaims" : ""}`,
  };
}

/** Does the provider publish a key that signatures can be checked with? Refuses (keys) otherwise. */
export async function requireKeys({ jwksUri }: Discovery): Promise<void> {
  const parsed = z.object({ keys: z.array(z.unknown()).min(1) }).safeParse(await getJson(jwksUri));
  if (!parsed.success) throw new DiscoveryError("keys");
}

async function readDocument(address: string): Promise<Document> {
  const parsed = documentSchema.safeParse(await getJson(address));
  if (!parsed.success) throw new DiscoveryError("format");
  return parsed.data;
}

async function getJson(address: string): Promise<unknown> {
  try {
    return await outbound().getJson(address);
  } catch (error) {
    throw error instanceof OutboundError ? new DiscoveryError(error.reason, error.detail) : error;
  }
}

type Endpoint = "authorization_endpoint" | "token_endpoint" | "jwks_uri";

function readEndpoint(document: Document, name: Endpoint): string {
  try {
    return outbound().check(document[name]).href;
  } catch {
    throw new DiscoveryError("endpoint", name);
  }
}

function chooseAlgorithm({ id_token_signing_alg_values_supported: offered }: Document): string {
  const chosen = algorithms.find((algorithm) => offered.includes(algorithm));
  if (!chosen) throw new DiscoveryError("signing", offered.join(", ").slice(0, 200));
  return chosen;
}

function chooseMethod({
  token_endpoint_auth_methods_supported: offered,
}: Document): Discovery["tokenAuthMethod"] {
  const isBasic = offered.includes("client_secret_basic") || !offered.includes("client_secret_post");
  return isBasic ? "client_secret_basic" : "client_secret_post";
}
