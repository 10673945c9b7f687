import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AccountGate, AccountPage } from "@/components/accounts/account-page";
import { SessionList } from "@/components/accounts/session-list";
import { Notice } from "@/components/ui/notice";
import { canEndSessions } from "@/lib/accounts/sessions/policy";
import { listOwnSessions } from "@/lib/accounts/sessions/queries";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ melding?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({
    locale: toLocale((await params).locale),
    namespace: "accounts.sessions",
  });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, { melding }] = await Promise.all([getViewer(), searchParams]);
  if (!viewer.user) return <AccountGate locale={locale} path="/account/sessies" />;
  const [t, sessions] = await Promise.all([getTranslations("accounts.sessions"), listOwnSessions(viewer)]);
  return (
    <AccountPage here="sessions">
      {(melding === "ended" || melding === "others") && <Notice>{t(`notice.${melding}`)}</Notice>}
      <div className="measure">
        <p>{canEndSessions(viewer) ? t("intro") : t("demo")}</p>
        <p className="mt-2 text-soft">{t("rule")}</p>
      </div>
      <SessionList sessions={sessions} />
    </AccountPage>
  );
}
