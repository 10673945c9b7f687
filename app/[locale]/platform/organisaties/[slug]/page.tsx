import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PlatformGate } from "@/components/layout/platform-gate";
import { AdminPage } from "@/components/memberships/admin-page";
import { AppointForm } from "@/components/memberships/forms";
import { OpenRequests } from "@/components/memberships/open-requests";
import { PlatformMembers } from "@/components/memberships/platform/platform-members";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { listMembers, type MemberRow } from "@/lib/memberships/members/queries";
import { canGive, isPlatformAdmin, type OrganisationScope } from "@/lib/memberships/policy";
import { getOrganisation } from "@/lib/memberships/queries";
import { isAdministered, listOpenRequests, type OpenRequest } from "@/lib/memberships/requests/queries";

type Props = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({
    locale: toLocale((await params).locale),
    namespace: "memberships.platform",
  });
  return { title: t("one") };
}

export default async function Page({ params }: Props) {
  const { locale: given, slug } = await params;
  const locale = toLocale(given);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!isPlatformAdmin(viewer)) {
    return <PlatformGate viewer={viewer} locale={locale} path={`/platform/organisaties/${slug}`} />;
  }
  const found = await getOrganisation(slug);
  if (!found) notFound();
  const [hasAdmin, members, requests] = await Promise.all([
    isAdministered(found.id),
    listMembers(viewer, found.id),
    listOpenRequests(viewer, found),
  ]);
  const organisation = { ...found, hasAdmin };
  const mayAppoint = canGive(viewer, { organisation, role: "ORGANISATION_ADMIN", userId: null });
  return (
    <Organisation organisation={organisation} members={members} requests={requests} mayAppoint={mayAppoint} />
  );
}

type OrganisationProps = {
  organisation: OrganisationScope & { name: string };
  members: MemberRow[];
  requests: OpenRequest[];
  mayAppoint: boolean;
};

function Organisation({ organisation, members, requests, mayAppoint }: OrganisationProps) {
  const t = useTranslations("memberships.platform");
  const common = useTranslations("common");
  const { kind, name } = organisation;
  const trail = [
    { label: t("parent"), path: "/platform" },
    { label: t("title"), path: "/platform/organisaties" },
  ];
  return (
    <AdminPage title={common("organisationTitle", { kind, name })} trail={trail} isWide>
      <p className="measure mt-4">{t(organisation.hasAdmin ? "hasAdmin" : "hasNoAdmin")}</p>
      <PlatformMembers members={members} />
      {!organisation.hasAdmin && <OpenRequests requests={requests} path="/platform/aanvragen" />}
      {mayAppoint && (
        <section className="measure mt-10">
          <h2>{t("appoint")}</h2>
          <p className="mt-3 mb-4">{t("appointText")}</p>
          <AppointForm organisationId={organisation.id} />
        </section>
      )}
    </AdminPage>
  );
}
