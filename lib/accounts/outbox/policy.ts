import { isLocal } from "@/lib/core/env";

type Settings = { SMTP_URL?: string | undefined; NEXTAUTH_URL: string; PLUS1_DEMO?: "0" | "1" | undefined };

/**
 * May everybody read the mail of this site? Only where it is a demonstration on one's own machine that
 * cannot send any: whoever reads it can sign in as anybody.
 */
export function canReadOutbox(settings: Settings, { hasDemo }: { hasDemo: boolean }): boolean {
  const { SMTP_URL, NEXTAUTH_URL, PLUS1_DEMO } = settings;
  return hasDemo && PLUS1_DEMO !== "0" && SMTP_URL === undefined && isLocal(NEXTAUTH_URL);
}
