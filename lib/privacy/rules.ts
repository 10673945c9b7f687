import { createTranslator } from "next-intl";
import { messages } from "@/messages";

/**
 * How long what is kept: the privacy page tells these numbers, and the daily work keeps to them. Days and
 * months; a log of seven years is the term of the Dutch selection list for accountability, after which it
 * is not removed by itself: a removed row would break its chain.
 */
export const retention = {
  sessionDays: 7,
  codeMinutes: 10,
  mailDays: 30,
  requestMonths: 6,
  invitationMonths: 6,
  unusedMonths: 24,
  noticeDays: 30,
  logYears: 7,
} as const;

/** The moment so many calendar months before another; a day that month has not becomes its last. */
export function monthsBefore(moment: Date, months: number): Date {
  const before = new Date(moment);
  const day = before.getUTCDate();
  before.setUTCDate(1);
  before.setUTCMonth(before.getUTCMonth() - months);
  const days = new Date(Date.UTC(before.getUTCFullYear(), before.getUTCMonth() + 1, 0)).getUTCDate();
  before.setUTCDate(Math.min(day, days));
  return before;
}

export function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * 86_400_000);
}

/** Who signed in for the last time before this moment, hears that their account will be erased. */
export function announcementBorder(now: Date): Date {
  const soon = new Date(now.getTime() + retention.noticeDays * 86_400_000);
  return monthsBefore(soon, retention.unusedMonths);
}

/** Is what somebody typed the address that they confirm with? Capitals and spaces around it do not matter. */
export function isConfirmation(typed: string, email: string): boolean {
  return typed.trim().toLowerCase() === email.trim().toLowerCase();
}

/** The address of somebody who was erased: nobody's, and never the same twice. */
export function addressOfErased(id: string): string {
  return `${id}@voormalig.invalid`;
}

/** What everybody reads instead of the name of somebody who worked there; kept in Dutch, as decisions are. */
export function nameInstead(place: { name: string } | null): string {
  const t = createTranslator({ locale: "nl", messages: messages.nl, namespace: "privacy.erased" });
  return place ? t("formerOf", { organisation: place.name }) : t("former");
}
