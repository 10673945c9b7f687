import { useTranslations } from "next-intl";
import { drawCourse, drawPlanned, lookAhead } from "@/lib/dashboard/course/rules";
import {
  countPerGemeente,
  listLeaders,
  listLeadingGemeenten,
  listRisers,
  listYearEnds,
  measureFigures,
  measureProvinces,
  measureThemes,
} from "@/lib/dashboard/figures/rules";
import { measureFunnel } from "@/lib/dashboard/funnel/rules";
import type { Overview } from "@/lib/dashboard/overview/queries";
import { listNamed } from "@/lib/dashboard/rows/rules";
import { Ahead } from "./ahead";
import { Block } from "./block";
import { Course } from "./course";
import { CoverageFigures } from "./coverage";
import { Declined } from "./declined";
import { Funnel } from "./funnel";
import { Leading } from "./leading";
import { MapOfYears } from "./map-of-years";
import { Milestones } from "./milestones";
import { Provinces } from "./provinces";
import { Themes } from "./themes";
import { Risers, TopSolutions } from "./top-solutions";

type Props = { overview: Overview; isSupplier: boolean };

/** All questions about the scope on its day. A supplier gets those about the country as a whole. */
export function CountryView({ overview, isSupplier }: Props) {
  const t = useTranslations("dashboard");
  if (isSupplier && overview.country.isByName) return <p className="mt-10">{t("supplier")}</p>;
  return (
    <div className="mt-10 grid gap-14">
      <InTime overview={overview} />
      {isSupplier ? <p>{t("supplier")}</p> : <Where overview={overview} />}
      <What overview={overview} />
      {!isSupplier && <Who overview={overview} />}
    </div>
  );
}

type PartProps = { overview: Overview };

function InTime({ overview: { country, options } }: PartProps) {
  const t = useTranslations("dashboard");
  const { scope } = country;
  const course = drawCourse(country);
  return (
    <>
      <Block id="cijfers" scope={scope} title={t("figures.title")} help={t("figures.help")}>
        <CoverageFigures figures={measureFigures(country)} published={options.published} />
      </Block>
      <Block id="verloop" scope={scope} title={t("curve.title")} help={t("curve.help")} hasDate={false}>
        <Course points={course} day={scope.day} />
      </Block>
      <Block id="vooruitblik" scope={scope} title={t("ahead.title")} help={t("ahead.help")}>
        <Ahead course={course} planned={drawPlanned(country)} outlook={lookAhead(country, course)} />
      </Block>
    </>
  );
}

function Where({ overview: { country } }: PartProps) {
  const t = useTranslations("dashboard");
  const { scope } = country;
  const days = listYearEnds(country);
  const frames = { days, counts: countPerGemeente(country, days) };
  return (
    <>
      <div className="grid gap-x-12 gap-y-14 *:min-w-0 lg:grid-cols-2">
        <Block id="kaart" scope={scope} title={t("map.heading")} help={t("named")}>
          <MapOfYears country={country} frames={frames} />
        </Block>
        <Block id="provincies" scope={scope} title={t("provinces.title")} help={t("provinces.help")}>
          <Provinces rows={measureProvinces(country)} scope={scope} />
        </Block>
      </div>
      <Block id="themas" scope={scope} title={t("themes.title")} help={t("themes.help")}>
        <Themes rows={measureThemes(country)} scope={scope} />
      </Block>
    </>
  );
}

function What({ overview: { country, declined } }: PartProps) {
  const t = useTranslations("dashboard");
  const { scope } = country;
  const ofGemeenten = country.gemeenten.length;
  return (
    <>
      <Block id="standen" scope={scope} title={t("funnel.title")} help={t("funnel.help")}>
        <Funnel funnel={measureFunnel(country)} scope={scope} />
      </Block>
      <div className="grid gap-x-12 gap-y-14 *:min-w-0 lg:grid-cols-2">
        <Block id="meest-gebruikt" scope={scope} title={t("top.title")} help={t("top.help")}>
          <TopSolutions top={listLeaders(country)} ofGemeenten={ofGemeenten} scope={scope} />
        </Block>
        <Block id="stijgers" scope={scope} title={t("risers.title")} help={t("risers.help")}>
          <Risers risers={listRisers(country)} scope={scope} />
        </Block>
      </div>
      <Block id="afgehaakt" scope={scope} title={t("declined.title")} help={t("declined.help")}>
        <Declined declined={declined} scope={scope} />
      </Block>
    </>
  );
}

function Who({ overview: { country } }: PartProps) {
  const t = useTranslations("dashboard");
  const { scope } = country;
  const newest = listNamed(country, null).filter(({ status }) => milestones.includes(status));
  return (
    <>
      <Block id="koplopers" scope={scope} title={t("leading.title")} help={t("leading.help")}>
        <Leading {...listLeadingGemeenten(country)} />
      </Block>
      <Block id="deelnames" scope={scope} title={t("milestones.title")} help={t("milestones.help")}>
        <Milestones milestones={newest.slice(0, 10)} />
      </Block>
    </>
  );
}

const milestones = ["COMMITTED", "PILOT", "IN_USE"];
