import { useFormatter, useLocale, useTranslations } from "next-intl";
import { RowTable } from "@/components/ui/row-table";
import { Province } from "@/lib/core/generated/prisma/enums";
import { toAddressWord } from "@/lib/core/text";
import { measureCoverage, toShare } from "@/lib/dashboard/rules";
import type { GemeenteOnMap } from "@/lib/gemeenten/queries";

/** Per province: gemeenten and inhabitants with at least one facility in use, and uses per gemeente. */
export function Provinces({ gemeenten }: { gemeenten: GemeenteOnMap[] }) {
  const t = useTranslations("dashboard.provinces");
  const terms = useTranslations("terms.province");
  const locale = useLocale();
  const format = useFormatter();
  const rows = Object.values(Province).map((province) => {
    const coverage = measureCoverage(gemeenten.filter((one) => one.province === province));
    const mean = coverage.ofGemeenten === 0 ? 0 : coverage.uses / coverage.ofGemeenten;
    return [
      { text: terms(province), href: `/${locale}/gemeenten?provincie=${toAddressWord(province)}` },
      t("part", { part: coverage.gemeenten, whole: coverage.ofGemeenten }),
      format.number(toShare(coverage.inhabitants, coverage.ofInhabitants), "percent"),
      format.number(coverage.uses),
      format.number(mean, "decimal"),
    ];
  });
  const number = (label: string) => ({ label, isNumber: true });
  return (
    <RowTable
      caption={t("caption")}
      columns={[
        { label: t("province") },
        number(t("gemeenten")),
        number(t("inhabitants")),
        number(t("uses")),
        number(t("mean")),
      ]}
      rows={rows}
    />
  );
}
