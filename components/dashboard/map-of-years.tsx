import { useLocale, useTranslations } from "next-intl";
import { HexMap, type HexTile, type LegendItem } from "@/components/ui/hex-map";
import { type LevelScale, levelOf, toLevelScale } from "@/components/ui/levels";
import { RowTable } from "@/components/ui/row-table";
import type { Country } from "@/lib/dashboard/country/rules";
import type { Scope } from "@/lib/dashboard/scope/schema";
import { dashboardPath } from "./links";
import { tabulateMap } from "./tables";
import { useWords } from "./words";

type Frames = { days: string[]; counts: Map<string, (number | null)[]> };
type Props = { country: Country; frames: Frames };

/** Uses per gemeente on the day, and on the last day of every year before: as links, and with a slider. */
export function MapOfYears({ country, frames }: Props) {
  const t = useTranslations("dashboard.map");
  const { day } = useWords();
  const { days, counts } = frames;
  const drawn = country.ever.filter(({ id }) => counts.get(id)?.some((count) => count !== null));
  const lines = drawn.map(({ id }) => counts.get(id) ?? []);
  const scale = toLevelScale(lines.flat().map((count) => count ?? 0));
  const last = days.length - 1;
  return (
    <div
      data-counts={lines.map((line) => line.map((count) => count ?? "").join(",")).join(";")}
      data-steps={scale.map(({ from, level }) => `${from}:${level}`).join(",")}
      data-days={days.map(day).join("|")}
    >
      <HexMap
        tiles={useTiles(drawn, counts, scale)}
        title={t("title")}
        description={t("description", { count: country.gemeenten.length, date: day(country.scope.day) })}
        legend={useLegend(scale)}
      >
        <MapTable country={country} frames={frames} />
      </HexMap>
      {last > 0 && (
        <>
          <p className="with-script no-print mt-3">
            <label className="flex flex-wrap items-center gap-x-4">
              <span className="font-semibold">{t("slider")}</span>
              <input
                data-year
                type="range"
                min={0}
                max={last}
                defaultValue={last}
                aria-valuetext={day(days[last] ?? country.scope.day)}
                className="grow accent-action"
              />
              {/* The script writes the day here, maybe before React has seen the page. */}
              <output suppressHydrationWarning>{day(days[last] ?? country.scope.day)}</output>
            </label>
          </p>
          <script type="module" src="/jaren.js" async fetchPriority="low" />
          <Years days={days} scope={country.scope} />
        </>
      )}
    </div>
  );
}

function Years({ days, scope }: { days: string[]; scope: Scope }) {
  const t = useTranslations("dashboard.map");
  const locale = useLocale();
  return (
    <nav aria-label={t("years")} className="no-print mt-2 text-sm">
      <ul className="flex flex-wrap gap-x-3">
        {days.slice(0, -1).map((day) => (
          <li key={day}>
            <a href={dashboardPath(locale, { ...scope, day, isToday: false }, "kaart")}>
              <span className="sr-only">{t("yearEnd")} </span>
              {day.slice(0, 4)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function useTiles(drawn: Country["ever"], counts: Frames["counts"], scale: LevelScale): HexTile[] {
  const locale = useLocale();
  const t = useTranslations("gemeenten.map");
  return drawn.map(({ id, slug, name, province, hexCol, hexRow }) => {
    const count = counts.get(id)?.at(-1) ?? null;
    return {
      col: hexCol,
      row: hexRow,
      province,
      label: t("tile", { name, count: count ?? 0 }),
      href: `/${locale}/gemeenten/${slug}`,
      level: levelOf(count ?? 0, scale),
      ...(count === null ? { absent: true } : {}),
    };
  });
}

function useLegend(scale: LevelScale): LegendItem[] {
  const t = useTranslations("gemeenten.map");
  return [
    { level: 0, label: t("zero") },
    ...scale.map(({ from, to, level }) => ({
      level,
      label: from === to ? t("exactly", { from }) : t("range", { from, to }),
    })),
  ];
}

/** On the page the day alone; all years are in the file. */
function MapTable({ country, frames: { days, counts } }: Props) {
  const t = useTranslations("dashboard.map");
  const words = useWords();
  const day = days.slice(-1);
  const now = new Map(country.gemeenten.map(({ id }) => [id, (counts.get(id) ?? []).slice(-1)]));
  const existing = { ...country, ever: country.gemeenten };
  return <RowTable caption={t("title")} {...tabulateMap(existing, { days: day, counts: now }, words)} />;
}
