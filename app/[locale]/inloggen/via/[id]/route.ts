import { cookies } from "next/headers";
import type { NextRequest } from "next/server";
import { recordFailedFlow } from "@/lib/accounts/identities/mutations";
import { openProvider } from "@/lib/accounts/identities/queries";
import {
  flowLimit,
  flowSentences,
  intentCookie,
  isStartedHere,
  toFailure,
  toFailureAddress,
} from "@/lib/accounts/identities/rules";
import { type Intent, startSchema } from "@/lib/accounts/identities/schema";
import { DomainError } from "@/lib/core/errors";
import { sendTo } from "@/lib/core/http";
import { toLocale } from "@/lib/core/locales";
import { logError } from "@/lib/core/log";
import { beginFlow, flowLifetime } from "@/lib/core/openid";
import { countTry } from "@/lib/core/rate-limits";
import type { Viewer } from "@/lib/core/roles";
import { cookieName, cookieOptions } from "@/lib/core/session";
import { getViewer } from "@/lib/core/viewer";

type Context = { params: Promise<{ locale: string; id: string }> };

/** Sends a visitor to the provider of their organisation; a link, so that it works without scripts. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { locale: language, id } = await params;
  const { naar, koppel } = startSchema.parse(Object.fromEntries(request.nextUrl.searchParams));
  const viewer = await getViewer();
  const linkTo = koppel ? (viewer.user?.id ?? null) : null;
  const intent: Intent = { locale: toLocale(language), next: naar, linkTo };
  // Another site does not begin a sign-in here: its link leads to the page where one chooses.
  if (!isStartedHere(request.headers.get("sec-fetch-site"), koppel))
    return sendTo(`/${intent.locale}/inloggen`);
  if (koppel && !linkTo) return sendTo(`/${intent.locale}/inloggen?naar=/account/inlogaccounts`);
  try {
    const { location, cookies: lines } = await begin(id, viewer);
    const jar = await cookies();
    jar.set(cookieName(intentCookie), JSON.stringify(intent), { ...cookieOptions(), maxAge: flowLifetime });
    return sendTo(location, lines);
  } catch (error) {
    if (!(error instanceof DomainError)) logError(error);
    return sendTo(toFailureAddress(intent, toFailure(error)));
  }
}

async function begin(id: string, viewer: Viewer) {
  await countTry(flowLimit, viewer.origin?.address ?? "");
  const begun = await beginFlow(await openProvider(id));
  if (!("failure" in begun)) return begun;
  const key = flowSentences[begun.failure];
  await recordFailedFlow(id, key, viewer);
  throw new DomainError("invalid", key);
}
