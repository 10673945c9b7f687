import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AdminPage } from "@/components/memberships/admin-page";
import { InviteForm } from "@/components/memberships/forms";
import { OrganisationGate } from "@/components/memberships/organisation-gate";
import { useRoleOptions } from "@/components/memberships/use-roles";
import { toLocale } from "@/lib/core/locales";
import { isMember, type Member } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { canGive, canManageMembers } from "@/lib/memberships/policy";
import { listRoles } from "@/lib/memberships/rules";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({
    locale: toLocale((await params).locale),
    namespace: "memberships.invite",
  });
  return { title: t("title") };
}

export default async function Page({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!isMember(viewer) || !canManageMembers(viewer, viewer.organisation)) {
    return <OrganisationGate viewer={viewer} locale={locale} path="/organisatie/uitnodigen" />;
  }
  return <Invite member={viewer} />;
}

function Invite({ member }: { member: Member }) {
  const t = useTranslations("memberships.invite");
  const options = useRoleOptions();
  const locale = useLocale();
  const organisation = { ...member.organisation, hasAdmin: true };
  const roles = listRoles(organisation.kind).filter((role) =>
    canGive(member, { organisation, role, userId: null }),
  );
  return (
    <AdminPage title={t("title")}>
      <p className="mt-4 mb-6">{t("intro")}</p>
      <InviteForm roles={options(roles)} cancelHref={`/${locale}/organisatie`} />
    </AdminPage>
  );
}
