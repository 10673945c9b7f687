import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

type Site = { origin: string; rpId: string };
type Registration = { challenge: string };

const site: Site = { origin: "http://localhost:3000", rpId: "localhost" };
const userPresent = 0x01;
const attested = 0x40;
const toBase64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64url");

/** A passkey in software (WebAuthn Level 3, §6): makes and signs what a browser would hand over. */
export class Authenticator {
  readonly #keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  readonly #id = randomBytes(32);
  counter = 0;

  constructor(readonly place: Site = site) {}

  /** Answers navigator.credentials.create. */
  create({ challenge }: Registration) {
    const publicKey = Buffer.concat([this.#id, coseKey(this.#keys.publicKey)]);
    const length = Buffer.from([0, this.#id.length]);
    const authData = Buffer.concat([this.#head(userPresent | attested), Buffer.alloc(16), length, publicKey]);
    const attestation = new Map<string, unknown>([
      ["fmt", "none"],
      ["attStmt", new Map()],
      ["authData", new Uint8Array(authData)],
    ]);
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: toBase64url(this.#clientData("webauthn.create", challenge)),
        attestationObject: toBase64url(isoCBOR.encode(attestation as never)),
        transports: ["internal"],
      },
    };
  }

  /** Answers navigator.credentials.get; the counter goes up. */
  get({ challenge }: Registration) {
    this.counter++;
    const authData = this.#head(userPresent);
    const clientData = this.#clientData("webauthn.get", challenge);
    const signed = Buffer.concat([authData, createHash("sha256").update(clientData).digest()]);
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: toBase64url(clientData),
        authenticatorData: toBase64url(authData),
        signature: toBase64url(createSign("sha256").update(signed).sign(this.#keys.privateKey)),
      },
    };
  }

  #credential() {
    const id = toBase64url(this.#id);
    return { id, rawId: id, type: "public-key" as const, clientExtensionResults: {} };
  }

  #clientData(type: string, challenge: string): string {
    return JSON.stringify({ type, challenge, origin: this.place.origin, crossOrigin: false });
  }

  #head(flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    return Buffer.concat([
      createHash("sha256").update(this.place.rpId).digest(),
      Buffer.from([flags]),
      counter,
    ]);
  }
}

/** RFC 9052: an elliptic key on P-256 for ES256. */
function coseKey(key: KeyObject): Uint8Array {
  const { x = "", y = "" } = key.export({ format: "jwk" });
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
  return isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ]) as never,
  );
}
