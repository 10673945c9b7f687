import { useFormatter, useTranslations } from "next-intl";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { useStatusLabel } from "../use-status-label";

type Column = "status" | "since" | "next" | "nextOn" | "lead" | "coverage" | "contract";

/** What breaks apart in the middle reads badly. */
const days: readonly Column[] = ["since", "nextOn", "contract"];

type Props = { caption: string; adoptions: AdoptionRecord[]; columns: readonly Column[] };

/** Adoptions in a plain table that is as good on paper as on a screen. */
export function ReportTable({ caption, adoptions, columns }: Props) {
  const t = useTranslations("portfolio.report");
  const cell = useCell();
  return (
    <table className="data-table report-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column.solution")}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {adoptions.map((adoption) => (
          <tr key={adoption.id}>
            <th scope="row" lang="nl">
              {adoption.solution.name}
            </th>
            {columns.map((column) => (
              <td
                key={column}
                data-label={t(`column.${column}`)}
                className={days.includes(column) ? "sm:whitespace-nowrap" : ""}
              >
                {cell(adoption, column)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function useCell() {
  const t = useTranslations("portfolio.report");
  const format = useFormatter();
  const label = useStatusLabel();
  const day = (value: string | null) => (value ? format.dateTime(new Date(value), "short") : "–");
  const toCoverage = ({ coverage, departments }: AdoptionRecord) => {
    const known = [coverage === null ? null : t("percent", { value: coverage }), departments];
    return known.filter(Boolean).join(", ") || "–";
  };
  return (adoption: AdoptionRecord, column: Column): string => {
    switch (column) {
      case "status":
        return label(adoption.status, adoption.solution.kind);
      case "since":
        return day(adoption.since);
      case "next":
        return adoption.nextStep ?? "–";
      case "nextOn":
        return day(adoption.nextOn);
      case "lead":
        return adoption.leadName ?? "–";
      case "coverage":
        return toCoverage(adoption);
      case "contract":
        return day(adoption.contractEndsOn);
    }
  };
}
