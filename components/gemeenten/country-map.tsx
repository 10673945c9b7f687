import { useFormatter, useLocale, useTranslations } from "next-intl";
import { HexMap, type HexTile, type LegendItem } from "@/components/ui/hex-map";
import { type LevelScale, levelOf, toLevelScale } from "@/components/ui/levels";
import { RowTable } from "@/components/ui/row-table";
import type { GemeenteOnMap } from "@/lib/gemeenten/queries";

type Props = {
  gemeenten: GemeenteOnMap[];
  /** Slug of the gemeente that the page is about. */
  here?: string;
  /** Left out where the same rows stand beside the map already. */
  hasTable?: boolean;
};

/** All gemeenten, shaded by the number of facilities that they use; every tile leads to its gemeente. */
export function CountryMap({ gemeenten, here, hasTable = true }: Props) {
  const t = useTranslations("gemeenten.map");
  const scale = toLevelScale(gemeenten.map(({ inUseCount }) => inUseCount));
  return (
    <HexMap
      tiles={useTiles(gemeenten, scale, here)}
      title={t("title")}
      description={t("description", { count: gemeenten.length })}
      legend={useLegend(scale, here !== undefined)}
    >
      {hasTable && <MapTable gemeenten={gemeenten} />}
    </HexMap>
  );
}

function useTiles(gemeenten: GemeenteOnMap[], scale: LevelScale, here: string | undefined): HexTile[] {
  const locale = useLocale();
  const t = useTranslations("gemeenten.map");
  return gemeenten.map(({ slug, name, province, hexCol, hexRow, inUseCount }) => ({
    col: hexCol,
    row: hexRow,
    province,
    label: t("tile", { name, count: inUseCount }),
    href: `/${locale}/gemeenten/${slug}`,
    level: levelOf(inUseCount, scale),
    ...(slug === here ? { here: true } : {}),
  }));
}

function useLegend(scale: LevelScale, hasHere: boolean): LegendItem[] {
  const t = useTranslations("gemeenten.map");
  const steps: LegendItem[] = scale.map(({ from, to, level }) => ({
    level,
    label: from === to ? t("exactly", { from }) : t("range", { from, to }),
  }));
  return [{ level: 0, label: t("zero") }, ...steps, ...(hasHere ? [{ here: true, label: t("here") }] : [])];
}

function MapTable({ gemeenten }: { gemeenten: GemeenteOnMap[] }) {
  const locale = useLocale();
  const format = useFormatter();
  const t = useTranslations("gemeenten");
  const terms = useTranslations("terms.province");
  return (
    <RowTable
      caption={t("map.title")}
      columns={[
        { label: t("column.name") },
        { label: t("column.province") },
        { label: t("column.inUse"), isNumber: true },
      ]}
      rows={gemeenten.map(({ slug, name, province, inUseCount }) => [
        { text: name, href: `/${locale}/gemeenten/${slug}` },
        terms(province),
        format.number(inUseCount),
      ])}
    />
  );
}
