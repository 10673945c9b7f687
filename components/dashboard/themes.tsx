import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Heatmap } from "@/components/ui/heatmap";
import { maskTable } from "@/lib/adoptions/policy";
import { Province, Theme } from "@/lib/core/generated/prisma/enums";
import { type CrossCount, isSeen, isUse, sumBy } from "@/lib/dashboard/rules";
import { themeWords } from "@/lib/search/schema";

type Props = { counts: CrossCount[] };

/** Facilities in use per theme and province. Themes stand in the rows: their names are long. */
export function Themes({ counts }: Props) {
  const t = useTranslations("dashboard.themes");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const format = useFormatter();
  const provinces = Object.values(Province);
  const themes = Object.values(Theme);
  const table = themes.map((theme) => {
    const perProvince = sumBy(counts, "province", (one) => isSeen(one) && isUse(one) && one.theme === theme);
    return provinces.map((province) => perProvince.get(province) ?? 0);
  });
  // The totals of provinces stand on this page as well.
  const values = maskTable(table);
  const rows = themes.map((theme, at) => ({
    key: theme,
    label: <a href={`/${locale}/voorzieningen?thema=${themeWords[theme]}`}>{terms(`theme.${theme}`)}</a>,
    values: values[at] ?? [],
  }));
  return (
    <Heatmap
      caption={t("caption")}
      label={t("title")}
      corner={t("corner")}
      columns={provinces.map((province) => ({ key: province, label: terms(`province.${province}`) }))}
      rows={rows}
      format={(value) => (value === null ? t("small") : format.number(value))}
    />
  );
}
