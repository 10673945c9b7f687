import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AccountGate, AccountPage } from "@/components/accounts/account-page";
import { SignInFailure } from "@/components/accounts/sign-in-failure";
import { UnlinkForm } from "@/components/accounts/unlink-form";
import { ClientMessages } from "@/components/ui/client-messages";
import { Notice } from "@/components/ui/notice";
import {
  type Linkable,
  listLinkable,
  listOwnIdentities,
  type OwnIdentity,
} from "@/lib/accounts/identities/queries";
import { identityNoticeSchema } from "@/lib/accounts/identities/schema";
import { type Locale, toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";

type Search = { melding?: string | string[]; fout?: string | string[] };
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "accounts.nav" });
  return { title: t("identities") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, { melding, fout }] = await Promise.all([getViewer(), searchParams]);
  if (!viewer.user) return <AccountGate locale={locale} path="/account/inlogaccounts" />;
  const [t, own, linkable] = await Promise.all([
    getTranslations("identities.own"),
    listOwnIdentities(viewer),
    listLinkable(viewer),
  ]);
  const notice = identityNoticeSchema.parse(melding);
  return (
    <AccountPage here="identities">
      <SignInFailure failure={fout} />
      {notice && <Notice>{t(`notice.${notice}`)}</Notice>}
      <div className="measure">
        <Own identities={own} />
        <Linkables providers={linkable} locale={locale} />
      </div>
    </AccountPage>
  );
}

function Own({ identities }: { identities: OwnIdentity[] }) {
  const t = useTranslations("identities.own");
  if (identities.length === 0) return <p>{t("none")}</p>;
  return (
    <ClientMessages namespaces={["identities"]}>
      <p>{t("intro")}</p>
      <ul className="mt-4 grid gap-4">
        {identities.map(({ id, label, isActive, organisation }) => (
          <li key={id} className="card">
            <h2 className="text-lg">{t("item", { organisation: organisation.name, label })}</h2>
            {!isActive && <p className="mt-1">{t("off")}</p>}
            <p className="mt-1 mb-3 text-sm text-soft">{t("unlinkHelp")}</p>
            <UnlinkForm identityId={id} />
          </li>
        ))}
      </ul>
    </ClientMessages>
  );
}

function Linkables({ providers, locale }: { providers: Linkable[]; locale: Locale }) {
  const t = useTranslations("identities.own");
  return (
    <section aria-labelledby="koppelen" className="mt-10">
      <h2 id="koppelen">{t("linkTitle")}</h2>
      {providers.length === 0 ? (
        <p className="mt-3">{t("nothing")}</p>
      ) : (
        <>
          <p className="mt-3 mb-5">{t("linkText")}</p>
          <ul className="grid justify-items-start gap-3">
            {providers.map(({ id, label, organisation }) => (
              <li key={id}>
                <a href={`/${locale}/inloggen/via/${id}?koppel=ja`} className="button button-quiet">
                  {t("link", { organisation: organisation.name, label })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
