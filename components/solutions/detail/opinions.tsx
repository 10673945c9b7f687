import { useLocale, useTranslations } from "next-intl";
import { CriteriaChart } from "@/components/reviews/criteria-chart";
import { RatingSummary } from "@/components/reviews/rating-summary";
import { ReviewList } from "@/components/reviews/review-list";
import type { OwnReview, Reviews } from "@/lib/reviews/queries";
import type { SolutionDetail } from "@/lib/solutions/queries";

type Props = {
  solution: SolutionDetail;
  reviews: Reviews;
  /** Null when the viewer cannot give an oordeel. */
  own: OwnReview | null;
};

/** What gemeenten think: the mean or why there is none, pitfalls, and the spread per criterion. */
export function Opinions({ solution, reviews, own }: Props) {
  const t = useTranslations("reviews");
  const locale = useLocale();
  const { slug, provider } = solution;
  const list = { reviews, slug, provider: provider.name, headingLevel: 3 } as const;
  const base = `/${locale}/voorzieningen/${slug}`;
  const { experiences, expectations } = reviews;
  const isEmpty = experiences.count === 0 && expectations.count === 0;
  const count =
    experiences.count === null || expectations.count === null ? null : experiences.count + expectations.count;
  return (
    <>
      {isEmpty ? (
        <p>{own?.kind === "EXPERIENCE" ? t("emptyOwn") : t("empty")}</p>
      ) : (
        <RatingSummary reviews={reviews} />
      )}
      <ReviewList kind="experiences" {...list} limit={4} />
      <ReviewList kind="expectations" {...list} limit={2} />
      <p className="no-print mt-4 flex flex-wrap items-center gap-4">
        {own && (
          <a href={`${base}/oordeel`} className="button button-quiet">
            {own.current ? t("change") : t("write")}
          </a>
        )}
        {!isEmpty && <a href={`${base}/oordelen`}>{count === null ? t("allMasked") : t("all", { count })}</a>}
      </p>
      {reviews.spread && (
        <div className="mt-6">
          <CriteriaChart spread={reviews.spread} />
        </div>
      )}
    </>
  );
}
