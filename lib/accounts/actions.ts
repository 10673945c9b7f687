"use server";
import { redirect } from "next/navigation";
import { DomainError } from "@/lib/core/errors";
import { toLocale } from "@/lib/core/locales";
import { toOwnPath } from "@/lib/core/own-path";
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from "@/lib/core/session-cookie";
import { getOrigin } from "@/lib/core/viewer";
import { demoSignInSchema } from "./schema";
import { endSession, startDemoSession } from "./sessions/mutations";

/** Signs in as a person of the demonstration. */
export async function demoSignInAction(form: FormData): Promise<void> {
  const locale = toLocale(form.get("locale"));
  const parsed = demoSignInSchema.safeParse({ userId: form.get("userId") });
  if (!parsed.success) redirect(`/${locale}/inloggen`);
  const session = await startDemoSession(parsed.data.userId, await getOrigin()).catch(unlessRefused);
  if (!session) redirect(`/${locale}/inloggen`);
  await endCurrent();
  await writeSessionCookie(session);
  redirect(`/${locale}${toOwnPath(form.get("next"))}`);
}

/** Ends this session and shows the home page. */
export async function signOutAction(form: FormData): Promise<void> {
  await endCurrent();
  await clearSessionCookie();
  redirect(`/${toLocale(form.get("locale"))}`);
}

async function endCurrent(): Promise<void> {
  const token = await readSessionCookie();
  if (token) await endSession(token, await getOrigin());
}

/** A person who is not (or no longer) in the demonstration is no fault of the site. */
function unlessRefused(error: unknown): null {
  if (error instanceof DomainError) return null;
  throw error;
}
