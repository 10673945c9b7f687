import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { AdminPage } from "@/components/memberships/admin-page";
import { RolesForm } from "@/components/memberships/forms";
import { MemberFacts } from "@/components/memberships/member-facts";
import { MemberSteps } from "@/components/memberships/member-steps";
import { MembershipNotice } from "@/components/memberships/membership-notice";
import { OrganisationGate } from "@/components/memberships/organisation-gate";
import { useRoleOptions } from "@/components/memberships/use-roles";
import { toLocale } from "@/lib/core/locales";
import { isMember, type Member } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { getMember, type MemberRow } from "@/lib/memberships/members/queries";
import { canManageMembers, canRemove, listChangeable } from "@/lib/memberships/policy";

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({
    locale: toLocale((await params).locale),
    namespace: "memberships.member",
  });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: given, id } = await params;
  const locale = toLocale(given);
  setRequestLocale(locale);
  const [viewer, { melding }] = await Promise.all([getViewer(), searchParams]);
  if (!isMember(viewer) || !canManageMembers(viewer, viewer.organisation)) {
    return <OrganisationGate viewer={viewer} locale={locale} path={`/organisatie/leden/${id}`} />;
  }
  const pair = { organisationId: viewer.organisation.id, userId: id };
  const member = z.uuid().safeParse(id).success ? await getMember(viewer, pair) : null;
  if (!member) notFound();
  return (
    <>
      <MembershipNotice melding={melding} />
      <AdminPage title={member.name ?? member.email}>
        <MemberFacts member={member} />
        <Roles viewer={viewer} member={member} />
        {canRemove(viewer, { organisation: viewer.organisation, userId: id }) && (
          <MemberSteps member={member} organisationId={pair.organisationId} />
        )}
      </AdminPage>
    </>
  );
}

function Roles({ viewer, member }: { viewer: Member; member: MemberRow }) {
  const t = useTranslations("memberships.member");
  const options = useRoleOptions();
  const { userId, roles } = member;
  const organisation = { ...viewer.organisation, hasAdmin: true };
  const changeable = listChangeable(viewer, { organisation, userId, roles });
  if (member.isSuspended || changeable.length === 0) return null;
  return (
    <section className="mt-10">
      <h2>{t("roles")}</h2>
      <p className="mt-3 mb-4">{t(userId === viewer.user.id ? "rolesOwn" : "rolesText")}</p>
      <RolesForm
        id="rollen"
        by="organisation"
        organisationId={organisation.id}
        userId={userId}
        held={roles}
        options={options(changeable)}
      />
    </section>
  );
}
