import { useLocale, useTranslations } from "next-intl";
import { levelOfGroup, takingPart } from "@/components/adoptions/group-shades";
import { useStatusLabel } from "@/components/adoptions/use-status-label";
import { HexMap, type HexTile, type LegendItem } from "@/components/ui/hex-map";
import type { Participation } from "@/lib/adoptions/queries";
import { type StatusGroup, toStatusGroup } from "@/lib/adoptions/rules";

/** A group's shade; what stopped has none, so it is outlined. */
function lookOf(group: StatusGroup): Pick<HexTile, "level" | "outlined"> {
  const level = levelOfGroup[group];
  return group === "stopped" ? { level, outlined: true } : { level };
}

type Tile = Participation["tiles"][number];

type Props = {
  participation: Participation;
  /** The address of my gemeente. */
  here: string | null;
};

/** Where this facility stands in the country, as far as the viewer may know. */
export function ParticipationMap({ participation, here }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const statusLabel = useStatusLabel();
  const { tiles, mapReason, scope, inUse, kind } = participation;
  if (mapReason) return <p className="measure">{t(`facility.who.mapEmpty.${mapReason}`)}</p>;
  const shown = tiles.map(({ slug, name, status, isReported, col, row, province }) => ({
    col,
    row,
    province,
    label: labelOf(name, status, isReported),
    // Only a confirmed state leads somewhere: 342 addresses are a third of the page.
    ...(status ? { href: `/${locale}/gemeenten/${slug}` } : {}),
    ...(status ? lookOf(toStatusGroup(status)) : { level: 0 as const }),
    ...(!status && isReported ? { dotted: true } : {}),
    ...(slug === here ? { here: true } : {}),
  }));
  return (
    <HexMap
      tiles={shown}
      title={t("facility.who.mapTitle")}
      description={`${t("facility.who.mapDescription", { whole: inUse.ofGemeenten })} ${t(`facility.who.mapScope.${scope}`)}`}
      legend={legend()}
    />
  );

  /** A name alone is "unknown", as the legend says. */
  function labelOf(name: string, status: Tile["status"], isReported: boolean) {
    if (status) return t("facility.who.tile", { name, state: statusLabel(status, kind) });
    return isReported ? t("facility.who.tile", { name, state: t("facility.who.legendReported") }) : name;
  }

  function legend(): LegendItem[] {
    const isSeen = (test: (tile: Tile) => boolean) => tiles.some(test);
    const groups = [...takingPart, "stopped" as const]
      .filter((group) => isSeen(({ status }) => status !== null && toStatusGroup(status) === group))
      .map((group) => ({ ...lookOf(group), label: t(`terms.statusGroup.${group}`) }));
    const reported = isSeen(({ status, isReported }) => !status && isReported)
      ? [{ level: 0 as const, dotted: true, label: t("facility.who.legendReported") }]
      : [];
    return [...groups, ...reported, { level: 0, label: t("facility.who.legendUnknown") }];
  }
}
