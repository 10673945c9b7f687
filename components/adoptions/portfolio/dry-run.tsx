import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Pagination } from "@/components/ui/pagination";
import { ScrollBox } from "@/components/ui/scroll-box";
import { takePage } from "@/lib/adoptions/portfolio/rules";
import type { Judged } from "@/lib/adoptions/spreadsheet/rules";
import { type VerdictKind, verdicts } from "@/lib/adoptions/spreadsheet/schema";
import { StatusBadge } from "../status-badge";
import { useStatusLabel } from "../use-status-label";

type Props = { id: string; judged: Judged[]; only: VerdictKind | undefined; page: number };

/** How many rows of each verdict, and the rows with what they do or why they are refused. */
export function DryRunRows({ id, judged, only, page: asked }: Props) {
  const t = useTranslations("portfolio.import");
  const locale = useLocale();
  const base = `/${locale}/mijn/importeren/${id}`;
  // What must be mended comes first.
  const ordered = verdicts.flatMap((kind) => judged.filter(({ verdict }) => verdict === kind));
  const chosen = only ? ordered.filter(({ verdict }) => verdict === only) : ordered;
  const { rows, page, pages } = takePage(chosen, asked);
  const hrefOf = (pagina: number) => `${base}?${only ? `oordeel=${only}&` : ""}pagina=${pagina}`;
  return (
    <>
      <ul className="mt-4 flex flex-wrap gap-2">
        {verdicts.map((kind) => (
          <li key={kind}>
            <a
              href={kind === only ? base : `${base}?oordeel=${kind}`}
              aria-current={kind === only ? "true" : undefined}
              className={`button button-small ${kind === only ? "" : "button-quiet"}`}
            >
              {t(`count.${kind}`, { count: judged.filter(({ verdict }) => verdict === kind).length })}
            </a>
          </li>
        ))}
      </ul>
      <ScrollBox label={t("rows")} className="mt-4">
        <table className="data-table">
          <caption>{t("caption", { shown: rows.length, total: judged.length })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("line")}</th>
              <th scope="col">{t("solution")}</th>
              <th scope="col">{t("verdict")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <td className="number">{row.line}</td>
                <th scope="row" className="break-words" lang="nl">
                  {row.name || t("noName")}
                </th>
                <td>
                  <strong>{t(`kind.${row.verdict}`)}</strong>
                  <Outcome row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <Pagination page={page} pages={pages} hrefOf={hrefOf} />
    </>
  );
}

function Outcome({ row }: { row: Judged }) {
  const t = useTranslations("portfolio");
  const label = useStatusLabel();
  const { verdict, faults, changed, solution, from, to } = row;
  const fault = useFaultSentence();
  if (verdict === "refused") {
    return (
      <ul>
        {faults.map((one, at) => (
          <li key={at}>{fault(one)}</li>
        ))}
      </ul>
    );
  }
  if (verdict === "same" || !solution || !to) return null;
  return (
    <div>
      {from && from !== to && `${label(from, solution.kind)} → `}
      <StatusBadge status={to} kind={solution.kind} />{" "}
      {changed.length > 0 && changed.map((name) => t(`column.${name}`)).join(", ")}
    </div>
  );
}

/** The column and the sentence; days in the words of the reader. */
function useFaultSentence() {
  const t = useTranslations("portfolio");
  const format = useFormatter();
  return ({ column, key, value = "" }: Judged["faults"][number]) => {
    const words = /^\d{4}-\d\d-\d\d$/.test(value) ? format.dateTime(new Date(value), "day") : value;
    const sentence = t(`fault.${key}`, { value: words });
    return column ? `${t(`column.${column}`)}: ${sentence}` : sentence;
  };
}
