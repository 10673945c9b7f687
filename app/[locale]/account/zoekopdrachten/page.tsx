import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AccountGate, AccountPage } from "@/components/accounts/account-page";
import { SavedStep, SaveSearchForm } from "@/components/search/saved/saved-forms";
import { ClientMessages } from "@/components/ui/client-messages";
import { Notice } from "@/components/ui/notice";
import { parsePortfolioQuery } from "@/lib/adoptions/portfolio/schema";
import { type Locale, toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { canSaveSearches } from "@/lib/search/saved/policy";
import { listSavedSearches, type SavedSearchRow } from "@/lib/search/saved/queries";
import { type savedPlaces, savedSearchParams, toFilters } from "@/lib/search/saved/schema";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "search.saved" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, search] = await Promise.all([getViewer(), searchParams]);
  if (!canSaveSearches(viewer)) return <AccountGate locale={locale} path="/account/zoekopdrachten" />;
  const { waar, nieuw, melding } = savedSearchParams.parse(search);
  const [t, rows] = await Promise.all([getTranslations("search.saved"), listSavedSearches(viewer)]);
  return (
    <AccountPage here="searches">
      {melding && (
        <div className="mb-4">
          <Notice>{t(`notice.${melding}`)}</Notice>
        </div>
      )}
      <ClientMessages namespaces={["search"]}>
        {nieuw && <Save waar={waar} query={nieuw} />}
        <List rows={rows} locale={locale} />
      </ClientMessages>
    </AccountPage>
  );
}

function Save({ waar, query }: { waar: keyof typeof savedPlaces; query: string }) {
  const t = useTranslations("search.saved");
  const isView = waar === "mijn";
  const q = isView ? parsePortfolioQuery(query).q : toFilters(query).q;
  const all = t(isView ? "everyAdoption" : "everything");
  return (
    <section aria-labelledby="bewaren-titel" className="card measure mb-8">
      <h2 id="bewaren-titel">{t("newTitle")}</h2>
      <p className="mt-2 mb-4">{t("newText", { query: q || all })}</p>
      <SaveSearchForm waar={waar} query={query} name={q} />
    </section>
  );
}

function List({ rows, locale }: { rows: SavedSearchRow[]; locale: Locale }) {
  const t = useTranslations("search.saved");
  if (rows.length === 0) {
    return (
      <div className="measure">
        <p className="mb-6">{t("empty")}</p>
        <a href={`/${locale}/voorzieningen`} className="button">
          {t("browse")}
        </a>
      </div>
    );
  }
  return (
    <>
      <p className="measure mb-4">
        {t("intro")}{" "}
        {t.rich("mail", { link: (text) => <a href={`/${locale}/account/volgen#mail-titel`}>{text}</a> })}
      </p>
      <ul className="grid gap-3">
        {rows.map(({ id, name, fresh }) => (
          <li key={id} className="card flex flex-wrap items-center gap-x-6 gap-y-2">
            <h2 className="grow text-lg">{name}</h2>
            <p>{fresh === null ? t("portfolioView") : t("fresh", { count: fresh })}</p>
            <SavedStep id={id} step="open" />
            <SavedStep id={id} step="remove" />
          </li>
        ))}
      </ul>
    </>
  );
}
