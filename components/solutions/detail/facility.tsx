import { useTranslations } from "next-intl";
import type { OwnAdoption, Participation } from "@/lib/adoptions/queries";
import type { Locale } from "@/lib/core/locales";
import { isGemeenteMember, type Viewer } from "@/lib/core/roles";
import type { CurvePoint } from "@/lib/dashboard/rules";
import type { OwnReview, Reviews } from "@/lib/reviews/queries";
import type { SolutionDetail } from "@/lib/solutions/queries";
import { AdoptionCurve } from "./adoption-curve";
import { Aside } from "./aside";
import { BundleGraph } from "./bundle-graph";
import { Costs } from "./costs";
import { Documents } from "./documents";
import { Facts } from "./facts";
import { FirstParticipants, FirstReports } from "./first-participants";
import { History } from "./history";
import { Intro } from "./intro";
import { Opinions } from "./opinions";
import { ParticipationFigures } from "./participation-figures";
import { ParticipationMap } from "./participation-map";
import { PhaseNotice } from "./phase-notice";
import { Prerequisites } from "./prerequisites";
import { Related } from "./related";
import { listRelated } from "./relations";
import { Section } from "./section";
import "./facility.css";

type Props = {
  viewer: Viewer;
  locale: Locale;
  solution: SolutionDetail;
  participation: Participation;
  adoption: OwnAdoption | null;
  curve: CurvePoint[];
  reviews: Reviews;
  ownReview: OwnReview | null;
  /** Null for whoever cannot follow. */
  follows: boolean | null;
  today: string;
};

/** A facility, in the order in which a gemeente decides. */
export function Facility(props: Props) {
  const { viewer, locale, solution, adoption, ownReview, follows } = props;
  const t = useTranslations("facility");
  return (
    <div className="facility grid gap-x-12 max-lg:gap-y-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div>
        <Intro solution={solution} />
        {solution.publication !== "PUBLISHED" && (
          <p className="measure mt-6 rounded-md border-2 border-warning-edge bg-warning p-4">{t("draft")}</p>
        )}
        <PhaseNotice solution={solution} />
      </div>
      <Aside {...{ viewer, locale, solution, adoption, ownReview, follows }} />
      <div className="min-w-0">
        <Questions {...props} />
      </div>
    </div>
  );
}

function Questions({ viewer, locale, solution, participation, curve, reviews, ownReview, today }: Props) {
  const t = useTranslations("facility");
  const isGemeente = isGemeenteMember(viewer);
  return (
    <>
      <Section id="wat" title={t("what.title")}>
        <Facts solution={solution} today={today} />
      </Section>
      <Section id="deelname" title={t("who.title")}>
        <ParticipationFigures participation={participation} />
        <div className="grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] print:grid-cols-[5cm_minmax(0,1fr)]">
          <div className="max-w-xl">
            <ParticipationMap
              participation={participation}
              here={isGemeente ? viewer.organisation.slug : null}
            />
          </div>
          <FirstParticipants participation={participation} slug={solution.slug} />
        </div>
        <FirstReports participation={participation} slug={solution.slug} />
        <AdoptionCurve points={curve} today={today} />
        <p className="no-print mt-4">
          <a href={`/${locale}/dashboard?voorziening=${solution.slug}`}>{t("who.toDashboard")}</a>
        </p>
      </Section>
      <Section id="oordelen" title={t("think.title")}>
        <Opinions solution={solution} reviews={reviews} own={ownReview} />
      </Section>
      <Section id="kosten" title={t("cost.title")}>
        <Costs solution={solution} />
      </Section>
      <Section id="eerst-regelen" title={t("first.title")}>
        <Prerequisites solution={solution} leadTime={reviews.leadTime} isGemeente={isGemeente} />
      </Section>
      <Section id="documenten" title={t("documents.title")}>
        <Documents solution={solution} />
      </Section>
      {listRelated(solution).length > 0 && (
        <Section id="verwant" title={t("related.title")}>
          <BundleGraph solution={solution} />
          <Related solution={solution} />
        </Section>
      )}
      <Section id="geschiedenis" isScreenOnly title={t("history.title")}>
        <History solution={solution} />
      </Section>
    </>
  );
}
