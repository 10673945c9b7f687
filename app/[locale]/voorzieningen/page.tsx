import type { Metadata } from "next";
import { after } from "next/server";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { OtherFinds } from "@/components/search/other-finds";
import { Facets } from "@/components/solutions/facets";
import { Results } from "@/components/solutions/results";
import { SearchBox } from "@/components/solutions/search-box";
import { toLocale } from "@/lib/core/locales";
import { isGemeenteMember, type Viewer } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { countQuestion } from "@/lib/search/log/mutations";
import { findByName } from "@/lib/search/names/queries";
import { searchSolutions } from "@/lib/search/queries";
import { forViewer } from "@/lib/search/rules";
import { hasChoices, type SearchFilters, searchSchema } from "@/lib/search/schema";
import { hrefOfParty } from "@/lib/search/suggestions/resource";

const mostParties = 5;

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "solutions" });
  return { title: t("title"), description: t("intro") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [t, viewer, search] = await Promise.all([getTranslations("solutions"), getViewer(), searchParams]);
  const asked = forViewer(viewer, searchSchema.parse(search));
  const [{ filters, result }, parties] = await Promise.all([
    searchExistingPage(viewer, asked),
    findByName(asked.q, mostParties),
  ]);
  // Only the question itself counts, once: not each further page or choice, and nobody waits for it.
  if (filters.q && filters.page === 1 && !hasChoices(filters)) {
    after(() => countQuestion(viewer, filters.q, result.corrected ? 0 : result.total));
  }
  const path = `/${locale}/voorzieningen`;
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="measure mt-2 mb-6">{t("intro")}</p>
      <SearchBox id="zoek" locale={locale} action={path} question={filters.q} hint />
      <div className="mt-6 grid grid-cols-1 gap-x-8 lg:grid-cols-[17rem_minmax(0,1fr)]">
        <Facets values={result.facets} filters={filters} form="zoek" hasPeers={isGemeenteMember(viewer)} />
        <div>
          <OtherFinds parties={parties.map((party) => ({ ...party, href: hrefOfParty(locale, party) }))} />
          <Results result={result} filters={filters} locale={locale} path={path} access={accessOf(viewer)} />
        </div>
      </div>
    </>
  );
}

function accessOf(viewer: Viewer): "visitor" | "signedIn" | "gemeente" {
  if (isGemeenteMember(viewer)) return "gemeente";
  return viewer.user ? "signedIn" : "visitor";
}

/** A page past the end shows the last one: the list may have become shorter since the link was made. */
async function searchExistingPage(viewer: Viewer, filters: SearchFilters) {
  const result = await searchSolutions(viewer, filters);
  const last = Math.max(1, Math.ceil(result.total / filters.pageSize));
  if (filters.page <= last) return { filters, result };
  const atLast = { ...filters, page: last };
  return { filters: atLast, result: await searchSolutions(viewer, atLast) };
}
