import { useFormatter, useTranslations } from "next-intl";
import type { OwnReview } from "@/lib/reviews/queries";
import { listMarks } from "@/lib/reviews/rules";

type Props = { saved: NonNullable<OwnReview["current"]> };

/** What is recorded now; it shows what somebody else changed while one was typing. */
export function SavedReview({ saved }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const date = format.dateTime(new Date(saved.writtenOn), "day");
  const name = saved.author?.name;
  return (
    <details className="card measure mb-6 bg-subtle">
      <summary className="font-semibold">{t("reviews.form.saved")}</summary>
      <p className="mt-2 text-sm text-soft">
        {name ? t("reviews.form.savedBy", { date, name }) : t("reviews.form.savedOn", { date })}
      </p>
      <ul className="mt-2">
        {listMarks(saved).map(({ criterion, mark }) => (
          <li key={criterion}>
            {t(`terms.criterion.${criterion}`)}: {mark}
          </li>
        ))}
      </ul>
      {(["pitfall", "tip"] as const).map(
        (key) =>
          saved[key] && (
            <p key={key} className="mt-2">
              <strong>{t(`reviews.${key}`)}:</strong> <span lang="nl">{saved[key]}</span>
            </p>
          ),
      )}
    </details>
  );
}
