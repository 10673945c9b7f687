import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Heatmap } from "@/components/ui/heatmap";
import { Province, type Theme } from "@/lib/core/generated/prisma/enums";
import type { Scope } from "@/lib/dashboard/scope/schema";
import { rowsPath } from "./links";

type Props = { rows: { theme: Theme; counts: number[] }[]; scope: Scope };

/** Uses per theme and province. Themes stand in the rows: their names are long. */
export function Themes({ rows, scope }: Props) {
  const t = useTranslations("dashboard.themes");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const format = useFormatter();
  return (
    <Heatmap
      caption={t("caption")}
      label={t("title")}
      corner={t("corner")}
      columns={Object.values(Province).map((province) => ({
        key: province,
        label: <a href={rowsPath(locale, { ...scope, province })}>{terms(`province.${province}`)}</a>,
      }))}
      rows={rows.map(({ theme, counts }) => ({
        key: theme,
        label: <a href={rowsPath(locale, { ...scope, theme })}>{terms(`theme.${theme}`)}</a>,
        values: counts,
      }))}
      format={(value) => format.number(value ?? 0)}
    />
  );
}
