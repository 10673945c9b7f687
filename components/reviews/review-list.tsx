import { useTranslations } from "next-intl";
import type { Reviews } from "@/lib/reviews/queries";
import { ReviewCard } from "./review-card";

type Props = {
  kind: "experiences" | "expectations";
  reviews: Reviews;
  slug: string;
  provider: string;
  headingLevel: 2 | 3;
  /** How many at most; the page of oordelen has them all. */
  limit?: number;
};

/** Experiences or expectations, never mixed, each with what it is worth. */
export function ReviewList({ kind, reviews, slug, provider, headingLevel, limit }: Props) {
  const t = useTranslations();
  const { count, reviews: list } = reviews[kind];
  if (count === 0) return null;
  const Heading = `h${headingLevel}` as const;
  return (
    <section aria-labelledby={kind} className={limit && kind === "expectations" ? "no-print" : undefined}>
      <Heading id={kind} className="mt-6">
        {t(`reviews.${kind}`)} ({count ?? t("common.fewerThanThree")})
      </Heading>
      <p className="measure mb-3 text-sm text-soft">{t(`reviews.${kind}Help`)}</p>
      {count === null && <p className="measure mb-3">{t("reviews.maskedList")}</p>}
      <ul className={`grid gap-3 print:gap-1 ${limit ? "print:[&>li:nth-child(n+4)]:hidden" : ""}`}>
        {list.slice(0, limit).map((review) => (
          <ReviewCard key={review.id} review={review} slug={slug} provider={provider} />
        ))}
      </ul>
    </section>
  );
}
