import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getViewer } from "@/lib/core/viewer";
import type { Messages } from "@/messages";
import { ActingFor } from "./acting-for";

type Props = { namespaces: (keyof Messages)[]; children: ReactNode };

/**
 * Gives forms in the browser their words, and only theirs; fields always get errors and common. And
 * on whose behalf they are opened.
 */
export async function ClientMessages({ namespaces, children }: Props) {
  const [all, t, { user, organisation }] = await Promise.all([
    getMessages(),
    getTranslations("common"),
    getViewer(),
  ]);
  const picked = Object.fromEntries(
    (["errors", "common", ...namespaces] as const).map((namespace) => [namespace, all[namespace]]),
  );
  const acting = organisation && { id: organisation.id, name: t("organisationName", organisation) };
  return (
    <NextIntlClientProvider messages={picked}>
      <ActingFor organisation={user ? acting : undefined}>{children}</ActingFor>
    </NextIntlClientProvider>
  );
}
