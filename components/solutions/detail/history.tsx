import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { SolutionDetail } from "@/lib/solutions/queries";

/** Every text that was published, the newest first. */
export function History({ solution: { slug, versions } }: { solution: SolutionDetail }) {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  if (versions.length === 0) return <p>{t("facility.history.none")}</p>;
  return (
    <ol className="grid gap-1" reversed>
      {versions.map(({ number, publishedAt, comment, isDemo }, index) => (
        <li key={number}>
          <a href={`/${locale}/voorzieningen/${slug}/versies/${number}`}>
            {t("facility.history.version", {
              number,
              date: publishedAt ? format.dateTime(publishedAt, "day") : t("common.unknown"),
            })}
          </a>{" "}
          {index === 0 && <span className="text-sm text-soft">({t("facility.history.current")})</span>}{" "}
          {isDemo && <span className="tag">{t("common.fictitious")}</span>}
          {comment && (
            <span className="block text-sm text-soft" lang="nl">
              {t("facility.history.comment", { comment })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
