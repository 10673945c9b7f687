"use server";
import { getTranslations } from "next-intl/server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { DomainError } from "@/lib/core/errors";
import { type Locale, toLocale } from "@/lib/core/locales";
import type { Origin } from "@/lib/core/roles";
import {
  clearAskedCookie,
  readAskedCookie,
  readSessionCookie,
  writeAskedCookie,
  writeSessionCookie,
} from "@/lib/core/session-cookie";
import { readViewer } from "@/lib/core/viewer";
import { endSession, type NewSession } from "../sessions/mutations";
import { repeatRequest, requestSignIn, signInByCode, signInByLink } from "./mutations";
import { toLanding } from "./rules";
import { codeRequestSchema, emptySchema, linkSchema, typedCodeSchema } from "./schema";

const codePage = { to: "/inloggen/code" };

/** Sends a code and leads to where it is typed; the same for whoever is known and whoever is not. */
export async function requestCodeAction(_: FormState, form: FormData) {
  const locale = toLocale(form.get("locale"));
  return handleForm(
    codeRequestSchema,
    form,
    async ({ origin }, { email, next }) => {
      await writeAskedCookie(await requestSignIn({ email, next, locale, origin }));
      return codePage;
    },
    toWords,
  );
}

/** Sends another code to the same address; the former one is void. */
export async function repeatCodeAction(_: FormState, form: FormData) {
  const locale = toLocale(form.get("locale"));
  return handleForm(
    emptySchema,
    form,
    async ({ origin }) => {
      await writeAskedCookie(await repeatRequest(await readBrowser(), { locale, origin }));
      return { to: `${codePage.to}?melding=opnieuw` };
    },
    toWords,
  );
}

/** Signs in with the typed code. */
export async function typeCodeAction(_: FormState, form: FormData) {
  return handleForm(
    typedCodeSchema,
    form,
    async ({ origin }, { code }) => enter(await signInByCode(await readBrowser(), code, origin), origin),
    toWords,
  );
}

/** Signs in with the link of the mail: the button of its page. */
export async function confirmLinkAction(_: FormState, form: FormData) {
  return handleForm(linkSchema, form, async ({ origin }, { token }) =>
    enter(await signInByLink(token, origin), origin),
  );
}

/** Replaces the session of this browser by the new one. */
async function enter(
  { session, next }: { session: NewSession; next: string },
  origin: Origin | undefined,
): Promise<{ to: string }> {
  const former = await readSessionCookie();
  if (former) await endSession(former, origin);
  await writeSessionCookie(session);
  await clearAskedCookie();
  return { to: toLanding(await readViewer(session.token), next) };
}

async function readBrowser(): Promise<string> {
  const token = await readAskedCookie();
  if (!token) throw new DomainError("invalid", "signInCodeOver");
  return token;
}

/** How long to wait as people say it: minutes, and from two hours on whole hours. */
async function toWords(locale: Locale, { key, detail }: { key: string; detail: string }): Promise<string> {
  if (key !== "tooManyMails" && key !== "tooManyCodes") return detail;
  const t = await getTranslations({ locale, namespace: "signIn.wait" });
  const minutes = Number(detail);
  return minutes < 120 ? t("minutes", { minutes }) : t("hours", { hours: Math.ceil(minutes / 60) });
}
