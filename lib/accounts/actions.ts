"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { DomainError } from "@/lib/core/errors";
import { toLocale } from "@/lib/core/locales";
import { isSessionToken, sessionCookieName } from "@/lib/core/session";
import { endSession, startDemoSession } from "./mutations";
import { demoSignInSchema } from "./schema";

/** Signs in as a person of the demonstration. */
export async function demoSignInAction(form: FormData): Promise<void> {
  const locale = toLocale(form.get("locale"));
  const parsed = demoSignInSchema.safeParse({ userId: form.get("userId") });
  if (!parsed.success) redirect(`/${locale}/inloggen`);
  const session = await startDemoSession(parsed.data.userId).catch(unlessRefused);
  if (!session) redirect(`/${locale}/inloggen`);
  const { token, expires } = session;
  const jar = await cookies();
  await endCurrent(jar.get(sessionCookieName())?.value);
  jar.set(sessionCookieName(), token, {
    expires,
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: sessionCookieName().startsWith("__Secure-"),
  });
  redirect(`/${locale}${safePath(form.get("next"))}`);
}

/** Ends this session and shows the home page. */
export async function signOutAction(form: FormData): Promise<void> {
  const jar = await cookies();
  const token = jar.get(sessionCookieName())?.value;
  await endCurrent(token);
  jar.delete(sessionCookieName());
  redirect(`/${toLocale(form.get("locale"))}`);
}

/** A path of this site without its language, so that nobody is sent elsewhere after signing in. */
function safePath(value: FormDataEntryValue | null): string {
  return typeof value === "string" && /^\/[a-z0-9-]+(\/[a-z0-9-]+)*(#[a-z-]+)?$/.test(value) ? value : "";
}

async function endCurrent(token: string | undefined): Promise<void> {
  if (token && isSessionToken(token)) await endSession(token);
}

/** A person who is not (or no longer) in the demonstration is no fault of the site. */
function unlessRefused(error: unknown): null {
  if (error instanceof DomainError) return null;
  throw error;
}
