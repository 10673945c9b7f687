import { useLocale, useTranslations } from "next-intl";
import type { LogRow } from "@/lib/audit/queries";
import type { LogFilters } from "@/lib/audit/schema";
import { LogFiltersForm } from "./log-filters";
import { LogTable } from "./log-table";

type Props = {
  /** Without the language: "/organisatie/logboek". */
  path: string;
  part: "organisatie" | "platform";
  filters: LogFilters;
  log: { rows: LogRow[]; older: string | null };
};

/** Filters, the rows that answer them, the way to older ones, and the same as a file. */
export function LogView({ path, part, filters, log }: Props) {
  const t = useTranslations("audit");
  const locale = useLocale();
  const asked = toQuestion(filters);
  const file = new URLSearchParams([...asked, ["deel", part], ["taal", locale]]);
  const older = new URLSearchParams([...asked, ["voor", log.older ?? ""]]);
  return (
    <>
      <LogFiltersForm path={path} filters={filters} hasOrganisation={part === "platform"} />
      {filters.id && <p className="mt-4">{t("filter.one")}</p>}
      <div className="mt-6">
        {log.rows.length > 0 ? <LogTable rows={log.rows} path={path} /> : <p>{t("empty")}</p>}
      </div>
      <nav aria-label={t("pages.label")} className="no-print mt-6 flex flex-wrap items-center gap-4">
        {filters.voor && (
          <a href={`/${locale}${path}?${asked}`} className="button button-quiet">
            {t("pages.newest")}
          </a>
        )}
        {log.older && (
          <a href={`/${locale}${path}?${older}`} rel="next" className="button button-quiet">
            {t("pages.older")}
          </a>
        )}
        {log.rows.length > 0 && (
          <a href={`/api/logboek?${file}`} download className="link">
            {t("pages.file")}
          </a>
        )}
      </nav>
    </>
  );
}

/** What was asked, without the place in the list. */
function toQuestion({ voor: _, ...filters }: LogFilters): URLSearchParams {
  return new URLSearchParams(
    Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}
