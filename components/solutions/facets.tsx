import { useTranslations } from "next-intl";
import { asInner, html } from "@/components/ui/html";
import { type Facet, facets } from "@/lib/search/facets/schema";
import type { FacetValue, SearchResult } from "@/lib/search/rules";
import { publicSorts, type SearchFilters, sorts } from "@/lib/search/schema";
import { useFacetLabel } from "./facet-label";

type Props = {
  values: SearchResult["facets"];
  filters: SearchFilters;
  /** The id of the search form, of which these are part. */
  form: string;
  /** Is the reader of a gemeente, which others can be like? */
  hasPeers: boolean;
};

/** Asked most, so always in sight; the others open on a click, or when something in them is chosen. */
const inSight: readonly Facet[] = ["thema", "soort", "kosten", "gebruikt"];

/**
 * Choices that narrow the list. On a phone they fold away; where there is room they always show
 * (a browser that cannot open a folded part by style keeps the line to open it).
 */
export function Facets({ values, filters, form, hasPeers }: Props) {
  const t = useTranslations("solutions");
  const count = facets.reduce((sum, facet) => sum + filters[facet].length, 0);
  const shown = facets.filter((facet) => values[facet].length > 0);
  return (
    <details className="facets supports-[selector(::details-content)]:lg:[&::details-content]:[content-visibility:visible] supports-[selector(::details-content)]:lg:[&>summary]:hidden">
      <summary className="button button-quiet mb-4 w-full sm:w-auto">
        {count > 0 ? t("facets.chosen", { count }) : t("facets.title")}
      </summary>
      <SortChoice filters={filters} form={form} hasPeers={hasPeers} />
      {shown.map((facet) => (
        <FacetGroup key={facet} facet={facet} values={values[facet]} chosen={filters[facet]} form={form} />
      ))}
      {/* Within reach of a thumb, however far the list was scrolled. */}
      <div className="sticky bottom-0 bg-paper py-3">
        <button type="submit" form={form} className="button w-full">
          {t("facets.submit")}
        </button>
      </div>
    </details>
  );
}

function SortChoice({ filters, form, hasPeers }: Omit<Props, "values">) {
  const t = useTranslations("solutions");
  const possible = hasPeers ? sorts : publicSorts;
  return (
    <label className="mb-5 block">
      <span className="mb-1 block font-semibold">{t("facets.sort")}</span>
      <select
        name="sort"
        form={form}
        defaultValue={filters.sort ?? (filters.q ? "relevantie" : "gebruik")}
        className="control"
      >
        {possible
          .filter((sort) => sort !== "relevantie" || filters.q)
          .map((sort) => (
            <option key={sort} value={sort}>
              {t(`sort.${sort}`)}
            </option>
          ))}
      </select>
    </label>
  );
}

type GroupProps = { facet: Facet; values: FacetValue[]; chosen: string[]; form: string };

function FacetGroup(props: GroupProps) {
  const t = useTranslations("solutions.facets");
  const { facet, chosen } = props;
  if (inSight.includes(facet)) {
    return (
      <fieldset className="mb-5">
        <legend className="mb-1 font-semibold">{t(`titleOf.${facet}`)}</legend>
        <FacetChoices {...props} />
      </fieldset>
    );
  }
  return (
    <details open={chosen.length > 0} className="mb-3">
      <summary className="min-h-8 font-semibold">{t(`titleOf.${facet}`)}</summary>
      <fieldset className="mb-2">
        <legend className="sr-only">{t(`titleOf.${facet}`)}</legend>
        <FacetChoices {...props} />
      </fieldset>
    </details>
  );
}

const shownAtOnce = 8;
const isLong = (facet: Facet) => facet === "aanbieder" || facet === "licentie";

/** Of a long list the largest first, and the rest behind a line that opens. */
function FacetChoices({ facet, values, chosen, form }: GroupProps) {
  const t = useTranslations("solutions.facets");
  const labelOf = useFacetLabel();
  const ordered = isLong(facet) ? largestFirst(values, chosen) : values;
  const first = isLong(facet) ? ordered.slice(0, shownAtOnce) : ordered;
  const rest = ordered.slice(first.length);
  const titleOf = useCountTitle();
  const toChoice = (value: FacetValue) => ({
    ...value,
    label: labelOf(facet, value),
    title: titleOf(value.count),
    isChosen: chosen.includes(value.word),
  });
  return (
    <>
      <Choices choices={first.map(toChoice)} facet={facet} form={form} />
      {rest.length > 0 && (
        <details>
          <summary className="link text-sm">{t("more", { count: rest.length })}</summary>
          <Choices choices={rest.map(toChoice)} facet={facet} form={form} />
        </details>
      )}
    </>
  );
}

/** A hundred choices have few different counts. */
function useCountTitle() {
  const t = useTranslations("solutions.facets");
  const titles = new Map<number, string>();
  return (count: number): string => {
    const title = titles.get(count) ?? t("count", { count });
    titles.set(count, title);
    return title;
  };
}

/** What was chosen stays in sight. */
function largestFirst(values: FacetValue[], chosen: string[]): FacetValue[] {
  const weight = ({ word, count }: FacetValue) => (chosen.includes(word) ? 1_000_000 : 0) + count;
  return [...values].sort((a, b) => weight(b) - weight(a) || a.label.localeCompare(b.label, "nl"));
}

type Choice = FacetValue & { title: string; isChosen: boolean };
type ChoicesProps = { choices: Choice[]; facet: Facet; form: string };

/** A list of boxes as one text: a hundred of them are half of what it costs to draw the page otherwise. */
function Choices({ choices, facet, form }: ChoicesProps) {
  const boxes = choices.map(
    ({ word, label, count, title, isChosen }) =>
      html`<label class="flex min-h-8 items-center gap-2 text-sm"><input type="checkbox" name="${facet}" value="${word}" form="${form}" class="size-5 shrink-0 accent-action"${isChosen && html` checked`}/><span class="grow">${label}</span><span class="text-soft" title="${title}">${count}</span></label>`,
  );
  return <div dangerouslySetInnerHTML={asInner(html`${boxes}`)} />;
}
