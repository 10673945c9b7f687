import "server-only";
import { createTranslator } from "next-intl";
import type { Transaction } from "@/lib/core/db";
import { env } from "@/lib/core/env";
import type { Role } from "@/lib/core/generated/prisma/enums";
import { queueMail } from "@/lib/notifications/mutations";
import type { Messages } from "@/messages";
import { messages } from "@/messages";
import { listShownRoles } from "../rules";

type Kind = keyof Messages["memberships"]["mail"];

export type Letter = {
  kind: Exclude<Kind, "closing">;
  organisation: string;
  /** What the sentence mentions: a role in words, a reason, a name. */
  detail?: string;
  /** Where the reader goes next, without the language: "/organisatie". */
  path?: string;
};

/**
 * Tells this address what changed, in the transaction of the change. In Dutch: nobody has told which
 * language they read, and the organisations are Dutch.
 */
export async function tellAddress(tx: Transaction, to: string, letter: Letter): Promise<void> {
  const t = createTranslator({ locale: "nl", messages: messages.nl, namespace: "memberships.mail" });
  const { kind, organisation, detail = "", path = "/account/lidmaatschap" } = letter;
  const values = { organisation, detail };
  const link = `${env().NEXTAUTH_URL}/nl${path}`;
  await queueMail(tx, {
    to,
    subject: t(`${kind}.subject`, values),
    text: `${t(`${kind}.text`, values)}\n\n${link}\n\n${t("closing")}\n`,
  });
}

/** The same for a person who is known. */
export async function tellUser(tx: Transaction, userId: string, letter: Letter): Promise<void> {
  const user = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
  await tellAddress(tx, user.email, letter);
}

/**
 * Tells who decides about people of this organisation: its administrators, or while there is none
 * those of the platform.
 */
export async function tellDeciders(tx: Transaction, organisationId: string, letter: Letter): Promise<void> {
  const own = await listHolders(tx, "ORGANISATION_ADMIN", organisationId);
  const addresses = own.length > 0 ? own : await listHolders(tx, "PLATFORM_ADMIN");
  for (const address of addresses) await tellAddress(tx, address, letter);
}

async function listHolders(tx: Transaction, role: Role, organisationId?: string): Promise<string[]> {
  const rows = await tx.membership.findMany({
    where: { role, disabledAt: null, user: { disabledAt: null }, ...(organisationId && { organisationId }) },
    select: { user: { select: { email: true } } },
    distinct: ["userId"],
  });
  return rows.map(({ user }) => user.email);
}

/** Roles as people read them, in a mail. */
export function toRoleWords(roles: readonly Role[]): string {
  const words = listShownRoles(roles).map((role) => messages.nl.terms.role[role]);
  return new Intl.ListFormat("nl", { type: "conjunction" }).format(words);
}
