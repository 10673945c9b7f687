import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/adoptions/status-badge";
import { ScrollBox } from "@/components/ui/scroll-box";
import type { Participation } from "@/lib/adoptions/queries";
import { statuses } from "@/lib/adoptions/rules";

/** How many gemeenten are in each state; states without anybody are left out. */
export function StatusCounts({ participation: { counts, kind } }: { participation: Participation }) {
  const t = useTranslations();
  const rows = statuses.filter((status) => counts.byStatus[status] !== 0);
  if (rows.length === 0) return null;
  return (
    <ScrollBox label={t("manage.adoption.byStatus")} className="mb-6 max-w-md">
      <table className="data-table">
        <caption>{t("manage.adoption.byStatus")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("manage.adoption.status")}</th>
            <th scope="col" className="number">
              {t("manage.adoption.count")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((status) => (
            <tr key={status}>
              <th scope="row">
                <StatusBadge status={status} kind={kind} />
              </th>
              <td className="number">{counts.byStatus[status] ?? t("common.keptBack")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
