import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AdminPage } from "@/components/memberships/admin-page";
import { useLastSeen } from "@/components/memberships/members-table";
import { OrganisationGate } from "@/components/memberships/organisation-gate";
import { PastReviews } from "@/components/memberships/past-reviews";
import { ReviewForm } from "@/components/memberships/review-form";
import { useRoleWords } from "@/components/memberships/use-roles";
import { toLocale } from "@/lib/core/locales";
import { isMember, type Member } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { listMembers, type MemberRow } from "@/lib/memberships/members/queries";
import { canManageMembers } from "@/lib/memberships/policy";
import { listReviews, type PastReview } from "@/lib/memberships/reviews/queries";
import { standingOf } from "@/lib/memberships/rules";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({
    locale: toLocale((await params).locale),
    namespace: "memberships.review",
  });
  return { title: t("title") };
}

export default async function Page({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!isMember(viewer) || !canManageMembers(viewer, viewer.organisation)) {
    return <OrganisationGate viewer={viewer} locale={locale} path="/organisatie/rechten" />;
  }
  const [members, reviews] = await Promise.all([
    listMembers(viewer, viewer.organisation.id),
    listReviews(viewer),
  ]);
  return <Review viewer={viewer} members={members} reviews={reviews} />;
}

type ReviewProps = { viewer: Member; members: MemberRow[]; reviews: PastReview[] };

function Review({ viewer, members, reviews }: ReviewProps) {
  const t = useTranslations("memberships.review");
  const locale = useLocale();
  const toLine = useReviewLine(viewer);
  return (
    <AdminPage title={t("title")}>
      <p className="mt-4">{t("intro", { name: viewer.organisation.name })}</p>
      <p className="no-print mt-3 mb-6">
        <a href={`/api/rechten?taal=${locale}`} download>
          {t("csv")}
        </a>
      </p>
      <ReviewForm lines={members.map(toLine)} />
      <PastReviews reviews={reviews} />
    </AdminPage>
  );
}

/** A person with what they have, in words. */
function useReviewLine({ user }: Member) {
  const t = useTranslations("memberships.members");
  const words = useRoleWords();
  const lastSeen = useLastSeen();
  return (member: MemberRow) => ({
    userId: member.userId,
    roles: member.roles.join(),
    name: member.name ?? member.email,
    isSelf: member.userId === user.id,
    facts: [
      words(member.roles),
      ...(member.functionTitle ? [member.functionTitle] : []),
      t("lastSeenIn", { month: lastSeen(member) }),
      ...(member.isSuspended || member.isDisabled ? [t(standingOf(member))] : []),
    ],
  });
}
