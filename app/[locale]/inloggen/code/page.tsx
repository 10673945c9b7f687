import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CodeForm, RepeatForm } from "@/components/accounts/sign-in-forms";
import { ClientMessages } from "@/components/ui/client-messages";
import { Notice } from "@/components/ui/notice";
import { isOutboxOpen } from "@/lib/accounts/outbox/queries";
import { getAskedAddress } from "@/lib/accounts/sign-in/queries";
import { type Locale, toLocale } from "@/lib/core/locales";
import { readAskedCookie } from "@/lib/core/session-cookie";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ melding?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "signIn.code" });
  return { title: t("title"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const asked = await readAskedCookie();
  if (!asked) redirect(`/${locale}/inloggen`);
  const [address, hasOutbox, { melding }] = await Promise.all([
    getAskedAddress(asked),
    isOutboxOpen(),
    searchParams,
  ]);
  if (!address) return <Over locale={locale} />;
  return <TypeCode locale={locale} address={address} hasOutbox={hasOutbox} isAgain={melding === "opnieuw"} />;
}

type CodeProps = { locale: Locale; address: string; hasOutbox: boolean; isAgain: boolean };

function TypeCode({ locale, address, hasOutbox, isAgain }: CodeProps) {
  const t = useTranslations("signIn");
  return (
    <div className="measure">
      {isAgain && <Notice>{t("code.sentAgain")}</Notice>}
      <h1>{t("code.title")}</h1>
      <p className="mt-4">{t("code.sent", { address })}</p>
      {hasOutbox && (
        <p className="mt-4">
          {t("byMail.outbox")} <a href={`/${locale}/postvak`}>{t("byMail.outboxLink")}</a>
        </p>
      )}
      <ClientMessages namespaces={["signIn"]}>
        <div className="mt-6">
          <CodeForm />
        </div>
        <h2 className="mt-10 text-lg">{t("code.noMail")}</h2>
        <p className="mt-2 mb-4">{t("code.noMailText")}</p>
        <RepeatForm />
      </ClientMessages>
      <p className="mt-4">
        <a href={`/${locale}/inloggen`}>{t("code.other")}</a>
      </p>
    </div>
  );
}

function Over({ locale }: { locale: Locale }) {
  const t = useTranslations("signIn.code");
  return (
    <div className="measure">
      <h1>{t("over")}</h1>
      <p className="mt-4 mb-6">{t("overText")}</p>
      <a href={`/${locale}/inloggen`} className="button">
        {t("restart")}
      </a>
    </div>
  );
}
