import "server-only";
import { database } from "@/lib/core/db";
import { keyedHash } from "@/lib/core/keyed-hash";
import { hasMailServer } from "@/lib/core/mail";
import { isOutboxOpen } from "../outbox/queries";
import { canSignInByMail } from "./policy";
import { maskAddress } from "./rules";
import { linkSchema } from "./schema";

/** What the sign-in page offers, and where the mail of the demonstration can be read. */
export async function getMailSignIn() {
  const hasOutbox = await isOutboxOpen();
  return { isOffered: canSignInByMail({ hasMailServer: hasMailServer(), hasOutbox }), hasOutbox };
}

/** To which address the code of this browser went, masked; null when it is over. */
export async function getAskedAddress(browser: string, now: Date = new Date()): Promise<string | null> {
  const request = await database().signInRequest.findUnique({
    where: { browserHash: keyedHash("sign-in browser", browser), expires: { gt: now } },
    select: { email: true },
  });
  return request && maskAddress(request.email);
}

/** Whose link this is, for whoever has the mail; null when it is over. Looking does not use it up. */
export async function getLinkAddress(token: unknown, now: Date = new Date()): Promise<string | null> {
  const parsed = linkSchema.safeParse({ token });
  if (!parsed.success) return null;
  const request = await database().signInRequest.findUnique({
    where: { linkHash: keyedHash("sign-in link", parsed.data.token), expires: { gt: now } },
    select: { email: true },
  });
  return request?.email ?? null;
}
