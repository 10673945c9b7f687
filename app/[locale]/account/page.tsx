import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ProfileForm } from "@/components/accounts/account-forms";
import { AccountGate, AccountPage } from "@/components/accounts/account-page";
import { ClientMessages } from "@/components/ui/client-messages";
import { Fact } from "@/components/ui/fact";
import { Notice } from "@/components/ui/notice";
import { canChangeProfile } from "@/lib/accounts/profile/policy";
import { getProfile, type Profile } from "@/lib/accounts/profile/queries";
import { type Locale, toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ melding?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "accounts" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, { melding }] = await Promise.all([getViewer(), searchParams]);
  const profile = await getProfile(viewer);
  if (!profile) return <AccountGate locale={locale} path="/account" />;
  const t = await getTranslations("accounts.profile");
  return (
    <AccountPage here="profile">
      {melding === "bewaard" && <Notice>{t("saved")}</Notice>}
      <div className="measure">
        {canChangeProfile(viewer) ? <Own profile={profile} /> : <Demo profile={profile} locale={locale} />}
      </div>
    </AccountPage>
  );
}

function Own({ profile }: { profile: Profile }) {
  const t = useTranslations("accounts.profile");
  const { name, functionTitle, email } = profile;
  return (
    <>
      {!name && <p className="mb-6 rounded-md border-2 border-warning-edge bg-warning p-4">{t("noName")}</p>}
      <dl className="mb-6">
        <Fact label={t("email")}>
          <span className="wrap-anywhere">{email}</span>
          <p className="text-sm text-soft">{t("emailHelp")}</p>
        </Fact>
      </dl>
      <ClientMessages namespaces={["accounts"]}>
        <ProfileForm profile={{ name: name ?? "", functionTitle: functionTitle ?? "" }} />
      </ClientMessages>
    </>
  );
}

function Demo({ profile, locale }: { profile: Profile; locale: Locale }) {
  const t = useTranslations("accounts.profile");
  return (
    <>
      <p className="mb-6">{t("demo", { name: profile.name ?? "" })}</p>
      <dl className="mb-6">
        <Fact label={t("functionTitle")}>{profile.functionTitle ?? t("none")}</Fact>
      </dl>
      <a href={`/${locale}/inloggen`} className="button button-quiet">
        {t("demoSwitch")}
      </a>
    </>
  );
}
