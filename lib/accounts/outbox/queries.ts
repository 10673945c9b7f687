import "server-only";
import { database } from "@/lib/core/db";
import { env } from "@/lib/core/env";
import { hasDemoLayer } from "@/lib/organisations/queries";
import { canReadOutbox } from "./policy";

/** Is the outbox of this site open to everybody? */
export async function isOutboxOpen(): Promise<boolean> {
  return canReadOutbox(env(), { hasDemo: await hasDemoLayer() });
}

/** The newest fifty mails that wait, newest first; null where they are nobody's to read. */
export async function listOutbox() {
  if (!(await isOutboxOpen())) return null;
  return database().outgoingMail.findMany({
    where: { sentAt: null, text: { not: "" } },
    select: { id: true, to: true, subject: true, text: true, createdAt: true },
    orderBy: { createdAt: "desc" },
    take: 50,
  });
}

export type WaitingMail = NonNullable<Awaited<ReturnType<typeof listOutbox>>>[number];
