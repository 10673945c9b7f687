import { useFormatter, useTranslations } from "next-intl";
import { Fact } from "@/components/ui/fact";
import type { MemberRow } from "@/lib/memberships/members/queries";
import { standingOf } from "@/lib/memberships/rules";
import { useLastSeen } from "./members-table";
import { useRoleWords } from "./use-roles";

/** Who somebody is in the organisation. */
export function MemberFacts({ member }: { member: MemberRow }) {
  const t = useTranslations("memberships.members");
  const format = useFormatter();
  const words = useRoleWords();
  const lastSeen = useLastSeen();
  const { email, functionTitle, roles, since, isDemo, hasSecondFactor } = member;
  return (
    <dl className="mt-5 grid gap-4 sm:grid-cols-2">
      <Fact label={t("mail")}>
        <span className="wrap-anywhere">{email}</span>
      </Fact>
      {functionTitle && <Fact label={t("functionTitle")}>{functionTitle}</Fact>}
      <Fact label={t("roles")}>{words(roles)}</Fact>
      <Fact label={t("state")}>{t(standingOf(member))}</Fact>
      <Fact label={t("since")}>{format.dateTime(since, "day")}</Fact>
      <Fact label={t("lastSeen")}>{lastSeen(member)}</Fact>
      <Fact label={t("secondFactor")}>{isDemo ? t("notNeeded") : t(hasSecondFactor ? "has" : "hasNot")}</Fact>
    </dl>
  );
}
