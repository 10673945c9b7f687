import { useFormatter, useTranslations } from "next-intl";
import { NextAction } from "@/components/adoptions/next-action";
import { FollowButton } from "@/components/follows/follow-button";
import type { OwnAdoption } from "@/lib/adoptions/queries";
import type { Locale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";
import type { OwnReview } from "@/lib/reviews/queries";
import type { SolutionDetail } from "@/lib/solutions/queries";
import { Contents } from "./contents";
import { listRelated } from "./relations";

type Props = {
  viewer: Viewer;
  solution: SolutionDetail;
  adoption: OwnAdoption | null;
  ownReview: OwnReview | null;
  locale: Locale;
  /** Null for whoever cannot follow. */
  follows: boolean | null;
};

/** Beside the page, below the introduction on a phone: where my gemeente stands and what fits me now. */
export function Aside({ viewer, solution, adoption, ownReview, follows, locale }: Props) {
  const t = useTranslations();
  return (
    <aside
      aria-label={t("facility.aside.title")}
      className="no-print lg:sticky lg:top-4 lg:row-span-2 lg:self-start"
    >
      <NextAction viewer={viewer} adoption={adoption} solution={solution} locale={locale} />
      {adoption && <NextStep adoption={adoption} />}
      {ownReview?.kind === "EXPERIENCE" && !ownReview.current && (
        <a href={`/${locale}/voorzieningen/${solution.slug}/oordeel`} className="button button-quiet mt-3">
          {t("reviews.write")}
        </a>
      )}
      {solution.publication === "PUBLISHED" && (
        <p className="mt-3">
          <a href={`/${locale}/vergelijken?v=${solution.slug}`}>{t("comparisons.link")}</a>
        </p>
      )}
      {follows !== null && (
        <div className="mt-3">
          <FollowButton
            subject={{ kind: "voorziening", key: solution.slug }}
            name={solution.name}
            isFollowing={follows}
            next={`/voorzieningen/${solution.slug}`}
          />
        </div>
      )}
      <div className="mt-6 max-lg:hidden">
        <Contents hasRelated={listRelated(solution).length > 0} />
      </div>
    </aside>
  );
}

function NextStep({ adoption: { nextStep, nextOn } }: { adoption: OwnAdoption }) {
  const t = useTranslations("facility.aside");
  const format = useFormatter();
  if (!nextStep) return null;
  const date = nextOn && format.dateTime(new Date(nextOn), "short");
  return (
    <p className="mt-3 text-sm">
      {date ? t("nextOn", { date, step: nextStep }) : t("next", { step: nextStep })}
    </p>
  );
}
