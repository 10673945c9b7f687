import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type Behaviour, forgeries, type Json, seconds, startProvider } from "./testing/openid-provider";

const remote = await startProvider();
const { issuer, asked, behave } = remote;
afterAll(() => remote.stop());

vi.stubEnv("DATABASE_URL", "postgresql://localhost/none");
vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
vi.stubEnv("NEXTAUTH_SECRET", "a-secret-only-for-automated-tests");
vi.stubEnv("OUTBOUND_ALLOWED_HOSTS", remote.host);
const { beginFlow, callbackAddress, finishFlow, flowCookieNames } = await import("./openid");

beforeEach(() => {
  behave();
  asked.length = 0;
  vi.spyOn(console, "error").mockImplementation(() => undefined);
});

const provider = { id: "2f1c", issuer, clientId: "pluseen", clientSecret: "geheim: % & +" };

/** Begins a flow and returns what the browser then has: the address it goes to, and its cookies. */
async function begin() {
  const begun = await beginFlow(provider);
  if ("failure" in begun) throw new Error(begun.failure);
  const cookies: Record<string, string> = {};
  for (const line of begun.cookies) {
    const [name = "", value = ""] = (line.split(";")[0] ?? "").split("=");
    cookies[name] = decodeURIComponent(value);
  }
  const sent = new URL(begun.location).searchParams;
  remote.expectNonce(sent.get("nonce"));
  return { ...begun, jar: cookies, sent, state: sent.get("state") ?? "" };
}

async function signIn(query: Record<string, string> = {}) {
  const { jar, state } = await begin();
  return finishFlow(provider, { query: { code: "c", state, ...query }, cookies: jar });
}

test("a flow asks for a code with PKCE, state and nonce, and returns to our own address", async () => {
  const { location, cookies, sent } = await begin();
  expect(location.startsWith(`${issuer}/authorize?`)).toBe(true);
  expect(Object.fromEntries(sent)).toMatchObject({
    client_id: "pluseen",
    response_type: "code",
    scope: "openid profile email",
    code_challenge_method: "S256",
    redirect_uri: callbackAddress(provider.id),
  });
  for (const name of ["state", "nonce", "code_challenge"]) expect(sent.get(name)?.length).toBeGreaterThan(40);
  expect(cookies.map((line) => line.split("=")[0]).sort()).toEqual(flowCookieNames().sort());
  expect(cookies).toHaveLength(3);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^pluseen\.(state|nonce|pkceCodeVerifier)=/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toContain(sent.get("state") ?? "");
  }
  expect(location).not.toContain("geheim");
});

test("what was signed for this flow comes out", async () => {
  expect(await signIn()).toMatchObject({ claims: { sub: "persoon-1", email: "jan@zwolle.nl", iss: issuer } });
  const exchange = asked.find(({ path }) => path === "/token");
  expect(exchange?.body.get("code")).toBe("c");
  expect(exchange?.body.get("code_verifier")?.length).toBeGreaterThan(40);
  expect(exchange?.body.get("client_secret")).toBeNull();
  const [id, secret] = Buffer.from(exchange?.authorization?.slice(6) ?? "", "base64")
    .toString()
    .split(":");
  expect([id, decodeURIComponent((secret ?? "").replaceAll("+", " "))]).toEqual(["pluseen", "geheim: % & +"]);
});

test("a provider that wants the secret in the form gets it there", async () => {
  behave({
    discovery: (found) => ({ ...found, token_endpoint_auth_methods_supported: ["client_secret_post"] }),
  });
  expect(await signIn()).toHaveProperty("claims");
  expect(asked.find(({ path }) => path === "/token")?.body.get("client_secret")).toBe(provider.clientSecret);
});

test("of ADFS all claims are asked for in the ID token", async () => {
  behave({ discovery: (found) => ({ ...found, scopes_supported: ["openid", "email", "allatclaims"] }) });
  expect((await begin()).sent.get("scope")).toBe("openid profile email allatclaims");
});

test("a small difference of the clocks is no problem", async () => {
  behave({ claims: (found) => ({ ...found, exp: seconds() - 3, iat: seconds() + 5 }) });
  expect(await signIn()).toHaveProperty("claims");
});

describe("a token that is not for this flow gives no identity", () => {
  const changed: [string, (claims: Json) => Json][] = [
    ["another issuer", (found) => ({ ...found, iss: "https://login.evil.example" })],
    ["the issuer with a slash", (found) => ({ ...found, iss: `${issuer}/` })],
    ["the issuer in capitals", (found) => ({ ...found, iss: issuer.toUpperCase() })],
    ["no issuer", ({ iss: _, ...found }) => found],
    ["another audience", (found) => ({ ...found, aud: "andere-site" })],
    ["no audience", ({ aud: _, ...found }) => found],
    ["several audiences, not said for whom", (found) => ({ ...found, aud: ["pluseen", "andere-site"] })],
    ["given out for another", (found) => ({ ...found, aud: ["pluseen", "x"], azp: "x" })],
    ["another nonce", (found) => ({ ...found, nonce: "van-een-ander" })],
    ["no nonce", ({ nonce: _, ...found }) => found],
    ["expired", (found) => ({ ...found, exp: seconds() - 60 })],
    ["no end", ({ exp: _, ...found }) => found],
    ["an end that is no number", (found) => ({ ...found, exp: "morgen" })],
    ["not valid yet", (found) => ({ ...found, nbf: seconds() + 600 })],
    ["no moment", ({ iat: _, ...found }) => found],
    ["no subject", ({ sub: _, ...found }) => found],
    ["the hash of another access token", (found) => ({ ...found, at_hash: "xxxxxxxxxxxxxxxxxxxxxx" })],
  ];

  test.each(changed)("%s", async (_, claimsOf) => {
    behave({ claims: claimsOf });
    expect(await signIn()).toEqual({ failure: "rejected" });
  });

  const forged: [string, Partial<Behaviour>][] = [
    ["no signature", { header: { alg: "none" }, sign: () => "" }],
    ["no signature, in other letters", { header: { alg: "nOnE" }, sign: () => "" }],
    ["a signature by another key", { sign: forgeries.signByAnother }],
    ["an empty signature", { sign: () => "" }],
    [
      "signed with our own secret",
      {
        header: { alg: "HS256" },
        sign: forgeries.signWithSecret(provider.clientSecret),
      },
    ],
    [
      "signed with the public key as a secret",
      {
        header: { alg: "HS256", kid: "1" },
        sign: forgeries.signWithPublicKey,
      },
    ],
    [
      "a key that the token brings along",
      {
        header: { alg: "RS256", jwk: forgeries.keyOfAnother },
        sign: forgeries.signByAnother,
      },
    ],
    ["a key that is not published", { header: { alg: "RS256", kid: "2" } }],
    ["no keys at all", { jwks: () => ({ keys: [] }) }],
  ];

  test.each(forged)("%s", async (_, forgery) => {
    behave({ ...forgery });
    expect(await signIn()).toEqual({ failure: "rejected" });
  });

  test("a key that hides behind an address in the token is never fetched", async () => {
    behave({ header: { alg: "RS256", kid: "9", jku: `${issuer}/evil` } });
    expect(await signIn()).toEqual({ failure: "rejected" });
    expect(asked.map(({ path }) => path)).not.toContain("/evil");
  });
});

describe("a callback of another flow gives no identity", () => {
  test.each<Record<string, string>>([{ state: "x" }, { state: "" }, { code: "" }])("%j", async (query) => {
    expect(await signIn(query)).toEqual({ failure: "expired" });
    expect(asked.some(({ path }) => path === "/token")).toBe(false);
  });

  test("of another browser: no cookies", async () => {
    const { state } = await begin();
    expect(await finishFlow(provider, { query: { code: "c", state }, cookies: {} })).toEqual({
      failure: "expired",
    });
  });

  test("of another provider: its cookies do not fit", async () => {
    const { jar, state } = await begin();
    const result = await finishFlow(
      { ...provider, id: "another" },
      { query: { code: "c", state }, cookies: jar },
    );
    expect(result).toEqual({ failure: "expired" });
  });

  test("with cookies that were made up", async () => {
    const { jar, state } = await begin();
    const made = Object.fromEntries(Object.keys(jar).map((name) => [name, `x${jar[name]}`]));
    expect(await finishFlow(provider, { query: { code: "c", state }, cookies: made })).toEqual({
      failure: "expired",
    });
  });

  test("with the nonce of an earlier one", async () => {
    const first = await begin();
    const second = await begin();
    const jar = { ...second.jar, "pluseen.nonce": first.jar["pluseen.nonce"] ?? "" };
    expect(await finishFlow(provider, { query: { code: "c", state: second.state }, cookies: jar })).toEqual({
      failure: "rejected",
    });
  });

  test("an issuer beside the code that is not this provider", async () => {
    expect(await signIn({ iss: "https://login.evil.example" })).toEqual({ failure: "rejected" });
  });

  test("a whole token in the address is not believed in place of a code", async () => {
    const { jar, state } = await begin();
    const query = { state, id_token: remote.signedToken(remote.claims()) };
    expect(await finishFlow(provider, { query, cookies: jar })).toEqual({ failure: "expired" });
  });
});

describe("why it failed is told apart", () => {
  test.each([
    ["access_denied", "cancelled"],
    ["temporarily_unavailable", "unreachable"],
    ["invalid_scope", "settings"],
    ["<script>", "settings"],
    ["constructor", "settings"],
  ])("the provider answers %s", async (error, failure) => {
    expect(await signIn({ error })).toEqual({ failure });
  });

  test.each([
    [400, { error: "invalid_grant" }, "expired"],
    [401, { error: "invalid_client", error_description: "jan@zwolle.nl" }, "settings"],
    [503, {}, "unreachable"],
    [302, {}, "unreachable"],
  ])("the exchange answers %i %j", async (status, body, failure) => {
    behave({ token: () => ({ status, body }) });
    expect(await signIn()).toEqual({ failure });
    expect(JSON.stringify(vi.mocked(console.error).mock.calls)).not.toContain("jan@");
  });

  test("the exchange gives no token about the person", async () => {
    behave({ token: () => ({ status: 200, body: { access_token: "a", token_type: "Bearer" } }) });
    expect(await signIn()).toHaveProperty("failure");
  });

  const documents: [string, (document: Json) => Json, string][] = [
    ["another issuer", (found) => ({ ...found, issuer: `${issuer}/` }), "settings"],
    ["no issuer", ({ issuer: _, ...found }) => found, "settings"],
    [
      "a code exchange inside",
      (found) => ({ ...found, token_endpoint: "https://169.254.169.254/t" }),
      "settings",
    ],
    ["keys inside", (found) => ({ ...found, jwks_uri: "http://127.0.0.1:80/k" }), "settings"],
    [
      "a page that is a script",
      (found) => ({ ...found, authorization_endpoint: "javascript:alert(1)" }),
      "settings",
    ],
    [
      "no signatures but with a shared secret",
      (found) => ({ ...found, id_token_signing_alg_values_supported: ["HS256", "none"] }),
      "settings",
    ],
    ["no code flow", (found) => ({ ...found, response_types_supported: ["id_token"] }), "settings"],
    ["only weak PKCE", (found) => ({ ...found, code_challenge_methods_supported: ["plain"] }), "settings"],
    ["a list", () => [] as unknown as Json, "unreachable"],
  ];

  test.each(documents)("the provider tells about itself: %s", async (_, discovery, failure) => {
    behave({ discovery });
    expect(await beginFlow(provider)).toEqual({ failure });
  });

  test("the provider is not there", async () => {
    const gone = { ...provider, issuer: issuer.replace("/gemeente", "/weg") };
    expect(await beginFlow(gone)).toEqual({ failure: "unreachable" });
    expect(await beginFlow({ ...provider, issuer: "https://127.0.0.1" })).toEqual({ failure: "settings" });
  });
});
