import { useLocale, useTranslations } from "next-intl";
import { useStatusLabel } from "@/components/adoptions/use-status-label";
import { Pagination } from "@/components/ui/pagination";
import { RowTable } from "@/components/ui/row-table";
import { type AdoptionStatus, statuses } from "@/lib/adoptions/rules";
import type { Rows } from "@/lib/dashboard/rows/rules";
import type { Scope } from "@/lib/dashboard/scope/schema";
import { dashboardPath, filePath, rowsPath } from "./links";
import { tabulateRows } from "./tables";
import { useWords } from "./words";

type Props = { rows: Rows; scope: Scope; status: AdoptionStatus | null };

/** Who is where on the day, by name, as far as the reader may see it. */
export function RowList({ rows: { rows, total, page, pages }, scope, status }: Props) {
  const t = useTranslations("dashboard.rows");
  const terms = useTranslations("terms.status");
  const locale = useLocale();
  const words = useWords();
  const label = useStatusLabel();
  const here = rowsPath(locale, scope, status ?? undefined);
  const hrefOf = (to: number) => `${here}${here.includes("?") ? "&" : "?"}page=${to}`;
  return (
    <>
      <nav aria-label={t("states")} className="no-print mt-6">
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
          {[null, ...statuses].map((one) => (
            <li key={one ?? ""}>
              <a
                href={rowsPath(locale, scope, one ?? undefined)}
                aria-current={one === status ? "true" : undefined}
              >
                {one === null ? t("all") : terms(one)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <p role="status" className="mt-4 font-semibold">
        {t("count", { count: total, date: words.day(scope.day) })}
      </p>
      {total > 0 && <RowTable caption={t("title")} {...tabulateRows(rows, words, label)} />}
      <Pagination page={page} pages={pages} hrefOf={hrefOf} />
      <p className="no-print mt-4 flex flex-wrap gap-x-4 text-sm">
        <a href={dashboardPath(locale, scope)}>{t("back")}</a>
        {total > 0 && (
          <a href={filePath(locale, scope, "deelnames", status)} download>
            {t("file")}
          </a>
        )}
      </p>
    </>
  );
}
