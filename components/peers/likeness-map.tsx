import { useFormatter, useLocale, useTranslations } from "next-intl";
import { HexMap, type HexTile } from "@/components/ui/hex-map";
import { RowTable } from "@/components/ui/row-table";
import type { Peers } from "@/lib/peers/queries";

const levels = [0, 1, 2, 3, 4, 5] as const;

/** Every gemeente by how like mine it is; the table behind it has the parts that the total is made of. */
export function LikenessMap({ mine, peers }: Pick<Peers, "mine" | "peers">) {
  const t = useTranslations("peers.map");
  const locale = useLocale();
  const format = useFormatter();
  const percent = (share: number) => format.number(share, "percent");
  const tiles: HexTile[] = [
    ...peers.map((peer) => ({
      ...placeOf(peer),
      label: t("tile", { name: peer.name, percent: percent(peer.total) }),
      href: `/${locale}/gemeenten/${peer.slug}`,
      level: levels[Math.min(5, Math.floor(peer.total * 6))] ?? 0,
    })),
    { ...placeOf(mine), label: mine.name, href: `/${locale}/gemeenten/${mine.slug}`, level: 5, here: true },
  ];
  const steps = levels.map((level) => ({
    level,
    label: t("legend", { from: percent(level / 6), to: percent((level + 1) / 6) }),
  }));
  return (
    <HexMap
      tiles={tiles}
      title={t("title")}
      description={t("description", { count: peers.length, name: mine.name })}
      legend={[...steps, { here: true, label: t("here") }]}
    >
      <LikenessTable peers={peers} />
    </HexMap>
  );
}

function placeOf({ hexCol, hexRow, province }: Peers["mine"]) {
  return { col: hexCol, row: hexRow, province };
}

function LikenessTable({ peers }: Pick<Peers, "peers">) {
  const t = useTranslations("peers.table");
  const locale = useLocale();
  const format = useFormatter();
  const columns = (["total", "size", "nearness", "use"] as const).map((key) => ({
    key,
    label: t(key),
    isNumber: true,
  }));
  return (
    <RowTable
      caption={t("caption")}
      columns={[{ label: t("name") }, ...columns]}
      rows={peers.map((peer) => [
        { text: peer.name, href: `/${locale}/gemeenten/${peer.slug}` },
        ...columns.map(({ key }) => format.number(peer[key], "percent")),
      ])}
    />
  );
}
