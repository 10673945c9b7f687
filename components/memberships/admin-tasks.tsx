import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { AdminTasks as Tasks } from "@/lib/memberships/reviews/queries";

/** What waits for the administrator of an organisation; nothing when nothing does. */
export function AdminTasks({ tasks, name }: { tasks: Tasks; name: string }) {
  const t = useTranslations("memberships.tasks");
  const locale = useLocale();
  const format = useFormatter();
  const { requests, isReviewDue, lastReview } = tasks;
  if (requests === 0 && !isReviewDue) return null;
  return (
    <section
      aria-labelledby="beheertaken"
      className="no-print mb-8 rounded-md border-2 border-warning-edge bg-warning p-4"
    >
      <h2 id="beheertaken" className="text-lg">
        {t("title", { name })}
      </h2>
      <ul className="mt-2 list-disc pl-5">
        {requests > 0 && (
          <li>
            <a href={`/${locale}/organisatie#aanvragen`}>{t("requests", { count: requests })}</a>
          </li>
        )}
        {isReviewDue && (
          <li>
            {lastReview ? t("reviewOld", { date: format.dateTime(lastReview, "day") }) : t("reviewNever")}{" "}
            <a href={`/${locale}/organisatie/rechten`}>{t("review")}</a>
          </li>
        )}
      </ul>
    </section>
  );
}
