import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { NoAccess } from "@/components/publications/access";
import { AddWord } from "@/components/search/words/word-form";
import { ClientMessages } from "@/components/ui/client-messages";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { canEditSynonyms } from "@/lib/search/synonyms/policy";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "search.wordForm" });
  return { title: t("addTitle") };
}

export default async function Page({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [t, viewer] = await Promise.all([getTranslations("search"), getViewer()]);
  const path = "/beheer/zoekwoorden/nieuw";
  if (!canEditSynonyms(viewer)) return <NoAccess viewer={viewer} locale={locale} path={path} />;
  return (
    <>
      <Breadcrumbs
        trail={[{ label: t("words.back"), path: "/beheer/zoekwoorden" }]}
        here={t("wordForm.addTitle")}
      />
      <h1 className="mb-6">{t("wordForm.addTitle")}</h1>
      <div className="measure">
        <ClientMessages namespaces={["search"]}>
          <AddWord />
        </ClientMessages>
      </div>
    </>
  );
}
