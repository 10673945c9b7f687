import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DocumentInWords } from "@/components/adoptions/documents/document-line";
import { MineGate } from "@/components/adoptions/mine-gate";
import { ReportHead } from "@/components/adoptions/portfolio/report-head";
import { ReportTable } from "@/components/adoptions/portfolio/report-table";
import { listNewestDocuments, type NewestDocument } from "@/lib/adoptions/documents/queries";
import { type AdoptionRecord, listPortfolio } from "@/lib/adoptions/portfolio/queries";
import { isContractEnding } from "@/lib/adoptions/portfolio/rules";
import { toStatusGroup } from "@/lib/adoptions/rules";
import { today } from "@/lib/core/dates";
import { toLocale } from "@/lib/core/locales";
import { isGemeenteMember } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import "@/components/adoptions/portfolio/report.css";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = toLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "portfolio.summary" });
  return { title: t("title") };
}

export default async function Page({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!isGemeenteMember(viewer)) return <MineGate viewer={viewer} locale={locale} path="/mijn/overzicht" />;
  const [portfolio, documents] = await Promise.all([
    listPortfolio(viewer),
    listNewestDocuments(viewer, most.documents),
  ]);
  return <Summary name={viewer.organisation.name} portfolio={portfolio} documents={documents} />;
}

/** Rows of each table that still fit on one page together. */
const most = { deciding: 6, joining: 10, contracts: 5, spread: 6, documents: 3 };

type SummaryProps = { name: string; portfolio: AdoptionRecord[]; documents: NewestDocument[] };

function Summary({ name, portfolio, documents }: SummaryProps) {
  const t = useTranslations("portfolio.summary");
  const locale = useLocale();
  const day = today();
  const soonest = (a: AdoptionRecord, b: AdoptionRecord) =>
    (a.nextOn ?? "9").localeCompare(b.nextOn ?? "9") || a.solution.name.localeCompare(b.solution.name, "nl");
  const deciding = portfolio.filter(({ status }) => status === "DECIDING").sort(soonest);
  const joining = portfolio.filter(({ status }) => toStatusGroup(status) === "joining").sort(soonest);
  const used = portfolio.filter(({ status }) => toStatusGroup(status) === "inUse");
  const spread = used
    .filter(({ departments }) => departments !== null)
    .sort((a, b) => (b.coverage ?? 0) - (a.coverage ?? 0));
  const ending = portfolio.filter((adoption) => isContractEnding(adoption, day));
  return (
    <article className="report">
      <ReportHead title={t("heading", { name })} here={t("title")} portfolio={portfolio} today={day} />
      <Part title={t("deciding")} rows={deciding} most={most.deciding} columns={["next", "nextOn", "lead"]} />
      <Part
        title={t("joining")}
        rows={joining}
        most={most.joining}
        columns={["status", "next", "nextOn", "lead"]}
      />
      <Part title={t("contracts")} rows={ending} most={most.contracts} columns={["contract", "lead"]} />
      <Part title={t("usedBy")} rows={spread} most={most.spread} columns={["coverage"]} />
      <section className="mt-6">
        <h2>{t("used")}</h2>
        <p className="mt-1" lang="nl">
          {used.length === 0
            ? t("nothing")
            : used
                .map(({ solution }) => solution.name)
                .sort((a, b) => a.localeCompare(b, "nl"))
                .join(", ")}
        </p>
      </section>
      <Documents documents={documents} />
      <p className="no-print mt-6">
        {t("print")} <a href={`/${locale}/mijn/rapport`}>{t("toReport")}</a>
      </p>
    </article>
  );
}

function Documents({ documents }: { documents: NewestDocument[] }) {
  const t = useTranslations("portfolio.summary");
  if (documents.length === 0) return null;
  return (
    <section className="mt-6">
      <h2>{t("documents")}</h2>
      <ul className="mt-1">
        {documents.map((document) => (
          <li key={document.id}>
            <DocumentInWords document={document} about={document.solution} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type PartProps = {
  title: string;
  rows: AdoptionRecord[];
  most: number;
  columns: Parameters<typeof ReportTable>[0]["columns"];
};

function Part({ title, rows, most: limit, columns }: PartProps) {
  const t = useTranslations("portfolio.summary");
  if (rows.length === 0) return null;
  return (
    <section className="mt-6">
      <h2>{title}</h2>
      <ReportTable
        caption={t("caption", { shown: Math.min(limit, rows.length), total: rows.length })}
        adoptions={rows.slice(0, limit)}
        columns={columns}
      />
    </section>
  );
}
