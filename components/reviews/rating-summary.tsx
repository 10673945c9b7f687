import { useFormatter, useTranslations } from "next-intl";
import type { Reviews } from "@/lib/reviews/queries";

/** The mean with its n, or why there is none yet; then what else gemeenten answered. */
export function RatingSummary({ reviews }: { reviews: Reviews }) {
  const t = useTranslations("reviews");
  const format = useFormatter();
  const { count, mean } = reviews.rating;
  if (mean === null || count === null) return <p>{noMean()}</p>;
  return (
    <>
      <p>
        <strong className="text-xl">{t("mean", { mean: format.number(mean, "decimal") })}</strong>{" "}
        {t("meanOf", { count })}
      </p>
      <ul className="mt-2 text-sm">
        {answers().map((answer) => (
          <li key={answer}>{answer}</li>
        ))}
      </ul>
      <p className="mt-1 text-sm text-soft">{t("weights")}</p>
    </>
  );

  function noMean() {
    if (count === null) return t("noMean.masked");
    return count === 0 ? t("noMean.none") : t("noMean.few", { count });
  }

  function answers() {
    return (["recommend", "leadTime", "effort"] as const).flatMap((key) => {
      const { given, mean: value } = reviews[key];
      if (value === null) return [];
      const shown = key === "effort" ? format.number(Math.round(value)) : format.number(value, "decimal");
      return [t(key, { mean: shown, count: given })];
    });
  }
}
