import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "./env";

// AES-256-GCM: whoever changes one bit, or moves a text to another row, gets an error instead of a secret.
const algorithm = "aes-256-gcm";
const version = "v1";
const ivLength = 12;
const tagLength = 16;

/**
 * Seals a secret for the database as "v1:...". `place` names the row and column that it belongs to
 * ("IdentityProvider/<id>/clientSecret"): elsewhere the same text cannot be opened.
 */
export function encrypt(secret: string, place: string): string {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv(algorithm, sealingKey(), iv).setAAD(associate(place));
  const sealed = Buffer.concat([iv, cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `${version}:${sealed.toString("base64url")}`;
}

/** Opens what `encrypt` sealed for this place; throws on anything that was changed, moved or sealed with another key. */
export function decrypt(sealed: string, place: string): string {
  const [prefix, body, ...rest] = sealed.split(":");
  if (prefix !== version || !body || rest.length > 0) throw unreadable(place);
  const bytes = Buffer.from(body, "base64url");
  for (const key of listKeys()) {
    const secret = open(bytes, key, place);
    if (secret !== null) return secret;
  }
  throw unreadable(place);
}

function open(bytes: Buffer, key: Buffer, place: string): string | null {
  if (bytes.length < ivLength + tagLength) return null;
  const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivLength), {
    authTagLength: tagLength,
  });
  decipher.setAAD(associate(place)).setAuthTag(bytes.subarray(-tagLength));
  try {
    const secret = decipher.update(bytes.subarray(ivLength, -tagLength));
    return Buffer.concat([secret, decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}

/** Never with the secret or the key in it: it may end up in a log. */
function unreadable(place: string): Error {
  return new Error(
    `${place} cannot be opened: it was changed, or ENCRYPTION_KEY is not the one it was sealed with`,
  );
}

function associate(place: string): Buffer {
  return Buffer.from(`${version}:${place}`, "utf8");
}

function sealingKey(): Buffer {
  const { ENCRYPTION_KEY, NEXTAUTH_SECRET } = env();
  return ENCRYPTION_KEY
    ? derive(ENCRYPTION_KEY, "pluseen encryption")
    : derive(NEXTAUTH_SECRET, "pluseen encryption without a key of its own");
}

/** What was sealed before ENCRYPTION_KEY was set stays readable as long as NEXTAUTH_SECRET is the same. */
function listKeys(): Buffer[] {
  return [sealingKey(), derive(env().NEXTAUTH_SECRET, "pluseen encryption without a key of its own")];
}

function derive(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", purpose, 32));
}
