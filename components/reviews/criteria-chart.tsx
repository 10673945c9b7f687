import { useFormatter, useTranslations } from "next-intl";
import { ScrollBox } from "@/components/ui/scroll-box";
import type { Spread } from "@/lib/reviews/rules";

/** Per criterion the mean and how the marks are spread, as small bars; the numbers are behind it. */
export function CriteriaChart({ spread }: { spread: Spread[] }) {
  const t = useTranslations();
  const given = spread.filter((one) => one.given > 0);
  if (given.length === 0) return null;
  return (
    <div className="measure print:[&_td]:py-0 print:[&_th]:py-0">
      <table className="data-table">
        <caption>{t("reviews.spread")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("reviews.criterion")}</th>
            <th scope="col">{t("reviews.meanColumn")}</th>
            <th scope="col" className="max-sm:hidden">
              {t("reviews.spreadColumn")}
            </th>
          </tr>
        </thead>
        <tbody>
          {given.map((one) => (
            <Row key={one.criterion} spread={one} />
          ))}
        </tbody>
      </table>
      <details className="no-print mt-3">
        <summary className="link text-sm">{t("common.showTable")}</summary>
        <Counts spread={given} />
      </details>
    </div>
  );
}

function Row({ spread }: { spread: Spread }) {
  const t = useTranslations();
  const format = useFormatter();
  return (
    <tr>
      <th scope="row" className="font-normal">
        {t(`terms.criterion.${spread.criterion}`)}
      </th>
      <td>
        {spread.mean === null ? (
          t("reviews.tooFew")
        ) : (
          <>
            <strong>{format.number(spread.mean, "decimal")}</strong>{" "}
            <span className="whitespace-nowrap text-soft">{t("reviews.given", { count: spread.given })}</span>
          </>
        )}
      </td>
      <td className="max-sm:hidden">
        <svg
          viewBox="0 0 100 24"
          width="100"
          height="24"
          aria-hidden="true"
          className="text-scale-4 print:h-4"
        >
          <path d={barsPath(spread.counts)} fill="currentColor" />
          <path d="M0 23.5h100" stroke="currentColor" />
        </svg>
      </td>
    </tr>
  );
}

/** Five bars beside each other, the highest count as high as the drawing. */
function barsPath(counts: readonly number[]): string {
  const highest = Math.max(1, ...counts);
  return counts
    .map((count, index) => ({ x: index * 20 + 2, height: Math.round((count / highest) * 22) }))
    .map(({ x, height }) => `M${x} 24v-${height}h16v${height}z`)
    .join("");
}

function Counts({ spread }: { spread: Spread[] }) {
  const t = useTranslations();
  return (
    <ScrollBox label={t("reviews.countsTitle")} className="mt-2">
      <table className="data-table">
        <caption>{t("reviews.countsTitle")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("reviews.criterion")}</th>
            {[1, 2, 3, 4, 5].map((mark) => (
              <th key={mark} scope="col" className="number">
                {mark}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {spread.map(({ criterion, counts }) => (
            <tr key={criterion}>
              <th scope="row" className="font-normal">
                {t(`terms.criterion.${criterion}`)}
              </th>
              {counts.map((count, index) => (
                <td key={index} className="number">
                  {count}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
