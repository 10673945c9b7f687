import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AccountGate, AccountPage } from "@/components/accounts/account-page";
import { AskSearch } from "@/components/memberships/ask-search";
import { MembershipNotice } from "@/components/memberships/membership-notice";
import { OwnMemberships } from "@/components/memberships/own-memberships";
import { OwnRequests } from "@/components/memberships/own-requests";
import { ClientMessages } from "@/components/ui/client-messages";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import {
  findOrganisations,
  listOwnMemberships,
  listOwnRequests,
  suggestGemeente,
} from "@/lib/memberships/queries";
import { searchParams as searchSchema } from "@/lib/memberships/schema";

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "memberships.mine" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, search] = await Promise.all([getViewer(), searchParams]);
  if (!viewer.user) return <AccountGate locale={locale} path="/account/lidmaatschap" />;
  const { text } = searchSchema.parse(search);
  const [memberships, requests, found, suggestion] = await Promise.all([
    listOwnMemberships(viewer),
    listOwnRequests(viewer),
    findOrganisations(text),
    suggestGemeente(viewer),
  ]);
  return (
    <AccountPage here="membership">
      <MembershipNotice melding={search.melding} />
      <ClientMessages namespaces={[]}>
        <Title />
        <OwnMemberships memberships={memberships} activeId={viewer.organisation?.id ?? null} />
        <OwnRequests requests={requests} />
      </ClientMessages>
      <AskSearch text={text} found={found} suggestion={suggestion} />
    </AccountPage>
  );
}

function Title() {
  const t = useTranslations("memberships.mine");
  return <h2>{t("heading")}</h2>;
}
