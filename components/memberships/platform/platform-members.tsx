import { useLocale, useTranslations } from "next-intl";
import { RowTable } from "@/components/ui/row-table";
import type { MemberRow } from "@/lib/memberships/members/queries";
import { standingOf } from "@/lib/memberships/rules";
import { useRoleWords } from "../use-roles";

/** The people of an organisation, administrators first, as the platform needs them. */
export function PlatformMembers({ members }: { members: MemberRow[] }) {
  const t = useTranslations("memberships.members");
  const locale = useLocale();
  const words = useRoleWords();
  if (members.length === 0) return null;
  const isAdmin = ({ roles }: MemberRow) => Number(roles.includes("ORGANISATION_ADMIN"));
  return (
    <div className="mt-6">
      <RowTable
        caption={t("title")}
        columns={[{ label: t("name") }, { label: t("mail") }, { label: t("roles") }, { label: t("state") }]}
        rows={members
          .toSorted((one, other) => isAdmin(other) - isAdmin(one))
          .map((member) => [
            { text: member.name ?? member.email, href: `/${locale}/platform/gebruikers/${member.userId}` },
            member.email,
            words(member.roles),
            t(standingOf(member)),
          ])}
      />
    </div>
  );
}
