import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { LinkForm } from "@/components/accounts/sign-in-forms";
import { ClientMessages } from "@/components/ui/client-messages";
import { getLinkAddress } from "@/lib/accounts/sign-in/queries";
import { type Locale, toLocale } from "@/lib/core/locales";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ token?: string | string[] }> };

/** The address holds a secret: it is kept from search engines and from other sites. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "signIn.link" });
  return { title: t("title"), robots: { index: false }, referrer: "same-origin" };
}

/** Only shows whose link this is: mail scanners open links, so that opening may not sign in. */
export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const { token } = await searchParams;
  const address = await getLinkAddress(token);
  if (!address || typeof token !== "string") return <Over locale={locale} />;
  return <Confirm token={token} address={address} />;
}

function Confirm({ token, address }: { token: string; address: string }) {
  const t = useTranslations("signIn.link");
  return (
    <div className="measure">
      <h1>{t("title")}</h1>
      <p className="mt-4 wrap-anywhere">{t("text", { address })}</p>
      <p className="mt-2 mb-6">{t("whose")}</p>
      <ClientMessages namespaces={["signIn"]}>
        <LinkForm token={token} />
      </ClientMessages>
    </div>
  );
}

function Over({ locale }: { locale: Locale }) {
  const t = useTranslations("signIn.link");
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
