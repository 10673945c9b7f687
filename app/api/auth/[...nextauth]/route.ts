import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { linkIdentity, recordFailedFlow, signInByIdentity } from "@/lib/accounts/identities/mutations";
import { openProvider } from "@/lib/accounts/identities/queries";
import {
  flowLimit,
  flowSentences,
  intentCookie,
  toFailure,
  toFailureAddress,
} from "@/lib/accounts/identities/rules";
import { type Intent, readIntent } from "@/lib/accounts/identities/schema";
import { endSession } from "@/lib/accounts/sessions/mutations";
import { toLanding } from "@/lib/accounts/sign-in/rules";
import { DomainError } from "@/lib/core/errors";
import { sendTo } from "@/lib/core/http";
import { logError } from "@/lib/core/log";
import { type Claims, finishFlow, flowCookieNames } from "@/lib/core/openid";
import { countTry } from "@/lib/core/rate-limits";
import { cookieName } from "@/lib/core/session";
import { clearCookie, readSessionCookie, writeSessionCookie } from "@/lib/core/session-cookie";
import { getViewer, readViewer } from "@/lib/core/viewer";

type Context = { params: Promise<{ nextauth: string[] }> };

/**
 * Where the providers of organisations send people back to. It is all that is open of next-auth: its own
 * pages are English and know no organisation, so every other address leads to ours.
 */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const [action, providerId, ...rest] = (await params).nextauth;
  const intent = readIntent((await cookies()).get(cookieName(intentCookie))?.value);
  if (action !== "callback" || !providerId || rest.length > 0) return sendTo(`/${intent.locale}/inloggen`);
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const location = await finish(providerId, intent, query).catch((error: unknown) => {
    if (!(error instanceof DomainError)) logError(error);
    return toFailureAddress(intent, toFailure(error));
  });
  for (const name of [cookieName(intentCookie), ...flowCookieNames()]) await clearCookie(name);
  return sendTo(location);
}

/** Signs in, or ties the identity to the account of who began this; returns the page that follows. */
async function finish(providerId: string, intent: Intent, query: Record<string, string>): Promise<string> {
  const claims = await requireClaims(providerId, query);
  if (intent.linkTo) {
    const viewer = await getViewer();
    // Signed out, or somebody else meanwhile: not what was asked for.
    if (viewer.user?.id !== intent.linkTo) throw new DomainError("invalid", "flowExpired");
    await linkIdentity(viewer, { providerId, claims });
    return `/${intent.locale}/account/inlogaccounts?melding=linked`;
  }
  const { origin } = await getViewer();
  const { session, isNew } = await signInByIdentity({ providerId, claims }, origin);
  const former = await readSessionCookie();
  if (former) await endSession(former, origin);
  await writeSessionCookie(session);
  const viewer = await readViewer(session.token);
  return `/${intent.locale}${isNew ? "/account/lidmaatschap" : toLanding(viewer, intent.next)}`;
}

async function requireClaims(providerId: string, query: Record<string, string>): Promise<Claims> {
  const jar = (await cookies()).getAll();
  const sent = Object.fromEntries(jar.map(({ name, value }) => [name, value]));
  // Not begun here, or finished before: nothing to judge, and nothing for the log, which anybody could fill.
  if (!flowCookieNames().every((name) => sent[name])) throw new DomainError("invalid", "flowExpired");
  const viewer = await getViewer();
  await countTry(flowLimit, viewer.origin?.address ?? "");
  try {
    const result = await finishFlow(await openProvider(providerId), { query, cookies: sent });
    if ("claims" in result) return result.claims;
    throw new DomainError("invalid", flowSentences[result.failure]);
  } catch (error) {
    if (error instanceof DomainError) await recordFailedFlow(providerId, error.key, viewer);
    throw error;
  }
}
