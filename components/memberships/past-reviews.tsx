import { useFormatter, useTranslations } from "next-intl";
import type { PastReview } from "@/lib/memberships/reviews/queries";

/** When the rights were gone through before, by whom and with what outcome. */
export function PastReviews({ reviews }: { reviews: PastReview[] }) {
  const t = useTranslations("memberships.review");
  const format = useFormatter();
  if (reviews.length === 0) return <p className="mt-4">{t("never")}</p>;
  return (
    <section aria-labelledby="eerder" className="mt-10">
      <h2 id="eerder">{t("past")}</h2>
      <ul className="mt-3 list-disc pl-5">
        {reviews.map(({ id, at, reviewer, kept, ended }) => (
          <li key={id}>
            {t("pastLine", {
              date: format.dateTime(at, "day"),
              name: reviewer ?? t("former"),
              kept,
              ended,
            })}
          </li>
        ))}
      </ul>
    </section>
  );
}
