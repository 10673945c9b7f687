import { getFormatter, getTranslations } from "next-intl/server";
import { toCsv } from "@/lib/core/csv";
import { requirePermission } from "@/lib/core/errors";
import { handleDownload } from "@/lib/core/http";
import { type Locale, toLocale } from "@/lib/core/locales";
import { isMember } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { listMembers, type MemberRow } from "@/lib/memberships/members/queries";
import { canManageMembers } from "@/lib/memberships/policy";
import { listShownRoles, standingOf } from "@/lib/memberships/rules";

const columns = [
  "name",
  "mail",
  "functionTitle",
  "roles",
  "state",
  "since",
  "lastSeen",
  "secondFactor",
] as const;

/** Who has what in the organisation that the viewer acts for, as a CSV file for a spreadsheet. */
export function GET(request: Request): Promise<Response> {
  return handleDownload(async () => {
    const locale = toLocale(new URL(request.url).searchParams.get("taal"));
    const viewer = await getViewer();
    requirePermission(isMember(viewer) && canManageMembers(viewer, viewer.organisation), viewer);
    const { id, slug } = viewer.organisation;
    const [toCells, t, members] = await Promise.all([
      makeCells(locale),
      getTranslations({ locale, namespace: "memberships.members" }),
      listMembers(viewer, id),
    ]);
    const body = toCsv([columns.map((column) => t(column)), ...members.map(toCells)]);
    return { body, type: "text/csv; charset=utf-8", name: `rechten-${slug}.csv` };
  });
}

async function makeCells(locale: Locale) {
  const [t, format] = await Promise.all([getTranslations({ locale }), getFormatter({ locale })]);
  const word = (key: Parameters<typeof t>[0]) => t(key);
  return (member: MemberRow): string[] => [
    member.name ?? "",
    member.email,
    member.functionTitle ?? "",
    listShownRoles(member.roles)
      .map((role) => word(`terms.role.${role}`))
      .join(", "),
    word(`memberships.members.${standingOf(member)}`),
    format.dateTime(member.since, "day"),
    member.lastSeenAt ? format.dateTime(member.lastSeenAt, "month") : word("memberships.members.never"),
    word(`memberships.members.${member.isDemo ? "notNeeded" : member.hasSecondFactor ? "has" : "hasNot"}`),
  ];
}
