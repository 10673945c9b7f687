import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NoAccess } from "@/components/publications/access";
import { Unanswered, WordList } from "@/components/search/words/word-list";
import { Notice } from "@/components/ui/notice";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { fewestAsked, keptDays, listUnanswered } from "@/lib/search/log/queries";
import { canEditSynonyms } from "@/lib/search/synonyms/policy";
import { listSynonyms, synonymsPerPage } from "@/lib/search/synonyms/queries";
import { synonymNotice, synonymSearch } from "@/lib/search/synonyms/schema";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "search.words" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, search] = await Promise.all([getViewer(), searchParams]);
  if (!canEditSynonyms(viewer))
    return <NoAccess viewer={viewer} locale={locale} path="/beheer/zoekwoorden" />;
  const asked = synonymSearch.parse(search);
  const [t, { rows, total }, unanswered] = await Promise.all([
    getTranslations("search.words"),
    listSynonyms(viewer, asked),
    listUnanswered(viewer),
  ]);
  const notice = synonymNotice.parse(search.melding);
  return (
    <>
      <h1>{t("title")}</h1>
      {notice && (
        <div className="mt-4">
          <Notice>{t(`notice.${notice}`)}</Notice>
        </div>
      )}
      <p className="measure mt-4">{t("intro")}</p>
      <p className="mt-4">
        <a href={`/${locale}/beheer/zoekwoorden/nieuw`} className="button">
          {t("new")}
        </a>
      </p>
      <WordList rows={rows} total={total} search={asked.zoek} page={asked.page} perPage={synonymsPerPage} />
      <Unanswered questions={unanswered} days={keptDays} fewest={fewestAsked} />
    </>
  );
}
