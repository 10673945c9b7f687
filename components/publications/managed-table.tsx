import { useFormatter, useTranslations } from "next-intl";
import { ScrollBox } from "@/components/ui/scroll-box";
import { maskCount } from "@/lib/adoptions/policy";
import type { Locale } from "@/lib/core/locales";
import type { Managed } from "@/lib/publications/queries";
import { Freshness } from "./freshness";

type Props = { rows: Managed[]; locale: Locale; today: string };

/** The facilities of one organisation with what asks for attention. */
export function ManagedTable({ rows, locale, today }: Props) {
  const t = useTranslations("manage.list");
  return (
    <ScrollBox label={t("caption")} className="mt-4">
      <table className="data-table">
        <caption>{t("caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col" className="number">
              {t("complete")}
            </th>
            <th scope="col">{t("fresh")}</th>
            {(["inUse", "joining", "interested"] as const).map((group) => (
              <th key={group} scope="col" className="number">
                {t(group)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.slug} {...{ row, locale, today }} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

type RowProps = Omit<Props, "rows"> & { row: Managed };

function Row({ row, locale, today }: RowProps) {
  const t = useTranslations();
  const format = useFormatter();
  return (
    <tr>
      <th scope="row">
        <a href={`/${locale}/beheer/${row.slug}`} lang="nl">
          {row.name}
        </a>{" "}
        {row.isDemo && <span className="tag">{t("common.fictitious")}</span>}
      </th>
      <td>
        {t(`terms.publication.${row.publication}`)}
        {row.edit && (
          <span className="block">
            {t("manage.list.editState", { state: t(`terms.publication.${row.edit}`) })}
          </span>
        )}
      </td>
      <td className="number">{format.number(row.completeness / 100, "percent")}</td>
      <td>
        <Freshness confirmedOn={row.confirmedOn} today={today} />
      </td>
      {[row.inUseCount, row.joiningCount, row.interestedCount].map((count, at) => (
        <td key={at} className="number">
          {maskCount(count, false) ?? t("common.fewerThanThree")}
        </td>
      ))}
    </tr>
  );
}
