import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AccountGate } from "@/components/accounts/account-page";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { AskForm } from "@/components/memberships/forms";
import { useRoleOptions } from "@/components/memberships/use-roles";
import { ClientMessages } from "@/components/ui/client-messages";
import { toLocale } from "@/lib/core/locales";
import type { ViewerOrganisation } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { getFunctionTitle, getOrganisation } from "@/lib/memberships/queries";
import { listRequestableRoles } from "@/lib/memberships/rules";

type Props = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "memberships.ask" });
  return { title: t("title") };
}

export default async function Page({ params }: Props) {
  const { locale: given, slug } = await params;
  const locale = toLocale(given);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!viewer.user) return <AccountGate locale={locale} path={`/account/lidmaatschap/aanvragen/${slug}`} />;
  const [organisation, functionTitle] = await Promise.all([getOrganisation(slug), getFunctionTitle(viewer)]);
  if (!organisation) notFound();
  return <Ask organisation={organisation} functionTitle={functionTitle} />;
}

type AskProps = { organisation: ViewerOrganisation; functionTitle: string };

function Ask({ organisation, functionTitle }: AskProps) {
  const t = useTranslations("memberships.ask");
  const common = useTranslations("common");
  const options = useRoleOptions();
  const name = common("organisationName", organisation);
  return (
    <div className="measure">
      <Breadcrumbs
        trail={[
          { label: t("account"), path: "/account" },
          { label: t("memberships"), path: "/account/lidmaatschap" },
        ]}
        here={t("title")}
      />
      <h1>{t("heading", { name })}</h1>
      <p className="mt-4 mb-6">{t("who", { name })}</p>
      <ClientMessages namespaces={["membershipForms"]}>
        <AskForm
          organisationId={organisation.id}
          roles={options(listRequestableRoles(organisation.kind))}
          functionTitle={functionTitle}
        />
      </ClientMessages>
    </div>
  );
}
