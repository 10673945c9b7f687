import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { type HexTile, hexMapMarkup, type Level, swatchMarkup, viewBoxOf } from "./hex-map-markup";
import "./hex-map.css";

export type { HexTile, Level };

export type LegendItem = {
  label: ReactNode;
  level?: Level;
  outlined?: boolean;
  dotted?: boolean;
  here?: boolean;
};

type Props = {
  tiles: HexTile[];
  /** Names the map, shown above it. */
  title: ReactNode;
  /** What the shades mean and of what whole, in a sentence. */
  description?: ReactNode;
  legend: LegendItem[];
  /** The same facts as a table, shown behind "Toon als tabel". */
  children?: ReactNode;
};

/** Tiles of equal size, one place each: a map in which the small count as much as the large. */
export function HexMap({ tiles, title, description, legend, children }: Props) {
  const t = useTranslations("charts.map");
  const common = useTranslations("common");
  const id = useId();
  const hasLinks = tiles.some(({ href }) => href);
  return (
    <figure className="later">
      <figcaption className="mb-3">
        <span id={`${id}-title`} className="block font-semibold">
          {title}
        </span>
        {description && (
          <span id={`${id}-description`} className="block text-sm text-soft">
            {description}
          </span>
        )}
      </figcaption>
      <svg
        role={hasLinks ? "group" : "img"}
        aria-labelledby={`${id}-title`}
        aria-describedby={description ? `${id}-description` : undefined}
        viewBox={viewBoxOf(tiles)}
        className="hex-map"
        // Every text is escaped by the builder.
        dangerouslySetInnerHTML={{ __html: hexMapMarkup(tiles) }}
      />
      {/* The script writes the name of a tile here, maybe before React has seen the page. */}
      <p data-map-name suppressHydrationWarning className="no-print min-h-7 text-sm text-soft">
        {hasLinks ? t("hint") : t("hintPlain")}
      </p>
      <script type="module" src="/kaart.js" async fetchPriority="low" />
      <Legend items={legend} label={t("legend")} />
      {children && (
        <details className="mt-3">
          <summary className="link text-sm">{common("showTable")}</summary>
          {children}
        </details>
      )}
    </figure>
  );
}

function Legend({ items, label }: { items: LegendItem[]; label: string }) {
  return (
    <ul aria-label={label} className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {items.map(({ label: text, ...look }, index) => (
        <li key={index} className="flex items-center gap-2">
          <svg
            aria-hidden="true"
            viewBox="-2 -2 28 32"
            className="hex-swatch"
            // Made of numbers only.
            dangerouslySetInnerHTML={{ __html: swatchMarkup({ level: 0, ...look }) }}
          />
          {text}
        </li>
      ))}
    </ul>
  );
}
