import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AdoptionCurve } from "@/components/dashboard/adoption-curve";
import { Block } from "@/components/dashboard/block";
import { CoverageFigures } from "@/components/dashboard/coverage";
import { Funnel } from "@/components/dashboard/funnel";
import { Milestones } from "@/components/dashboard/milestones";
import { Provinces } from "@/components/dashboard/provinces";
import { Themes } from "@/components/dashboard/themes";
import { TopSolutions } from "@/components/dashboard/top-solutions";
import { CountryMap } from "@/components/gemeenten/country-map";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { today } from "@/lib/core/dates";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import {
  countAdoptions,
  getAdoptionCurve,
  getSolutionFigures,
  listMilestones,
} from "@/lib/dashboard/queries";
import { measureCoverage } from "@/lib/dashboard/rules";
import { listGemeenten } from "@/lib/gemeenten/queries";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "dashboard" });
  return { title: t("title"), description: t("intro") };
}

export default async function Page({ params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const viewer = await getViewer();
  const [t, gemeenten, curve, counts, figures, milestones] = await Promise.all([
    getTranslations("dashboard"),
    listGemeenten(),
    getAdoptionCurve(),
    countAdoptions(),
    getSolutionFigures(viewer),
    listMilestones(viewer),
  ]);
  const coverage = measureCoverage(gemeenten);
  const now = new Date();
  return (
    <>
      <Breadcrumbs trail={[]} here={t("title")} />
      <h1>{t("title")}</h1>
      <p className="measure mt-3 text-lg">{t("intro")}</p>
      <div className="mt-10 grid gap-14">
        <Block id="cijfers" title={t("figures.title")} help={t("figures.help")} updatedOn={now}>
          <CoverageFigures coverage={coverage} published={figures.published} used={figures.used} />
        </Block>
        <Block id="verloop" title={t("curve.title")} help={t("curve.help")}>
          <AdoptionCurve points={curve} updatedOn={today(now)} />
        </Block>
        <div className="grid gap-x-12 gap-y-14 lg:grid-cols-2">
          <Block id="kaart" title={t("map.title")} updatedOn={now}>
            <CountryMap gemeenten={gemeenten} />
          </Block>
          <Block id="provincies" title={t("provinces.title")} help={t("provinces.help")} updatedOn={now}>
            <Provinces gemeenten={gemeenten} />
          </Block>
          <Block id="meest-gebruikt" title={t("top.title")} help={t("top.help")} updatedOn={now}>
            <TopSolutions top={figures.top} ofGemeenten={coverage.ofGemeenten} />
          </Block>
          <Block id="standen" title={t("funnel.title")} help={t("funnel.help")} updatedOn={now}>
            <Funnel counts={counts} />
          </Block>
        </div>
        <Block id="themas" title={t("themes.title")} help={t("themes.help")} updatedOn={now}>
          <Themes counts={counts} />
        </Block>
        <Block id="mijlpalen" title={t("milestones.title")} help={t("milestones.help")} updatedOn={now}>
          <Milestones milestones={milestones} />
        </Block>
      </div>
    </>
  );
}
