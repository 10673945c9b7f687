import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AdminTasks } from "@/components/memberships/admin-tasks";
import { Contacts } from "@/components/memberships/contacts";
import { MembersTable } from "@/components/memberships/members-table";
import { MembershipNotice } from "@/components/memberships/membership-notice";
import { OpenInvitations } from "@/components/memberships/open-invitations";
import { OpenRequests } from "@/components/memberships/open-requests";
import { OrganisationGate } from "@/components/memberships/organisation-gate";
import { ClientMessages } from "@/components/ui/client-messages";
import { toLocale } from "@/lib/core/locales";
import { isMember, type Member } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { listInvitations } from "@/lib/memberships/invitations/queries";
import { listContacts, listMembers } from "@/lib/memberships/members/queries";
import { canManageMembers } from "@/lib/memberships/policy";
import { listOpenRequests } from "@/lib/memberships/requests/queries";
import { getAdminTasks } from "@/lib/memberships/reviews/queries";
import { canKeepPartners } from "@/lib/partnerships/policy";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({
    locale: toLocale((await params).locale),
    namespace: "memberships.organisation",
  });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, { melding }] = await Promise.all([getViewer(), searchParams]);
  if (!isMember(viewer)) return <OrganisationGate viewer={viewer} locale={locale} path="/organisatie" />;
  const isAdmin = canManageMembers(viewer, viewer.organisation);
  return (
    <>
      <MembershipNotice melding={melding} />
      <Heading member={viewer} isAdmin={isAdmin} />
      {isAdmin ? await Administration({ member: viewer }) : await Colleagues({ member: viewer })}
    </>
  );
}

type MemberProps = { member: Member };

function Heading({ member, isAdmin }: MemberProps & { isAdmin: boolean }) {
  const t = useTranslations("memberships.organisation");
  const common = useTranslations("common");
  const partnerships = useTranslations("partnerships");
  const locale = useLocale();
  return (
    <>
      <h1>{common("organisationTitle", member.organisation)}</h1>
      <p className="measure mt-3">{t(isAdmin ? "introAdmin" : "intro")}</p>
      {isAdmin && (
        <p className="mt-5 mb-8 flex flex-wrap items-center gap-x-6 gap-y-3">
          <a href={`/${locale}/organisatie/uitnodigen`} className="button">
            {t("invite")}
          </a>
          <a href={`/${locale}/organisatie/rechten`}>{t("review")}</a>
          <a href={`/${locale}/organisatie/logboek`}>{t("log")}</a>
        </p>
      )}
      {canKeepPartners(member) && (
        <p className="mt-5">
          <a href={`/${locale}/organisatie/deelnemers`}>{partnerships("link")}</a>
        </p>
      )}
    </>
  );
}

async function Colleagues({ member }: MemberProps) {
  return <Contacts contacts={await listContacts(member)} slug={member.organisation.slug} />;
}

async function Administration({ member }: MemberProps) {
  const { organisation } = member;
  const [tasks, requests, members, invitations] = await Promise.all([
    getAdminTasks(member),
    listOpenRequests(member, organisation),
    listMembers(member, organisation.id),
    listInvitations(member),
  ]);
  return (
    <ClientMessages namespaces={[]}>
      {tasks && <AdminTasks tasks={tasks} name={organisation.name} />}
      <OpenRequests requests={requests} path="/organisatie/aanvragen" />
      <MembersTable members={members} />
      <OpenInvitations invitations={invitations} />
    </ClientMessages>
  );
}
