import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReviewView } from "@/lib/reviews/queries";
import { listMarks } from "@/lib/reviews/rules";
import { ReviewerName } from "./reviewer-name";

type Props = {
  review: ReviewView;
  /** Of the solution that this is about. */
  slug: string;
  provider: string;
};

/** One oordeel: the pitfall first, because that is what another gemeente looks for. */
export function ReviewCard({ review, slug, provider }: Props) {
  const t = useTranslations("reviews");
  const locale = useLocale();
  return (
    <li className={`card print:py-1 ${review.isOld ? "bg-subtle text-soft" : ""}`}>
      <Head review={review} />
      <Words label={t("pitfall")} text={review.pitfall} />
      <Words label={t("tip")} text={review.tip} />
      <Effort review={review} />
      <MarkList review={review} />
      {review.reply && (
        <div className="mt-2 border-edge border-l-4 pl-3">
          <Words label={t("reply", { provider })} text={review.reply} />
        </div>
      )}
      {review.mayAnswer && (
        <p className="no-print mt-2">
          <a href={`/${locale}/voorzieningen/${slug}/oordelen/${review.id}/antwoord`}>{t("answer")}</a>
        </p>
      )}
    </li>
  );
}

function Head({ review }: { review: ReviewView }) {
  const t = useTranslations();
  const format = useFormatter();
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm">
      <strong>
        <ReviewerName who={review.who} />
      </strong>
      <time dateTime={review.writtenOn}>{format.dateTime(new Date(review.writtenOn), "month")}</time>
      {review.score !== null && (
        <span>{t("reviews.scoreOf", { score: format.number(review.score, "decimal") })}</span>
      )}
      {!review.isOfficial && <span className="tag">{t("reviews.remark")}</span>}
      {review.isOld && <span className="tag">{t("reviews.old")}</span>}
      {review.isDemo && <span className="tag">{t("common.fictitious")}</span>}
    </p>
  );
}

function Words({ label, text }: { label: string; text: string | null }) {
  if (!text) return null;
  return (
    <p className="measure mt-1">
      <strong>{label}:</strong>{" "}
      <span lang="nl" className="whitespace-pre-line">
        {text}
      </span>
    </p>
  );
}

function Effort({ review: { recommend, leadTimeMonths, effortHours } }: { review: ReviewView }) {
  const t = useTranslations("reviews");
  const facts = [
    recommend === null ? null : t("recommendOne", { value: recommend }),
    leadTimeMonths === null ? null : t("leadTimeOne", { months: leadTimeMonths }),
    effortHours === null ? null : t("effortOne", { hours: effortHours }),
  ].filter((fact) => fact !== null);
  return facts.length > 0 && <p className="mt-1 text-sm text-soft">{facts.join(" · ")}</p>;
}

function MarkList({ review }: { review: ReviewView }) {
  const t = useTranslations();
  const marks = listMarks(review);
  if (marks.length === 0) return null;
  return (
    <details className="no-print mt-1 text-sm">
      <summary className="link">{t("reviews.details")}</summary>
      <ul className="mt-1 columns-[16rem] gap-6">
        {marks.map(({ criterion, mark }) => (
          <li key={criterion}>
            {t(`terms.criterion.${criterion}`)}: {mark}
          </li>
        ))}
      </ul>
    </details>
  );
}
