import { createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";

export type Json = Record<string, unknown>;

/** What a provider does at each question; a test changes one of them. */
export type Behaviour = {
  discovery: (document: Json) => Json;
  claims: (claims: Json) => Json;
  header: Json;
  sign: (input: string) => string;
  token: (tokens: Json) => { status: number; body: Json };
  jwks: () => Json;
};

type Asked = { path: string; body: URLSearchParams; authorization: string | undefined };

const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
const other = generateKeyPairSync("rsa", { modulusLength: 2048 });

export const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
export const seconds = () => Math.floor(Date.now() / 1000);

const signWith = (key: KeyObject) => (input: string) =>
  sign("sha256", Buffer.from(input), key).toString("base64url");
const hmacWith = (secret: string) => (input: string) =>
  createHmac("sha256", secret).update(input).digest("base64url");

/** Signatures that are not the provider's. */
export const forgeries = {
  signByAnother: signWith(other.privateKey),
  keyOfAnother: other.publicKey.export({ format: "jwk" }),
  signWithSecret: hmacWith,
  signWithPublicKey: hmacWith(own.publicKey.export({ type: "spki", format: "pem" }).toString()),
};

const wellBehaved: Behaviour = {
  discovery: (document) => document,
  claims: (claims) => claims,
  header: { alg: "RS256", kid: "1" },
  sign: signWith(own.privateKey),
  token: (body) => ({ status: 200, body }),
  jwks: () => ({
    keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "1", use: "sig", alg: "RS256" }],
  }),
};

/** An OpenID provider on loopback that answers as a test wants, and does everything right when nothing is said. */
export async function startProvider() {
  let behaviour = wellBehaved;
  const asked: Asked[] = [];
  let nonce: string | null = null;
  const server = http.createServer(async (request, response) => {
    let body = "";
    for await (const part of request) body += part;
    const path = (request.url ?? "").replace("/gemeente", "");
    asked.push({ path, body: new URLSearchParams(body), authorization: request.headers.authorization });
    const { status, body: sent } = respond(path);
    response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(sent));
  });
  server.listen(0, "localhost");
  await once(server, "listening");
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}/gemeente`;

  const claims = (): Json => ({
    iss: issuer,
    sub: "persoon-1",
    aud: "pluseen",
    exp: seconds() + 300,
    iat: seconds(),
    nonce,
    email: "jan@zwolle.nl",
  });
  const document = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
  });
  const signedToken = (payload: Json) => {
    const input = `${encode(behaviour.header)}.${encode(payload)}`;
    return `${input}.${behaviour.sign(input)}`;
  };
  function respond(path: string): { status: number; body: Json } {
    if (path === "/.well-known/openid-configuration")
      return { status: 200, body: behaviour.discovery(document()) };
    if (path === "/jwks") return { status: 200, body: behaviour.jwks() };
    if (path !== "/token") return { status: 404, body: {} };
    const id_token = signedToken(behaviour.claims(claims()));
    return behaviour.token({ access_token: "a", token_type: "Bearer", id_token });
  }
  return {
    issuer,
    host: issuer.replace("/gemeente", ""),
    asked,
    claims,
    signedToken,
    behave: (changed: Partial<Behaviour> = {}) => {
      behaviour = { ...wellBehaved, ...changed };
    },
    /** The nonce that the flow brought along. */
    expectNonce: (value: string | null) => {
      nonce = value;
    },
    stop: () => void server.close(),
  };
}
