import { useFormatter, useTranslations } from "next-intl";
import { fillOfGroup, takingPart } from "@/components/adoptions/group-shades";
import { today } from "@/lib/core/dates";
import type { Locale } from "@/lib/core/locales";
import type { FoundSolution } from "@/lib/search/rules";
import { isStale } from "@/lib/solutions/rules";
import { Marked } from "./marked";

type Props = {
  solution: FoundSolution;
  /** All gemeenten of today. */
  gemeenten: number;
  locale: Locale;
  /** The id of the form that puts what is ticked side by side; without one there is no box to tick. */
  compareForm?: string;
};

/** A solution in three lines: what it is, what it does, who takes part and what they think. */
export function SolutionCard({ solution, gemeenten, locale, compareForm }: Props) {
  const t = useTranslations();
  const { slug, name, summary, kind, phase, isDemo, confirmedOn, matched } = solution;
  return (
    <li className="card">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3>
          <a href={`/${locale}/voorzieningen/${slug}`} lang="nl">
            <Marked text={name} words={matched} />
          </a>
        </h3>
        <span className="text-sm text-soft">
          {t(`terms.kind.${kind}`)} · {t(`terms.phase.${phase}`)}
        </span>
        {isDemo && <span className="tag">{t("common.fictitious")}</span>}
        {isStale(confirmedOn, today()) && <span className="tag">{t("solutions.card.stale")}</span>}
      </div>
      <p lang="nl">
        <Marked text={summary} words={matched} />
      </p>
      <WhyFound solution={solution} />
      <div className="mt-1 flex flex-wrap items-center gap-x-4 text-sm">
        <AdopterBar adopters={solution.adopters} gemeenten={gemeenten} />
        <AdopterWords adopters={solution.adopters} gemeenten={gemeenten} likeMine={solution.likeMine} />
        <Rating rating={solution.rating} />
        {compareForm && (
          <label className="no-print ml-auto flex min-h-6 items-center gap-2">
            <input type="checkbox" name="v" value={slug} form={compareForm} className="size-5" />
            {t("solutions.card.compare")} <span className="sr-only">{name}</span>
          </label>
        )}
      </div>
    </li>
  );
}

/** What the reader does not see in name and summary: where the words stand, or by which synonym they were found. */
function WhyFound({ solution: { excerpt, via, matched } }: Pick<Props, "solution">) {
  const t = useTranslations("solutions.card");
  if (!excerpt && via.length === 0) return null;
  return (
    <p className="text-sm text-soft">
      {via.length > 0 && (
        <>
          {t("via")} <span lang="nl">{via.join(", ")}</span>.{" "}
        </>
      )}
      {excerpt && (
        <span lang="nl">
          <Marked text={excerpt} words={matched} />
        </span>
      )}
    </p>
  );
}

type AdopterProps = { adopters: FoundSolution["adopters"]; gemeenten: number };

/** The groups as parts of all gemeenten; the words beside it say the same. */
function AdopterBar({ adopters, gemeenten }: AdopterProps) {
  let from = 0;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${Math.max(gemeenten, 1)} 8`}
      preserveAspectRatio="none"
      className="h-2 w-24 bg-scale-0"
    >
      {takingPart.map((group) => {
        const width = adopters[group] ?? 0;
        from += width;
        return (
          width > 0 && (
            <rect key={group} x={from - width} width={width} height={8} className={fillOfGroup[group]} />
          )
        );
      })}
    </svg>
  );
}

type WordsProps = AdopterProps & Pick<FoundSolution, "likeMine">;

function AdopterWords({ adopters, gemeenten, likeMine }: WordsProps) {
  const t = useTranslations("solutions.card");
  const { inUse, joining, interested, reported } = adopters;
  const parts = [
    t("inUse", { ...toWords(inUse), total: gemeenten }),
    likeMine !== null && likeMine > 0 && t("likeMine", { count: likeMine }),
    joining !== 0 && t("joining", toWords(joining)),
    interested !== 0 && t("interested", toWords(interested)),
    reported > 0 && t("reported", { count: reported }),
  ];
  return <span>{parts.filter(Boolean).join(", ")}</span>;
}

/** null stands for fewer than three. */
function toWords(count: number | null) {
  return { isFew: count === null ? "yes" : "no", count: count ?? 0 };
}

function Rating({ rating }: Pick<FoundSolution, "rating">) {
  const t = useTranslations("solutions.card");
  const format = useFormatter();
  if (!rating) return null;
  return (
    <span>
      <strong>{t("rating", { mean: format.number(rating.mean, "decimal") })}</strong>{" "}
      {t("ratingOf", { count: rating.count })}
    </span>
  );
}
