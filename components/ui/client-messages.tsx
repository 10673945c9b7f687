import { NextIntlClientProvider } from "next-intl";
import { getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { getUnsent } from "@/lib/core/unsent";
import { getViewer } from "@/lib/core/viewer";
import type { Messages } from "@/messages";
import { ActingFor } from "./acting-for";
import { Refilled } from "./refilled";

type Props = { namespaces: (keyof Messages)[]; children: ReactNode };

/**
 * Gives forms in the browser their words, and only theirs; fields always get errors and common. And
 * on whose behalf they are opened, and what is filled in again.
 */
export async function ClientMessages({ namespaces, children }: Props) {
  const [all, t, { user, organisation }, unsent] = await Promise.all([
    getMessages(),
    getTranslations("common"),
    getViewer(),
    getUnsent(),
  ]);
  const picked = Object.fromEntries(
    (["errors", "common", ...namespaces] as const).map((namespace) => [namespace, all[namespace]]),
  );
  const acting = organisation && { id: organisation.id, name: t("organisationName", organisation) };
  return (
    <NextIntlClientProvider messages={picked}>
      <ActingFor organisation={user ? acting : undefined}>
        {/* Also around nothing: React finds what a form answered by its place among these. */}
        <Refilled fields={unsent?.state === "filledIn" ? unsent.fields : null}>{children}</Refilled>
      </ActingFor>
    </NextIntlClientProvider>
  );
}
