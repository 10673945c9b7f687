import { useLocale, useTranslations } from "next-intl";
import { HexMap, type HexTile, type LegendItem } from "@/components/ui/hex-map";
import type { Participation } from "@/lib/adoptions/queries";
import { adoptionVerb, type StatusGroup, toStatusGroup } from "@/lib/adoptions/rules";

const levels: Record<StatusGroup, Pick<HexTile, "level" | "outlined">> = {
  interested: { level: 1 },
  joining: { level: 3 },
  inUse: { level: 5 },
  stopped: { level: 0, outlined: true },
};

type Props = {
  participation: Participation;
  /** The address of my gemeente. */
  here: string | null;
};

/** Where this facility stands in the country, as far as the viewer may know. */
export function ParticipationMap({ participation, here }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const { tiles, mapReason, scope, inUse, kind } = participation;
  if (mapReason) return <p className="measure">{t(`facility.who.mapEmpty.${mapReason}`)}</p>;
  const shown = tiles.map(({ slug, name, status, isReported, col, row, province }) => ({
    col,
    row,
    province,
    label: t("facility.who.tile", { name, state: stateOf(status, isReported) }),
    // Only a tile that tells something leads somewhere: 342 addresses are a third of the page.
    ...(status || isReported ? { href: `/${locale}/gemeenten/${slug}` } : {}),
    ...(status ? levels[toStatusGroup(status)] : { level: 0 as const }),
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

  function stateOf(status: (typeof tiles)[number]["status"], isReported: boolean) {
    if (status === "CONNECTING") return t(`terms.connecting.${adoptionVerb(kind)}`);
    if (status) return t(`terms.status.${status}`);
    return isReported ? t("facility.who.legendReported") : t("facility.who.legendUnknown");
  }

  function legend(): LegendItem[] {
    const isSeen = (test: (tile: (typeof tiles)[number]) => boolean) => tiles.some(test);
    const groups = (["inUse", "joining", "interested", "stopped"] as const)
      .filter((group) => isSeen(({ status }) => status !== null && toStatusGroup(status) === group))
      .map((group) => ({ ...levels[group], label: t(`terms.statusGroup.${group}`) }));
    const reported = isSeen(({ status, isReported }) => !status && isReported)
      ? [{ level: 0 as const, dotted: true, label: t("facility.who.legendReported") }]
      : [];
    return [...groups, ...reported, { level: 0, label: t("facility.who.legendUnknown") }];
  }
}
