import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { MineGate } from "@/components/adoptions/mine-gate";
import { UploadForm } from "@/components/adoptions/portfolio/import-forms";
import { PortfolioNotice } from "@/components/adoptions/portfolio/portfolio-notice";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";
import { canMove } from "@/lib/adoptions/policy";
import { columnNames } from "@/lib/adoptions/spreadsheet/schema";
import { toLocale } from "@/lib/core/locales";
import { isGemeenteMember } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = toLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "portfolio.import" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, { melding }] = await Promise.all([getViewer(), searchParams]);
  if (!isGemeenteMember(viewer)) return <MineGate viewer={viewer} locale={locale} path="/mijn/importeren" />;
  return (
    <div className="measure">
      <PortfolioNotice melding={melding} />
      <Explanation isManager={canMove(viewer, { gemeenteId: viewer.organisation.id })} />
    </div>
  );
}

function Explanation({ isManager }: { isManager: boolean }) {
  const t = useTranslations("portfolio");
  const mine = useTranslations("adoptions.mine");
  const locale = useLocale();
  const file = (query: string, label: string) => (
    <a href={`/api/mijn/adopties?${query}&taal=${locale}`} className="link">
      {label}
    </a>
  );
  return (
    <>
      <Breadcrumbs trail={[{ label: mine("title"), path: "/mijn" }]} here={t("import.title")} />
      <h1>{t("import.title")}</h1>
      <h2 className="mt-6">{t("import.exportTitle")}</h2>
      <p className="mt-2">{t("import.exportText")}</p>
      <p className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        {file("vorm=xlsx", t("import.exportXlsx"))}
        {file("vorm=csv", t("import.exportCsv"))}
      </p>
      <h2 className="mt-8">{t("import.importTitle")}</h2>
      <p className="mt-2">{t("import.intro")}</p>
      <p className="mt-2 flex flex-wrap gap-x-6 gap-y-2">
        {file("vorm=xlsx&voorbeeld=ja", t("import.exampleXlsx"))}
        {file("vorm=csv&voorbeeld=ja", t("import.exampleCsv"))}
      </p>
      <details className="my-4">
        <summary className="link">{t("import.columns")}</summary>
        <dl className="mt-3 grid gap-2">
          {columnNames.map((name) => (
            <div key={name}>
              <dt className="font-semibold">{t(`column.${name}`)}</dt>
              <dd>{t(`columnHelp.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
      {isManager ? (
        <ClientMessages namespaces={["portfolio"]}>
          <UploadForm />
        </ClientMessages>
      ) : (
        <p className="text-soft">{t("import.readOnly")}</p>
      )}
    </>
  );
}
