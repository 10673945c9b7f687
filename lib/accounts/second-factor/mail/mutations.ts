import "server-only";
import { createTranslator } from "next-intl";
import type { Transaction } from "@/lib/core/db";
import { env } from "@/lib/core/env";
import { queueMail } from "@/lib/notifications/mutations";
import { messages } from "@/messages";

/** What changed in somebody's second factors. */
export type FactorChange =
  | { key: "added" | "removed"; name: string }
  | { key: "recoveryRenewed" | "reset" }
  | { key: "recoveryUsed"; left: number };

/**
 * Tells the owner by mail, so that what a thief changes does not go unseen. In Dutch: nobody has told
 * which language they read.
 */
export async function tellOwner(tx: Transaction, userId: string, change: FactorChange): Promise<void> {
  const { email } = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  const t = createTranslator({ locale: "nl", messages: messages.nl, namespace: "secondFactor.mail" });
  const { key, ...values } = change;
  const address = new URL(`/nl/account/tweede-factor`, env().NEXTAUTH_URL).href;
  await queueMail(tx, {
    to: email,
    subject: t("subject"),
    text: [t(key, values), t("notYou", { address })].join("\n\n"),
  });
}
