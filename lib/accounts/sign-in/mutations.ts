import "server-only";
import { randomInt } from "node:crypto";
import { recordAudit } from "@/lib/audit/mutations";
import { database, inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, type ErrorKey } from "@/lib/core/errors";
import { isSameHash, keyedHash } from "@/lib/core/keyed-hash";
import type { Locale } from "@/lib/core/locales";
import { hasMailServer } from "@/lib/core/mail";
import { countTry, forgetTries, type Limit } from "@/lib/core/rate-limits";
import { type Origin, visitor } from "@/lib/core/roles";
import { newToken } from "@/lib/core/session";
import { isOutboxOpen } from "../outbox/queries";
import { type NewSession, startSession } from "../sessions/mutations";
import { mailCode } from "./mail/mutations";
import { canSignInByMail } from "./policy";
import { codeLifetime, codeLimit, mailLimits, mostTries } from "./rules";

type Asked = { email: string; next: string; locale: Locale; origin: Origin | undefined };

/**
 * Sends a code and a link to this address and voids earlier ones; returns the token that ties the code to
 * this browser. Whether the address is known is not looked up: there is nothing to tell by answer or time.
 * Errors: too-many per address, invalid where the site sends no mail.
 */
export async function requestSignIn({ email, next, locale, origin }: Asked) {
  if (!canSignInByMail({ hasMailServer: hasMailServer(), hasOutbox: await isOutboxOpen() }))
    throw new DomainError("invalid", "mailSignInClosed");
  for (const limit of mailLimits) await countFor(email, limit, "tooManyMails");
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const [link, browser] = [newToken(), newToken()];
  const expires = new Date(Date.now() + codeLifetime * 60_000);
  const browserHash = hashOf("browser", browser);
  const request = {
    codeHash: hashCode(browserHash, code),
    linkHash: hashOf("link", link),
    browserHash,
    next,
    tries: 0,
    expires,
  };
  await inTransaction(async (tx) => {
    await tx.signInRequest.upsert({
      where: { email },
      create: { email, ...request },
      update: request,
      select: { id: true },
    });
    await mailCode(tx, { to: email, code, token: link, locale, device: origin?.device, until: expires });
  });
  return { token: browser, expires };
}

/** Sends another code to the address that this browser asked one for. Errors: as above, and invalid when that is over. */
export async function repeatRequest(browser: string, { locale, origin }: Pick<Asked, "locale" | "origin">) {
  const request = await database().signInRequest.findUnique({
    where: { browserHash: hashOf("browser", browser) },
    select: { email: true, next: true },
  });
  if (!request) throw new DomainError("invalid", "signInCodeOver");
  return requestSignIn({ ...request, locale, origin });
}

async function countFor(email: string, limit: Limit, key: ErrorKey): Promise<void> {
  await countTry(limit, email).catch((error) => {
    throw error instanceof DomainError ? new DomainError(error.code, key, error.detail) : error;
  });
}

/** What a proof comes to: a session and where its owner was, or why not. */
type Outcome = { session: NewSession; next: string } | { refusal: ErrorKey; detail?: string };

/**
 * Signs in with the code that was typed in the browser that asked for it. Errors: invalid (wrong, with the
 * tries left; over; disabled) and too-many per address.
 */
export async function signInByCode(browser: string, code: string, origin: Origin | undefined) {
  const browserHash = hashOf("browser", browser);
  const asked = await database().signInRequest.findUnique({
    where: { browserHash },
    select: { email: true },
  });
  if (!asked) throw new DomainError("invalid", "signInCodeOver");
  await countFor(asked.email, codeLimit, "tooManyCodes");
  // The count of a wrong code must stay: it is refused after the transaction.
  const outcome = await inTransaction(async (tx): Promise<Outcome> => {
    const tried = await countCode(tx, browserHash);
    if (!tried) return { refusal: "signInCodeOver" };
    if (isSameHash(tried.codeHash, hashCode(browserHash, code))) return finish(tx, tried, origin);
    const subject = { subjectType: "SignInRequest", subjectId: tried.id } as const;
    await recordAudit(tx, from(origin), { action: "session.refused", ...subject, result: "REFUSED" });
    const left = mostTries - tried.tries;
    return left > 0 ? { refusal: "signInCodeWrong", detail: String(left) } : { refusal: "signInCodeVoid" };
  });
  const signedIn = accept(outcome);
  await forgetTries(codeLimit, asked.email);
  return signedIn;
}

/** Signs in with the link of the mail, in whichever browser. Error: invalid (over; disabled). */
export async function signInByLink(token: string, origin: Origin | undefined) {
  const outcome = await inTransaction(async (tx): Promise<Outcome> => {
    const request = await tx.signInRequest.findUnique({
      where: { linkHash: hashOf("link", token), expires: { gt: new Date() } },
      select: { id: true, email: true, next: true },
    });
    return request ? finish(tx, request, origin) : { refusal: "signInLinkOver" };
  });
  return accept(outcome);
}

/** Removes requests that are over. */
export async function forgetSignIns(now: Date = new Date()): Promise<void> {
  await database().signInRequest.deleteMany({ where: { expires: { lt: now } } });
}

/** Counts a try before it is judged, so that many at once are counted too; null when none is left. */
async function countCode(tx: Transaction, browserHash: string) {
  const where = { browserHash, tries: { lt: mostTries }, expires: { gt: new Date() } };
  const { count } = await tx.signInRequest.updateMany({ where, data: { tries: { increment: 1 } } });
  if (count === 0) return null;
  return tx.signInRequest.findUniqueOrThrow({
    where: { browserHash },
    select: { id: true, email: true, next: true, codeHash: true, tries: true },
  });
}

type Proven = { id: string; email: string; next: string };

/** Uses the request up, finds or makes the account, and starts the session. */
async function finish(
  tx: Transaction,
  { id, email, next }: Proven,
  origin: Origin | undefined,
): Promise<Outcome> {
  const { count } = await tx.signInRequest.deleteMany({ where: { id } });
  if (count === 0) return { refusal: "signInCodeOver" };
  const user = await findOrMake(tx, email, origin);
  if (user.disabledAt) return { refusal: "accountDisabled" };
  return { session: await startSession(tx, { user, origin, method: "mail" }), next };
}

const account = { id: true, name: true, isDemo: true, disabledAt: true } as const;

/** A first sign-in makes an account: without a role anywhere. */
async function findOrMake(tx: Transaction, email: string, origin: Origin | undefined) {
  const emailVerified = new Date();
  const known = await tx.user.findUnique({ where: { email }, select: { id: true } });
  if (known) return tx.user.update({ where: { email }, data: { emailVerified }, select: account });
  const made = await tx.user.create({ data: { email, emailVerified }, select: account });
  const subject = { subjectType: "User", subjectId: made.id } as const;
  await recordAudit(tx, { ...from(origin), user: made }, { action: "user.created", ...subject });
  return made;
}

function accept(outcome: Outcome) {
  if ("refusal" in outcome) throw new DomainError("invalid", outcome.refusal, outcome.detail);
  return outcome;
}

const from = (origin: Origin | undefined) => ({ ...visitor, ...(origin && { origin }) });

function hashOf(kind: "link" | "browser", token: string): string {
  return keyedHash(`sign-in ${kind}`, token);
}

/** Bound to the browser that asked, so that the same code elsewhere is another one. */
function hashCode(browserHash: string, code: string): string {
  return keyedHash("sign-in code", `${browserHash}:${code}`);
}
