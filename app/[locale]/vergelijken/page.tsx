import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Chooser } from "@/components/comparisons/chooser";
import { ComparisonTable } from "@/components/comparisons/comparison-table";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { type ComparedSolution, compareSolutions } from "@/lib/comparisons/queries";
import { comparisonSearch, toComparisonQuery } from "@/lib/comparisons/schema";
import { toLocale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { searchSolutions } from "@/lib/search/queries";
import { searchSchema, themeWords } from "@/lib/search/schema";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const shownSuggestions = 6;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "comparisons" });
  return { title: t("title"), description: t("description") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const { slugs, isOnlyDifferences, q } = comparisonSearch.parse(await searchParams);
  const [t, viewer] = await Promise.all([getTranslations(), getViewer()]);
  const solutions = await compareSolutions(viewer, slugs);
  const found = await suggest(viewer, solutions, q);
  const gone = slugs.length - solutions.length;
  const shown = solutions.map(({ slug }) => slug);
  return (
    <>
      <Breadcrumbs
        trail={[{ label: t("layout.nav.solutions"), path: "/voorzieningen" }]}
        here={t("comparisons.title")}
      />
      <h1>{t("comparisons.title")}</h1>
      <p className="measure mt-2">{t("comparisons.intro")}</p>
      {gone > 0 && <p className="measure mt-4">{t("comparisons.gone", { count: gone })}</p>}
      {solutions.length > 0 && (
        <>
          <p className="no-print mt-4 flex flex-wrap gap-x-6 gap-y-1">
            {solutions.length > 1 && (
              <a href={`/${locale}/vergelijken?${toComparisonQuery(shown, !isOnlyDifferences)}`}>
                {t(isOnlyDifferences ? "comparisons.everything" : "comparisons.onlyDifferences")}
              </a>
            )}
            <a href={`/api/vergelijking?${toComparisonQuery(shown)}&taal=${locale}`}>
              {t("comparisons.download")}
            </a>
          </p>
          <ComparisonTable
            solutions={solutions}
            isOnlyDifferences={isOnlyDifferences && solutions.length > 1}
          />
        </>
      )}
      <Chooser slugs={shown} q={q} found={found} />
    </>
  );
}

/** What the question finds; without one, what is about the subject of the first facility. */
async function suggest(viewer: Viewer, solutions: ComparedSolution[], q: string) {
  const [first] = solutions;
  if (!q && !first) return [];
  const asked = q ? { q } : { thema: first && themeWords[first.theme] };
  const { items } = await searchSolutions(viewer, searchSchema.parse(asked));
  return items.filter(({ slug }) => !solutions.some((one) => one.slug === slug)).slice(0, shownSuggestions);
}
