import { useFormatter, useLocale, useTranslations } from "next-intl";
import { RowTable } from "@/components/ui/row-table";
import type { GemeenteOnMap } from "@/lib/gemeenten/queries";

/** Gemeenten by name, each with the number of facilities that it uses. */
export function GemeenteTable({ gemeenten }: { gemeenten: GemeenteOnMap[] }) {
  const locale = useLocale();
  const format = useFormatter();
  const t = useTranslations("gemeenten");
  const province = useTranslations("terms.province");
  return (
    <RowTable
      caption={t("list.caption")}
      columns={[
        { label: t("column.name") },
        { label: t("column.province") },
        { label: t("column.inhabitants"), isNumber: true },
        { label: t("column.inUse"), isNumber: true },
      ]}
      rows={gemeenten.map((one) => [
        { text: one.name, href: `/${locale}/gemeenten/${one.slug}` },
        province(one.province),
        format.number(one.inhabitants),
        format.number(one.inUseCount),
      ])}
    />
  );
}
