import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { NoAccess } from "@/components/publications/access";
import { ChangeWord, RemoveWord } from "@/components/search/words/word-form";
import { ClientMessages } from "@/components/ui/client-messages";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { canEditSynonyms } from "@/lib/search/synonyms/policy";
import { getSynonym } from "@/lib/search/synonyms/queries";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "search.wordForm" });
  return { title: t("changeTitle") };
}

export default async function Page({ params }: Props) {
  const { locale: given, id } = await params;
  const locale = toLocale(given);
  setRequestLocale(locale);
  const [t, viewer] = await Promise.all([getTranslations("search"), getViewer()]);
  const path = `/beheer/zoekwoorden/${id}`;
  if (!canEditSynonyms(viewer)) return <NoAccess viewer={viewer} locale={locale} path={path} />;
  const word = z.uuid().safeParse(id).success ? await getSynonym(viewer, id) : null;
  if (!word) notFound();
  return (
    <>
      <Breadcrumbs trail={[{ label: t("words.back"), path: "/beheer/zoekwoorden" }]} here={word.term} />
      <h1 className="mb-6">{t("wordForm.changeTitle")}</h1>
      <div className="measure">
        <ClientMessages namespaces={["search"]}>
          <ChangeWord word={word} />
          <section aria-labelledby="weg" className="mt-10">
            <h2 id="weg" className="mb-4">
              {t("wordForm.removeTitle")}
            </h2>
            <RemoveWord word={word} />
          </section>
        </ClientMessages>
      </div>
    </>
  );
}
