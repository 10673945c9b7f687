import { redirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { AdoptionNotice } from "@/components/adoptions/adoption-notice";
import { AddDocumentForm, EditDocumentForms } from "@/components/adoptions/documents/document-forms";
import { DocumentLine } from "@/components/adoptions/documents/document-line";
import { FormPage, Warning } from "@/components/adoptions/form-page";
import { ClientMessages } from "@/components/ui/client-messages";
import { listDocuments, type OwnDocument } from "@/lib/adoptions/documents/queries";
import { canKeepDocuments } from "@/lib/adoptions/policy";
import type { SolutionRecord } from "@/lib/adoptions/portfolio/queries";
import { today } from "@/lib/core/dates";
import { openRecord, type RecordParams, titleOf } from "../open-record";

type Props = { params: RecordParams; searchParams: Promise<{ melding?: string | string[] }> };

export const generateMetadata = ({ params }: Props) => titleOf(params);

export default async function Page({ params, searchParams }: Props) {
  const opened = await openRecord(params, "/documenten");
  if ("gate" in opened) return opened.gate;
  const { record, viewer, locale } = opened;
  const [{ melding }, documents] = await Promise.all([
    searchParams,
    listDocuments(viewer, record.solution.id),
  ]);
  // Of a predecessor there may be documents before the gemeente itself takes part.
  if (!record.newest && documents.length === 0) redirect(`/${locale}/mijn/${record.solution.slug}`);
  const canKeep = canKeepDocuments(viewer, { gemeenteId: viewer.organisation.id });
  return <Documents {...{ record, canKeep, documents, melding }} />;
}

type DocumentsProps = {
  record: SolutionRecord;
  canKeep: boolean;
  documents: OwnDocument[];
  melding: unknown;
};

function Documents({ record: { solution, newest }, canKeep, documents, melding }: DocumentsProps) {
  const t = useTranslations("documents");
  const day = today();
  return (
    <FormPage title={t("title")} solution={solution} adoption={newest}>
      <ClientMessages namespaces={["documents"]}>
        <AdoptionNotice melding={melding} />
        <p>{t("intro")}</p>
        <p className="mt-2 text-soft">{t("only")}</p>
        <h2 className="mt-8 mb-3">{t("list")}</h2>
        {documents.length === 0 && <p>{t("none")}</p>}
        <ul>
          {documents.map((document) => (
            <Row key={document.id} document={document} today={day} canKeep={canKeep} />
          ))}
        </ul>
        {!newest && <p className="mt-6">{t("afterMerger")}</p>}
        {canKeep && newest && (
          <>
            <h2 className="mt-10 mb-3">{t("addTitle")}</h2>
            <AddDocumentForm adoptionId={newest.id} today={day} />
          </>
        )}
        {!canKeep && <Warning>{t("notKeeper")}</Warning>}
      </ClientMessages>
    </FormPage>
  );
}

type RowProps = { document: OwnDocument; today: string; canKeep: boolean };

function Row({ document, today: day, canKeep }: RowProps) {
  const t = useTranslations("documents");
  const { id, version, kind, title, datedOn, visibility, addedBy, predecessor } = document;
  const told = [
    t(`visibility.${visibility}`),
    ...(predecessor ? [t("predecessor", { name: predecessor })] : []),
    ...(addedBy ? [t("addedBy", { name: addedBy })] : []),
  ];
  return (
    <li className="border-line border-t py-3">
      <DocumentLine document={document} more={told.join("; ")} />
      {canKeep && (
        <details className="mt-2">
          <summary className="link">
            {t("edit")}
            <span className="sr-only">: {title}</span>
          </summary>
          <div className="mt-4 mb-6">
            <EditDocumentForms document={{ id, version, kind, title, datedOn, visibility }} today={day} />
          </div>
        </details>
      )}
    </li>
  );
}
