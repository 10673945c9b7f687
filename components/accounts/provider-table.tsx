import { useFormatter, useTranslations } from "next-intl";
import { ScrollBox } from "@/components/ui/scroll-box";
import type { ProviderRow } from "@/lib/accounts/providers/queries";
import type { Locale } from "@/lib/core/locales";

type Props = { rows: ProviderRow[]; locale: Locale };

/** How each organisation signs in its people. */
export function ProviderTable({ rows, locale }: Props) {
  const t = useTranslations("platform.providers");
  return (
    <ScrollBox label={t("caption")} className="mt-6">
      <table className="data-table">
        <caption>{t("caption")}</caption>
        <thead>
          <tr>
            {(["organisation", "label", "state", "issuer", "changed"] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} locale={locale} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Row({ row, locale }: { row: ProviderRow; locale: Locale }) {
  const t = useTranslations();
  const format = useFormatter();
  return (
    <tr>
      <th scope="row">{row.organisation.name}</th>
      <td>
        <a href={`/${locale}/platform/aanmelden/${row.id}`}>{row.label}</a>{" "}
        {row.isDemo && <span className="tag">{t("common.fictitious")}</span>}
      </td>
      <td>{t(row.isActive ? "platform.providers.on" : "platform.providers.off")}</td>
      <td className="break-all">{row.issuer}</td>
      <td>{format.dateTime(row.changedAt, "short")}</td>
    </tr>
  );
}
