import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ScrollBox } from "@/components/ui/scroll-box";
import type { MemberRow } from "@/lib/memberships/members/queries";
import { standingOf } from "@/lib/memberships/rules";
import { useRoleWords } from "./use-roles";

/** Everybody in the organisation: what they are, when they were last here, whether they have a second step. */
export function MembersTable({ members }: { members: MemberRow[] }) {
  const t = useTranslations("memberships.members");
  return (
    <section aria-labelledby="leden" className="mt-10">
      <h2 id="leden">{t("title")}</h2>
      <ScrollBox label={t("title")} className="mt-3">
        <table className="data-table">
          <caption className="sr-only">{t("caption", { count: members.length })}</caption>
          <thead>
            <tr>
              {(["name", "roles", "lastSeen", "secondFactor", "state"] as const).map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <Row key={member.userId} member={member} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function Row({ member }: { member: MemberRow }) {
  const t = useTranslations("memberships.members");
  const locale = useLocale();
  const words = useRoleWords();
  const lastSeen = useLastSeen();
  const { userId, name, email, functionTitle, roles, hasSecondFactor, isDemo } = member;
  return (
    <tr>
      <th scope="row">
        <a href={`/${locale}/organisatie/leden/${userId}`}>{name ?? email}</a>
        {functionTitle && <span className="block font-normal text-soft">{functionTitle}</span>}
      </th>
      <td>{words(roles)}</td>
      <td>{lastSeen(member)}</td>
      <td>{isDemo ? t("notNeeded") : t(hasSecondFactor ? "has" : "hasNot")}</td>
      <td>{t(standingOf(member))}</td>
    </tr>
  );
}

/** The month in which somebody was last here: the day is nobody's business. */
export function useLastSeen() {
  const t = useTranslations("memberships.members");
  const format = useFormatter();
  return ({ lastSeenAt }: Pick<MemberRow, "lastSeenAt">) =>
    lastSeenAt ? format.dateTime(lastSeenAt, "month") : t("never");
}
