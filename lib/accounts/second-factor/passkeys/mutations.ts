import "server-only";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { inTransaction, type Transaction } from "@/lib/core/db";
import { env } from "@/lib/core/env";
import { DomainError, requireFreshProof } from "@/lib/core/errors";
import type { Viewer } from "@/lib/core/roles";
import { type Outcome, prove, type RenewedSession, requireOwner } from "../mutations";
import { keepQuestion, type Question, takeQuestion } from "../pending/mutations";
import type { Owner } from "../policy";
import type { AddPasskeyInput, PasskeyProofInput } from "../schema";
import { finishAdding, requireRoom } from "../setup/mutations";

/**
 * What the browser needs to make a passkey; its challenge waits for the answer. Leaves no trace of its own;
 * the passkey that is added does. Errors: forbidden, also without a fresh proof; invalid: tooManyFactors.
 */
export async function askForNewPasskey(viewer: Viewer, now = new Date()) {
  const owner = requireOwner(viewer);
  requireFreshProof(owner, now);
  return inTransaction(async (tx) => {
    await requireRoom(tx, owner);
    const { email, secondFactors } = await tx.user.findUniqueOrThrow({
      where: { id: owner.user.id },
      select: { email: true, secondFactors: ofPasskeys },
    });
    const options = await generateRegistrationOptions({
      rpName: "PlusEén",
      rpID: relyingParty().id,
      userID: new TextEncoder().encode(owner.user.id),
      userName: email,
      userDisplayName: owner.user.name ?? email,
      attestationType: "none",
      excludeCredentials: secondFactors.map(toDescriptor),
      // A second step after signing in: the site knows who it is, so that a key need not keep that.
      authenticatorSelection: { residentKey: "discouraged", userVerification: "preferred" },
    });
    await keepQuestion(tx, ofAdding(owner), options.challenge, now);
    return options;
  });
}

/** Adds the passkey that the browser made; that proves this session too. Errors: forbidden, invalid: passkeyRefused. */
export async function addPasskey(
  viewer: Viewer,
  { name, response }: AddPasskeyInput,
  now = new Date(),
): Promise<RenewedSession> {
  const owner = requireOwner(viewer);
  const session = await inTransaction(async (tx) => {
    const challenge = await takeQuestion(tx, ofAdding(owner), now);
    if (!challenge) return null;
    const made = await verifyRegistrationResponse({
      response,
      ...expected(challenge),
      expectedRPID: relyingParty().id,
    }).catch(() => null);
    if (!made?.verified) return null;
    await requireRoom(tx, owner);
    const { credential } = made.registrationInfo;
    const taken = await tx.secondFactor.count({ where: { credentialId: credential.id } });
    if (taken > 0) return null;
    const { id } = await tx.secondFactor.create({
      data: {
        userId: owner.user.id,
        kind: "PASSKEY",
        name,
        key: Buffer.from(credential.publicKey).toString("base64url"),
        counter: credential.counter,
        credentialId: credential.id,
        transports: response.response.transports,
        lastUsedAt: now,
      },
      select: { id: true },
    });
    return finishAdding(tx, owner, { id, kind: "PASSKEY", name }, now);
  });
  if (!session) throw new DomainError("invalid", "passkeyRefused");
  return session;
}

/** What the browser needs to answer with a passkey of the viewer. Errors: forbidden, invalid: noFactor. */
export async function askForPasskey(viewer: Viewer, now = new Date()) {
  const owner = requireOwner(viewer);
  return inTransaction(async (tx) => {
    const { secondFactors } = await tx.user.findUniqueOrThrow({
      where: { id: owner.user.id },
      select: { secondFactors: ofPasskeys },
    });
    // Without a list the browser would offer any passkey that it has for this site.
    if (secondFactors.length === 0) throw new DomainError("invalid", "noFactor");
    const options = await generateAuthenticationOptions({
      rpID: relyingParty().id,
      allowCredentials: secondFactors.map(toDescriptor),
      userVerification: "preferred",
    });
    await keepQuestion(tx, ofProving(owner), options.challenge, now);
    return options;
  });
}

/** The second step with a passkey. Errors: forbidden, invalid: passkeyRefused. */
export async function proveByPasskey(
  viewer: Viewer,
  response: PasskeyProofInput["response"],
  now = new Date(),
): Promise<RenewedSession> {
  const owner = requireOwner(viewer);
  return prove(owner, (tx) => takeAssertion(tx, owner, response, now), now);
}

type Assertion = PasskeyProofInput["response"];

async function takeAssertion(
  tx: Transaction,
  owner: Owner,
  { response: answer, ...response }: Assertion,
  now: Date,
): Promise<Outcome> {
  // Used up first: an answer that fails cannot be tried again with a change.
  const challenge = await takeQuestion(tx, ofProving(owner), now);
  const passkey = await tx.secondFactor.findUnique({
    where: { credentialId: response.id, userId: owner.user.id },
    select: { id: true, key: true, counter: true },
  });
  if (!challenge || !passkey) return "passkeyRefused";
  const { userHandle, ...signed } = answer;
  const credential = {
    id: response.id,
    publicKey: new Uint8Array(Buffer.from(passkey.key, "base64url")),
    counter: Number(passkey.counter),
  };
  const judged = await verifyAuthenticationResponse({
    response: { ...response, response: { ...signed, ...(userHandle && { userHandle }) } },
    credential,
    ...expected(challenge),
    expectedRPID: relyingParty().id,
  }).catch(() => null);
  if (!judged?.verified) return "passkeyRefused";
  await tx.secondFactor.update({
    where: { id: passkey.id },
    data: { counter: judged.authenticationInfo.newCounter, lastUsedAt: now },
  });
  return { by: "PASSKEY" };
}

/** The site as passkeys know it: they answer to no other. */
function relyingParty(): { id: string; origin: string } {
  const { hostname, origin } = new URL(env().NEXTAUTH_URL);
  return { id: hostname, origin };
}

/** Touching the key suffices: having it is what this step proves, knowing was the first. */
function expected(challenge: string) {
  return {
    expectedChallenge: challenge,
    expectedOrigin: relyingParty().origin,
    requireUserVerification: false,
  };
}

const ofPasskeys = {
  where: { kind: "PASSKEY", credentialId: { not: null } },
  select: { credentialId: true, transports: true },
} as const;

function toDescriptor({ credentialId, transports }: { credentialId: string | null; transports: string[] }) {
  return { id: credentialId ?? "", transports };
}

const ofAdding = ({ sessionId }: Owner): Question => ({ sessionId, purpose: "ADD_PASSKEY" });
const ofProving = ({ sessionId }: Owner): Question => ({ sessionId, purpose: "PROVE_PASSKEY" });
