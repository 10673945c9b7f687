import { useFormatter, useTranslations } from "next-intl";
import { fillOfGroup, takingPart } from "@/components/adoptions/group-shades";
import { asInner, type Html, html } from "@/components/ui/html";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/locales";
import type { FoundSolution } from "@/lib/search/rules";
import { isStale } from "@/lib/solutions/rules";
import { marked } from "./marked";

type Props = {
  solution: FoundSolution;
  /** All gemeenten of today. */
  gemeenten: number;
  locale: Locale;
  /** The id of the form that puts what is ticked side by side; without one there is no box to tick. */
  compareForm?: string;
};

/** A solution in three lines: what it is, what it does, who takes part and what they think. One text: a page has twenty. */
export function SolutionCard({ solution, gemeenten, locale, compareForm }: Props) {
  const t = useTranslations();
  const adopters = useAdopterWords();
  const rating = useRating();
  const { slug, name, summary, kind, phase, isDemo, confirmedOn, matched } = solution;
  const tag = (words: string) => html`<span class="tag">${words}</span>`;
  return (
    <li
      className="card"
      dangerouslySetInnerHTML={asInner(html`
<div class="flex flex-wrap items-baseline gap-x-3">
<h3><a href="/${locale}/voorzieningen/${slug}" lang="nl">${marked(name, matched)}</a></h3>
<span class="text-sm text-soft">${t(`terms.kind.${kind}`)} · ${t(`terms.phase.${phase}`)}</span>
${isDemo && tag(t("common.fictitious"))}
${isStale(confirmedOn, today()) && tag(t("solutions.card.stale"))}
</div>
<p lang="nl">${marked(summary, matched)}</p>
${whyFound(solution, t("solutions.card.via"))}
<div class="mt-1 flex flex-wrap items-center gap-x-4 text-sm">
${adopterBar(solution.adopters, gemeenten)}
<span>${adopters(solution, gemeenten)}</span>
${rating(solution.rating)}
${compareForm && compareBox(solution, compareForm, t("solutions.card.compare"))}
</div>`)}
    />
  );
}

function compareBox({ slug, name }: FoundSolution, form: string, words: string): Html {
  return html`<label class="no-print ml-auto flex min-h-6 items-center gap-2"><input type="checkbox" name="v" value="${slug}" form="${form}" class="size-5"/> ${words} <span class="sr-only">${name}</span></label>`;
}

/** What the reader does not see in name and summary: where the words stand, or by which synonym they were found. */
function whyFound({ excerpt, via, matched }: FoundSolution, viaWord: string): Html | null {
  if (!excerpt && via.length === 0) return null;
  const synonyms = via.length > 0 && html`${viaWord} <span lang="nl">${via.join(", ")}</span>. `;
  const found = excerpt && html`<span lang="nl">${marked(excerpt, matched)}</span>`;
  return html`<p class="text-sm text-soft">${synonyms}${found}</p>`;
}

/** The groups as parts of all gemeenten; the words beside it say the same. */
function adopterBar(adopters: FoundSolution["adopters"], gemeenten: number): Html {
  let from = 0;
  const parts = takingPart.map((group) => {
    const width = adopters[group] ?? 0;
    from += width;
    const x = from - width;
    return html`${width > 0 && html`<rect x="${x}" width="${width}" height="8" class="${fillOfGroup[group]}"/>`}`;
  });
  return html`<svg aria-hidden="true" viewBox="0 0 ${Math.max(gemeenten, 1)} 8" preserveAspectRatio="none" class="h-2 w-24 bg-scale-0">${parts}</svg>`;
}

/** Who takes part, in words. */
function useAdopterWords() {
  const t = useTranslations("solutions.card");
  return ({ adopters, likeMine }: FoundSolution, gemeenten: number): string => {
    const { inUse, joining, interested, reported } = adopters;
    const parts = [
      t("inUse", { ...toWords(inUse), total: gemeenten }),
      likeMine !== null && likeMine > 0 && t("likeMine", { count: likeMine }),
      joining !== 0 && t("joining", toWords(joining)),
      interested !== 0 && t("interested", toWords(interested)),
      reported > 0 && t("reported", { count: reported }),
    ];
    return parts.filter(Boolean).join(", ");
  };
}

/** null stands for fewer than three. */
function toWords(count: number | null) {
  return { isFew: count === null ? "yes" : "no", count: count ?? 0 };
}

function useRating() {
  const t = useTranslations("solutions.card");
  const format = useFormatter();
  return (rating: FoundSolution["rating"]): Html | null =>
    rating &&
    html`<span><strong>${t("rating", { mean: format.number(rating.mean, "decimal") })}</strong> ${t("ratingOf", { count: rating.count })}</span>`;
}
