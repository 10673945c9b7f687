import { expect } from "@playwright/test";
import { type Received, startMailSink, takeMail } from "./mail-sink";

const smtpUrl = process.env.SMTP_URL;
const folder = process.env.MAIL_SINK ?? "";

/** Playwright runs this before all journeys: receives the mail of a site that was started with the same SMTP_URL. */
export default async function receiveMail() {
  if (!smtpUrl) return;
  process.env.MAIL_SINK ??= `${process.cwd()}/.data/test/mail`;
  return startMailSink(Number(new URL(smtpUrl).port), process.env.MAIL_SINK);
}

/** The oldest mail to this address that was not read yet; waits for it. Each is read once. */
export async function readMail(address: string): Promise<Received> {
  if (!folder)
    throw new Error("Start the site and the journeys with the same SMTP_URL=smtp://127.0.0.1:<port>");
  let mail: Received | null = null;
  await expect
    .poll(() => (mail = takeMail(folder, address)), { message: `a mail to ${address}`, timeout: 20_000 })
    .not.toBeNull();
  return mail ?? Promise.reject(new Error(`no mail to ${address}`));
}

/** The first link to this site in a mail, without its origin. */
export function linkIn({ text }: Received): string {
  const link = /https?:\/\/\S+/.exec(text)?.[0];
  if (!link) throw new Error(`no link in "${text}"`);
  const { pathname, search } = new URL(link);
  return pathname + search;
}

/** The six digits of a mail to sign in with. */
export function codeIn({ text }: Received): string {
  return /\b(\d{3}) (\d{3})\b/.exec(text)?.slice(1).join("") ?? "";
}

/** An address that no other test uses. */
export function newAddress(name = "proef"): string {
  return `${name}.${Date.now().toString(36)}${Math.random().toString(36).slice(2, 7)}@gemeente.test`;
}
