import "server-only";
import { createTransport } from "nodemailer";
import { env, isLocal } from "./env";

export type Letter = { id: string; to: string; subject: string; text: string };

/** A mail that was not handed over. `canRetry`: nothing was delivered, and a later attempt may succeed. */
export class MailError extends Error {
  constructor(
    /** Of nodemailer or SMTP: no words or addresses, so that it may be logged. */
    readonly code: string,
    readonly canRetry: boolean,
  ) {
    super(`mail not delivered: ${code}`);
    this.name = "MailError";
  }
}

/** Can this site send mail? */
export function hasMailServer(): boolean {
  return env().SMTP_URL !== undefined;
}

/** Hands one mail to the mail server; throws a MailError that says whether to try again. */
export async function sendMail({ id, to, subject, text }: Letter): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL || !MAIL_FROM) throw new MailError("ECONFIG", true);
  const transport = createTransport({
    url: SMTP_URL,
    // Codes do not cross a network in the clear; SMTP_URL may say otherwise with ?requireTLS=false.
    requireTLS: !isLocal(SMTP_URL),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // What goes wrong before the first command of the mail itself has certainly delivered nothing.
  await transport.verify().catch((error: unknown) => {
    throw new MailError(codeOf(error), true);
  });
  try {
    await transport.sendMail({
      from: MAIL_FROM,
      // As an object: a comma in it must not make a second recipient.
      to: { name: "", address: to },
      subject,
      text,
      messageId: `<${id}@${new URL(env().NEXTAUTH_URL).hostname}>`,
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } catch (error) {
    throw new MailError(codeOf(error), isTemporary(error));
  }
}

type SmtpFailure = { code?: unknown; responseCode?: unknown };

function codeOf(error: unknown): string {
  const { code, responseCode } = (error ?? {}) as SmtpFailure;
  return [code, responseCode].filter((part) => part !== undefined).join(" ") || "unknown";
}

/** Only a server that says "not now" has surely not delivered it; a lost connection may hide a delivery. */
function isTemporary(error: unknown): boolean {
  const { responseCode } = (error ?? {}) as SmtpFailure;
  return typeof responseCode === "number" && responseCode >= 400 && responseCode < 500;
}
