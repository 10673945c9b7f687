import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { CriteriaChart } from "@/components/reviews/criteria-chart";
import { RatingSummary } from "@/components/reviews/rating-summary";
import { ReviewList } from "@/components/reviews/review-list";
import { Notice } from "@/components/ui/notice";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { getReviews } from "@/lib/reviews/queries";
import { getSolution } from "@/lib/solutions/queries";

type Props = {
  params: Promise<{ locale: string; slug: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

const noticeSchema = z.literal("reviewAnswered").optional().catch(undefined);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const solution = await getSolution(await getViewer(), slug);
  if (!solution) return {};
  const t = await getTranslations({ locale: toLocale(locale), namespace: "reviews" });
  const { name } = solution;
  return { title: t("title", { name }), description: t("description", { name }) };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(toLocale(locale));
  const [t, viewer] = await Promise.all([getTranslations(), getViewer()]);
  const solution = await getSolution(viewer, slug);
  if (!solution) notFound();
  const reviews = await getReviews(viewer, solution);
  const notice = noticeSchema.parse((await searchParams).melding);
  const trail = [
    { label: t("layout.nav.solutions"), path: "/voorzieningen" },
    { label: solution.name, path: `/voorzieningen/${slug}` },
  ];
  const provider = solution.provider.name;
  return (
    <>
      <Breadcrumbs trail={trail} here={t("reviews.crumb")} />
      {notice && <Notice>{t(`reviews.notice.${notice}`)}</Notice>}
      <h1 className="mb-6">{t("reviews.title", { name: solution.name })}</h1>
      <RatingSummary reviews={reviews} />
      {reviews.spread && <CriteriaChart spread={reviews.spread} />}
      <ReviewList kind="experiences" reviews={reviews} slug={slug} provider={provider} headingLevel={2} />
      <ReviewList kind="expectations" reviews={reviews} slug={slug} provider={provider} headingLevel={2} />
    </>
  );
}
