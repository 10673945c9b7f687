import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages } from "@/messages";

type Props = { namespaces: (keyof Messages)[]; children: ReactNode };

/** Gives forms in the browser their words, and only theirs; fields always get errors and common. */
export async function ClientMessages({ namespaces, children }: Props) {
  const all = await getMessages();
  const picked = Object.fromEntries(
    (["errors", "common", ...namespaces] as const).map((namespace) => [namespace, all[namespace]]),
  );
  return <NextIntlClientProvider messages={picked}>{children}</NextIntlClientProvider>;
}
