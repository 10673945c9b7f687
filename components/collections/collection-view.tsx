import { useTranslations } from "next-intl";
import { AdoptionCurve } from "@/components/dashboard/adoption-curve";
import { CountryMap } from "@/components/gemeenten/country-map";
import { SolutionCard } from "@/components/solutions/solution-card";
import type { CollectionDetail } from "@/lib/collections/queries";
import type { Locale } from "@/lib/core/locales";
import { isGemeenteMember, type Viewer } from "@/lib/core/roles";

type Props = { collection: CollectionDetail; viewer: Viewer; locale: Locale; today: string };

/** The facilities of one way in, where they are used and how that grew. */
export function CollectionView({ collection, viewer, locale, today }: Props) {
  const t = useTranslations("collections");
  const { solutions, gemeenten, curve } = collection;
  const users = gemeenten.filter(({ inUseCount }) => inUseCount > 0).length;
  const isGemeente = isGemeenteMember(viewer);
  const facet = { thema: "thema", aanbieder: "aanbieder", laag: "laag", wet: null, standaard: null }[
    collection.entrance
  ];
  return (
    <>
      <p className="measure mt-2 text-lg">
        {t("summary", { count: solutions.length, users, whole: gemeenten.length })}
      </p>
      <div className="mt-8 grid gap-10 *:min-w-0 lg:grid-cols-[3fr_2fr]">
        <section aria-labelledby="lijst">
          <h2 id="lijst">{t("list")}</h2>
          {facet && (
            <p className="no-print mt-2">
              <a href={`/${locale}/voorzieningen?${facet}=${collection.slug}`}>{t("filter")}</a>
            </p>
          )}
          <ol className="mt-3 grid gap-3">
            {solutions.map((solution) => (
              <SolutionCard
                key={solution.slug}
                solution={solution}
                gemeenten={gemeenten.length}
                locale={locale}
              />
            ))}
          </ol>
        </section>
        <section aria-labelledby="kaart">
          <h2 id="kaart">{t("map")}</h2>
          {!isGemeente && <p className="mt-2 mb-3 text-sm text-soft">{t("mapHelp")}</p>}
          <CountryMap gemeenten={gemeenten} />
        </section>
      </div>
      {curve.length > 1 && (
        <section aria-labelledby="verloop" className="mt-10">
          <h2 id="verloop" className="mb-3">
            {t("curve")}
          </h2>
          <AdoptionCurve points={curve} updatedOn={today} />
        </section>
      )}
    </>
  );
}
