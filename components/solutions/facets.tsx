import { useTranslations } from "next-intl";
import type { FacetValue, SearchResult } from "@/lib/search/rules";
import { type Facet, facets, type SearchFilters, sorts } from "@/lib/search/schema";
import { useFacetLabel } from "./facet-label";

type Props = {
  values: SearchResult["facets"];
  filters: SearchFilters;
  /** The id of the search form, of which these are part. */
  form: string;
};

const shownAtOnce = 8;

/**
 * Choices that narrow the list. On a phone they fold away; where there is room they always show
 * (a browser that cannot open a folded part by style keeps the line to open it).
 */
export function Facets({ values, filters, form }: Props) {
  const t = useTranslations("solutions");
  const count = facets.reduce((sum, facet) => sum + filters[facet].length, 0);
  return (
    <details className="supports-[selector(::details-content)]:lg:[&::details-content]:[content-visibility:visible] supports-[selector(::details-content)]:lg:[&>summary]:hidden">
      <summary className="button button-quiet mb-4">
        {count > 0 ? t("facets.chosen", { count }) : t("facets.title")}
      </summary>
      {facets.map((facet) => (
        <FacetChoices key={facet} facet={facet} values={values[facet]} chosen={filters[facet]} form={form} />
      ))}
      <label className="mb-5 block">
        <span className="mb-1 block font-semibold">{t("facets.sort")}</span>
        <select
          name="sort"
          form={form}
          defaultValue={filters.sort ?? (filters.q ? "relevantie" : "gebruik")}
          className="control"
        >
          {sorts
            .filter((sort) => sort !== "relevantie" || filters.q)
            .map((sort) => (
              <option key={sort} value={sort}>
                {t(`sort.${sort}`)}
              </option>
            ))}
        </select>
      </label>
      <button type="submit" form={form} className="button w-full">
        {t("facets.submit")}
      </button>
    </details>
  );
}

type ChoicesProps = { facet: Facet; values: FacetValue[]; chosen: string[]; form: string };

/** One facet; of a long list the largest first, and the rest behind a line that opens. */
function FacetChoices({ facet, values, chosen, form }: ChoicesProps) {
  const t = useTranslations("solutions.facets");
  if (values.length === 0) return null;
  const byCount = facet === "aanbieder" ? largestFirst(values, chosen) : values;
  const first = facet === "aanbieder" ? byCount.slice(0, shownAtOnce) : byCount;
  const rest = byCount.slice(first.length);
  const toChoice = (value: FacetValue) => (
    <FacetChoice
      key={value.word}
      facet={facet}
      value={value}
      isChosen={chosen.includes(value.word)}
      form={form}
    />
  );
  return (
    <fieldset className="mb-5">
      <legend className="mb-1 font-semibold">{t(facet)}</legend>
      {first.map(toChoice)}
      {rest.length > 0 && (
        <details>
          <summary className="link text-sm">{t("more", { count: rest.length })}</summary>
          {rest.map(toChoice)}
        </details>
      )}
    </fieldset>
  );
}

/** What was chosen stays in sight. */
function largestFirst(values: FacetValue[], chosen: string[]): FacetValue[] {
  const weight = ({ word, count }: FacetValue) => (chosen.includes(word) ? 1_000_000 : 0) + count;
  return [...values].sort((a, b) => weight(b) - weight(a) || a.label.localeCompare(b.label, "nl"));
}

type ChoiceProps = { facet: Facet; value: FacetValue; isChosen: boolean; form: string };

function FacetChoice({ facet, value, isChosen, form }: ChoiceProps) {
  const t = useTranslations("solutions.facets");
  const labelOf = useFacetLabel();
  return (
    <label className="flex min-h-8 items-center gap-2 text-sm">
      <input
        type="checkbox"
        name={facet}
        value={value.word}
        form={form}
        defaultChecked={isChosen}
        className="size-5 shrink-0 accent-action"
      />
      <span className="grow">{labelOf(facet, value)}</span>
      <span className="text-soft" title={t("count", { count: value.count })}>
        {value.count}
      </span>
    </label>
  );
}
