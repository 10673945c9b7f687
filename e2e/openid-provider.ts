import { generateKeyPairSync } from "node:crypto";
import http from "node:http";
import { text } from "node:stream/consumers";
import Provider, { type AccountClaims, type ClientMetadata, type Configuration } from "oidc-provider";

/** Where the site may find a provider on loopback: the same for the site and the journeys. */
export const providerAddress = process.env.OUTBOUND_ALLOWED_HOSTS ?? "";

type Client = Required<Pick<ClientMetadata, "client_id" | "client_secret" | "redirect_uris">>;

const signingKey = {
  ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }),
  use: "sig",
  alg: "RS256",
};

/** A certified OpenID provider, as an organisation runs one. Whoever is in `people` can sign in by that name. */
export async function startOpenIdProvider() {
  if (!providerAddress) {
    throw new Error(
      "Start the site and the journeys with the same OUTBOUND_ALLOWED_HOSTS=http://127.0.0.1:<port>",
    );
  }
  const people = new Map<string, AccountClaims>();
  const clients: Client[] = [];
  let provider = makeProvider(people, clients);
  const server = http.createServer((request, response) => {
    const isAsked = /^\/interaction\//.test(request.url ?? "");
    void (isAsked ? answer(provider, request, response) : provider.callback()(request, response));
  });
  const listen = () =>
    new Promise<void>((resolve, reject) => {
      const { hostname, port } = new URL(providerAddress);
      server.once("error", reject).listen(Number(port), hostname, resolve);
    });
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen();
  return {
    issuer: providerAddress,
    people,
    /** As the administrator of an organisation does it. */
    register(client: Client) {
      clients.push(client);
      provider = makeProvider(people, clients);
    },
    restart: listen,
    stop,
  };
}

export type OpenIdProvider = Awaited<ReturnType<typeof startOpenIdProvider>>;

function makeProvider(people: Map<string, AccountClaims>, clients: Client[]): Provider {
  const configuration: Configuration = {
    clients,
    jwks: { keys: [signingKey] },
    cookies: { keys: ["only-for-automated-tests"] },
    claims: { openid: ["sub", "tid"], email: ["email", "email_verified"], profile: ["name"] },
    // As Entra ID does: what is asked for stands in the ID token.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, name) => ({ accountId: name, claims: () => people.get(name) ?? { sub: name } }),
    // An organisation has agreed for its people.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? "",
        accountId: oidc.session?.accountId ?? "",
      });
      grant.addOIDCScope("openid email profile");
      await grant.save();
      return grant;
    },
    ttl: { Session: 60, Grant: 60, Interaction: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
  };
  return new Provider(providerAddress, configuration);
}

/** The page where one signs in or stops. */
async function answer(provider: Provider, request: http.IncomingMessage, response: http.ServerResponse) {
  if (request.method !== "POST") {
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(page);
    return;
  }
  const form = new URLSearchParams(await text(request));
  const result = form.has("stop")
    ? { error: "access_denied", error_description: "The person stopped" }
    : { login: { accountId: form.get("name") ?? "", remember: false } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const page = `<!doctype html><html lang="nl"><head><title>Inloggen bij uw organisatie</title>
<link rel="icon" href="data:,"></head><body><main><h1>Inloggen bij uw organisatie</h1><form method="post">
<label>Naam <input name="name"></label> <button>Log in</button> <button name="stop" value="1">Stop</button>
</form></main></body></html>`;
