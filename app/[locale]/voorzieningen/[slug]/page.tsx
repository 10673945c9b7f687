import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { Facility } from "@/components/solutions/detail/facility";
import { Notice } from "@/components/ui/notice";
import { getOwnAdoption, getParticipation } from "@/lib/adoptions/queries";
import { today } from "@/lib/core/dates";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { getAdoptionCurve } from "@/lib/dashboard/queries";
import { canFollow } from "@/lib/follows/policy";
import { isFollowing } from "@/lib/follows/queries";
import { canReview } from "@/lib/reviews/policy";
import { getOwnReview, getReviews } from "@/lib/reviews/queries";
import { getSolution } from "@/lib/solutions/queries";

type Props = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

const noticeSchema = z.literal("reviewWritten").optional().catch(undefined);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const solution = await getSolution(await getViewer(), (await params).slug);
  return solution ? { title: solution.name, description: solution.summary } : {};
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, slug } = await params;
  const locale = toLocale(language);
  setRequestLocale(locale);
  const viewer = await getViewer();
  const solution = await getSolution(viewer, slug);
  if (!solution) notFound();
  const [t, participation, adoption, curve, reviews, ownReview, follows] = await Promise.all([
    getTranslations(),
    getParticipation(viewer, solution),
    getOwnAdoption(viewer, solution.id),
    getAdoptionCurve({ solutionIds: [solution.id] }),
    getReviews(viewer, solution),
    canReview(viewer, solution) ? getOwnReview(viewer, solution.id) : null,
    canFollow(viewer) ? isFollowing(viewer, { kind: "voorziening", key: slug }) : null,
  ]);
  const notice = noticeSchema.parse((await searchParams).melding);
  return (
    <>
      <Breadcrumbs
        trail={[{ label: t("layout.nav.solutions"), path: "/voorzieningen" }]}
        here={solution.name}
      />
      {notice && <Notice>{t(`reviews.notice.${notice}`)}</Notice>}
      <Facility
        {...{ viewer, locale, solution, participation, adoption, curve, reviews, ownReview, follows }}
        today={today()}
      />
    </>
  );
}
