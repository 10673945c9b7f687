import "server-only";
import { createTranslator } from "next-intl";
import type { Transaction } from "@/lib/core/db";
import { readDevice } from "@/lib/core/device";
import { env } from "@/lib/core/env";
import type { Locale } from "@/lib/core/locales";
import { queueMail } from "@/lib/notifications/mutations";
import { messages } from "@/messages";
import { codeLifetime } from "../rules";

type Letter = {
  to: string;
  code: string;
  token: string;
  locale: Locale;
  /** What asked for it, "Firefox/Windows", so that the reader sees whether that was they. */
  device: string | undefined;
  until: Date;
};

/** The mail with the code to type over and the link to a page with a button: mail scanners open links. */
export async function mailCode(tx: Transaction, letter: Letter): Promise<void> {
  const { to, code, token, locale, device, until } = letter;
  const t = createTranslator({ locale, messages: messages[locale], namespace: "signIn.mail" });
  const { browser, system } = readDevice(device ?? null);
  const link = `${new URL(env().NEXTAUTH_URL).origin}/${locale}/inloggen/bevestigen?token=${token}`;
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
  const text = [
    t("code", { code: spaced }),
    t("link", { link }),
    t("once", { minutes: codeLifetime }),
    t("asked", { browser: browser ?? t("unknownBrowser"), system: system ?? t("unknownSystem") }),
    t("notYou"),
  ];
  await queueMail(tx, { to, subject: t("subject", { code: spaced }), text: `${text.join("\n\n")}\n`, until });
}
