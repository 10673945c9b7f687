import { useFormatter, useLocale, useTranslations } from "next-intl";
import { RowTable } from "@/components/ui/row-table";
import type { LogRow } from "@/lib/audit/queries";
import { toAuditSubject } from "@/lib/audit/rules";
import { useLogWords } from "./words";

type Props = { rows: LogRow[]; path: string };

/** The rows of the log as sentences, newest first. */
export function LogTable({ rows, path }: Props) {
  const t = useTranslations("audit.table");
  const format = useFormatter();
  const words = useLogWords();
  const results = useTranslations("audit.result");
  const locale = useLocale();
  const columns = (["when", "what", "onBehalf", "result", "from", "more"] as const).map((key) => ({
    label: t(key),
  }));
  const cells = rows.map((row) => [
    format.dateTime(row.at, { dateStyle: "short", timeStyle: "medium" }),
    words.sentence(row),
    row.organisation?.name ?? t("nobody"),
    results(row.result),
    row.address ?? t("notKept"),
    moreOf(row),
  ]);
  function moreOf({ subjectType, subjectId }: LogRow) {
    if (!toAuditSubject(subjectType)) return "";
    const question = new URLSearchParams({ over: subjectType, id: subjectId });
    return { text: t("same"), href: `/${locale}${path}?${question}` };
  }
  return <RowTable caption={t("caption", { count: rows.length })} columns={columns} rows={cells} />;
}
