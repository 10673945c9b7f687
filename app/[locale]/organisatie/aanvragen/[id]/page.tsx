import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { AdminPage } from "@/components/memberships/admin-page";
import { DecideRequest } from "@/components/memberships/decide-request";
import { OrganisationGate } from "@/components/memberships/organisation-gate";
import { toLocale } from "@/lib/core/locales";
import { isMember } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { canManageMembers } from "@/lib/memberships/policy";
import { getRequest } from "@/lib/memberships/requests/queries";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({
    locale: toLocale((await params).locale),
    namespace: "memberships.requests",
  });
  return { title: t("one") };
}

export default async function Page({ params }: Props) {
  const { locale: given, id } = await params;
  const locale = toLocale(given);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!isMember(viewer) || !canManageMembers(viewer, viewer.organisation)) {
    return <OrganisationGate viewer={viewer} locale={locale} path={`/organisatie/aanvragen/${id}`} />;
  }
  const request = z.uuid().safeParse(id).success ? await getRequest(viewer, id) : null;
  if (!request) notFound();
  const t = await getTranslations("memberships.requests");
  return (
    <AdminPage title={t("one")}>
      <DecideRequest viewer={viewer} request={request} by="organisation" />
    </AdminPage>
  );
}
