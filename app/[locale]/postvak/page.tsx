import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Outbox } from "@/components/accounts/outbox";
import { listOutbox } from "@/lib/accounts/outbox/queries";
import { env, isLocal } from "@/lib/core/env";
import { toLocale } from "@/lib/core/locales";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "signIn.outbox" });
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  // Also where NEXTAUTH_URL was forgotten: whoever comes by another name is not on this machine
  // (the door puts the name of the site in place of theirs, and keeps theirs here).
  const isHere = isLocal(`http://${(await headers()).get("x-asked-host")}`);
  const mails = isHere ? await listOutbox() : null;
  if (!mails) notFound();
  const t = await getTranslations("signIn.outbox");
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="measure mt-4 rounded-md border-2 border-warning-edge bg-warning p-4">{t("why")}</p>
      <Outbox mails={mails} locale={locale} origin={new URL(env().NEXTAUTH_URL).origin} />
    </>
  );
}
