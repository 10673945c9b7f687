import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { CountryMap } from "@/components/gemeenten/country-map";
import { GemeenteSearch } from "@/components/gemeenten/gemeente-search";
import { GemeenteTable } from "@/components/gemeenten/gemeente-table";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { toLocale } from "@/lib/core/locales";
import { listGemeenten, searchGemeenten } from "@/lib/gemeenten/queries";
import { gemeenteSearch } from "@/lib/gemeenten/schema";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "gemeenten" });
  return { title: t("title"), description: t("intro") };
}

export default async function Page({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const filter = gemeenteSearch.parse(await searchParams);
  const [t, all, found] = await Promise.all([
    getTranslations("gemeenten"),
    listGemeenten(),
    searchGemeenten(filter),
  ]);
  const gemeenten = all.filter(({ slug }) => found.has(slug));
  return (
    <>
      <Breadcrumbs trail={[]} here={t("title")} />
      <h1>{t("title")}</h1>
      <p className="measure mt-3 text-lg">{t("intro")}</p>
      <div className="mt-8 grid gap-10 *:min-w-0 lg:grid-cols-[3fr_2fr] lg:grid-rows-[auto_1fr]">
        <section aria-labelledby="zoeken">
          <h2 id="zoeken" className="mb-4">
            {t("search.title")}
          </h2>
          <GemeenteSearch filter={filter} />
        </section>
        <section aria-labelledby="kaart" className="lg:row-span-2">
          <h2 id="kaart" className="mb-4">
            {t("map.heading")}
          </h2>
          <CountryMap gemeenten={all} hasTable={gemeenten.length < all.length} />
        </section>
        <div>
          <p role="status" className="font-semibold">
            {t("list.count", { count: gemeenten.length, total: all.length })}
          </p>
          {gemeenten.length > 0 ? (
            <GemeenteTable gemeenten={gemeenten} />
          ) : (
            <p className="mt-2">{t("list.empty")}</p>
          )}
        </div>
      </div>
    </>
  );
}
