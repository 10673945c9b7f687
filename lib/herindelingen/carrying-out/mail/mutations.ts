import "server-only";
import { createTranslator } from "next-intl";
import type { Transaction } from "@/lib/core/db";
import { env } from "@/lib/core/env";
import { tellDeciders, toRoleWords } from "@/lib/memberships/mail/mutations";
import { queueMails } from "@/lib/notifications/mutations";
import { messages } from "@/messages";
import type { Moved } from "../../outcome/rules";

type Telling = { successorId: string; name: string; people: readonly Moved[] };

/**
 * Tells everybody who moved where they are now, as what, and what they asked; and who decides about that, once.
 * In the transaction of the herindeling, and in Dutch: nobody has told which language they read.
 */
export async function tellMoved(tx: Transaction, { successorId, name, people }: Telling): Promise<void> {
  const users = await tx.user.findMany({
    where: { id: { in: people.map(({ userId }) => userId) } },
    select: { id: true, email: true },
  });
  const emailOf = new Map(users.map(({ id, email }) => [id, email]));
  await queueMails(
    tx,
    people.flatMap((one) => {
      const to = emailOf.get(one.userId);
      return to === undefined ? [] : [{ to, ...write(name, one) }];
    }),
  );
  const asking = people.filter(({ asked }) => asked !== null);
  if (asking.length === 0) return;
  await tellDeciders(tx, successorId, {
    kind: "merged",
    organisation: name,
    detail: toList(asking.flatMap(({ from }) => from)),
    path: "/organisatie",
  });
}

const toList = (names: readonly string[]) =>
  new Intl.ListFormat("nl", { type: "conjunction" }).format([...new Set(names)]);

function write(name: string, { from, given, asked }: Moved) {
  const t = createTranslator({ locale: "nl", messages: messages.nl, namespace: "herindelingen.mail" });
  const lines = [
    t("text", { from: toList(from), name, roles: toRoleWords(given) }),
    ...(asked === null ? [] : [t("asked", { role: messages.nl.terms.role[asked], name })]),
    t("work", { name }),
    `${env().NEXTAUTH_URL}/nl/account/lidmaatschap`,
    messages.nl.memberships.mail.closing,
  ];
  return { subject: t("subject", { name }), text: `${lines.join("\n\n")}\n` };
}
