import { useTranslations } from "next-intl";
import { facets, noChoices } from "@/lib/search/facets/schema";
import type { SearchResult } from "@/lib/search/rules";
import { type SearchFilters, toQueryString } from "@/lib/search/schema";
import { useFacetLabel } from "./facet-label";

type Props = { values: SearchResult["facets"]; filters: SearchFilters; path: string };

/** Every choice as a link that takes it away. */
export function Chips({ values, filters, path }: Props) {
  const t = useTranslations("solutions.chips");
  const labelOf = useFacetLabel();
  const chosen = facets.flatMap((facet) =>
    values[facet].filter(({ word }) => filters[facet].includes(word)).map((value) => ({ facet, value })),
  );
  if (chosen.length === 0) return null;
  return (
    <ul aria-label={t("label")} className="no-print mb-4 flex flex-wrap items-center gap-2">
      {chosen.map(({ facet, value }) => {
        const rest = filters[facet].filter((word) => word !== value.word);
        return (
          <li key={`${facet}-${value.word}`}>
            <a
              href={`${path}?${toQueryString({ ...filters, [facet]: rest, page: 1 })}`}
              className="button button-quiet button-small"
            >
              <span className="sr-only">{t("remove")}</span>
              {labelOf(facet, value)} <span aria-hidden="true">×</span>
            </a>
          </li>
        );
      })}
      <li>
        <a href={`${path}?${toQueryString(withoutChoices(filters))}`}>{t("clear")}</a>
      </li>
    </ul>
  );
}

/** The same question with no choice in any facet. */
export function withoutChoices(filters: SearchFilters): SearchFilters {
  return { ...filters, ...noChoices, page: 1 };
}
