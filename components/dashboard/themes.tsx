import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Heatmap } from "@/components/ui/heatmap";
import { maskCount } from "@/lib/adoptions/policy";
import { Province, Theme } from "@/lib/core/generated/prisma/enums";
import { type CrossCount, isUse, sumBy } from "@/lib/dashboard/rules";
import { themeWords } from "@/lib/search/schema";

type Props = { counts: CrossCount[]; mayName: boolean };

/** Facilities in use per theme and province. Themes stand in the rows: their names are long. */
export function Themes({ counts, mayName }: Props) {
  const t = useTranslations("dashboard.themes");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const format = useFormatter();
  const provinces = Object.values(Province);
  const rows = Object.values(Theme).map((theme) => {
    const perProvince = sumBy(counts, "province", (one) => isUse(one) && one.theme === theme);
    return {
      key: theme,
      label: <a href={`/${locale}/voorzieningen?thema=${themeWords[theme]}`}>{terms(`theme.${theme}`)}</a>,
      values: provinces.map((province) => maskCount(perProvince.get(province) ?? 0, mayName)),
    };
  });
  return (
    <Heatmap
      caption={t("caption")}
      label={t("title")}
      corner={t("corner")}
      columns={provinces.map((province) => ({ key: province, label: terms(`province.${province}`) }))}
      rows={rows}
      format={(value) => (value === null ? t("few") : format.number(value))}
    />
  );
}
