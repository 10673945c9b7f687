import { redirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { AdoptionNotice } from "@/components/adoptions/adoption-notice";
import { AddDocumentForm, EditDocumentForms } from "@/components/adoptions/documents/document-forms";
import { DocumentLine } from "@/components/adoptions/documents/document-line";
import { FormPage, Warning } from "@/components/adoptions/form-page";
import { ClientMessages } from "@/components/ui/client-messages";
import { listDocuments, type OwnDocument } from "@/lib/adoptions/documents/queries";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { today } from "@/lib/core/dates";
import { openRecord, type RecordParams, titleOf } from "../open-record";

type Props = { params: RecordParams; searchParams: Promise<{ melding?: string | string[] }> };

export const generateMetadata = ({ params }: Props) => titleOf(params);

export default async function Page({ params, searchParams }: Props) {
  const opened = await openRecord(params, "/documenten");
  if ("gate" in opened) return opened.gate;
  const { record, viewer, locale } = opened;
  if (!record.newest) redirect(`/${locale}/mijn/${record.solution.slug}`);
  const [{ melding }, documents] = await Promise.all([
    searchParams,
    listDocuments(viewer, record.solution.id),
  ]);
  return <Documents adoption={record.newest} documents={documents} melding={melding} />;
}

type DocumentsProps = { adoption: AdoptionRecord; documents: OwnDocument[]; melding: unknown };

function Documents({ adoption, documents, melding }: DocumentsProps) {
  const t = useTranslations("documents");
  const day = today();
  const { canMove: canKeep } = adoption;
  return (
    <FormPage title={t("title")} solution={adoption.solution} adoption={adoption}>
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
        {canKeep ? (
          <>
            <h2 className="mt-10 mb-3">{t("addTitle")}</h2>
            <AddDocumentForm adoptionId={adoption.id} today={day} />
          </>
        ) : (
          <Warning>{t("notKeeper")}</Warning>
        )}
      </ClientMessages>
    </FormPage>
  );
}

type RowProps = { document: OwnDocument; today: string; canKeep: boolean };

function Row({ document, today: day, canKeep }: RowProps) {
  const t = useTranslations("documents");
  const { id, version, kind, title, datedOn, visibility, addedBy } = document;
  const who = t(`visibility.${visibility}`);
  return (
    <li className="border-line border-t py-3">
      <DocumentLine document={document} more={addedBy ? `${who}; ${t("addedBy", { name: addedBy })}` : who} />
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
