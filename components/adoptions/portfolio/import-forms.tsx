"use client";
import { useTranslations } from "next-intl";
import { FileField } from "@/components/ui/file-field";
import { Form } from "@/components/ui/form";
import {
  discardSheetAction,
  importSheetAction,
  uploadSheetAction,
} from "@/lib/adoptions/spreadsheet/actions";
import { discardSchema, importSchema, uploadSchema } from "@/lib/adoptions/spreadsheet/schema";

/** Chooses a file; nothing is recorded by sending it. */
export function UploadForm() {
  const t = useTranslations("portfolio.import");
  return (
    <Form id="inlezen" action={uploadSheetAction} schema={uploadSchema} submit={t("upload")}>
      {({ bestand }) => (
        <FileField field={bestand} label={t("file")} help={t("fileHelp")} accept=".csv,.xlsx,text/csv" />
      )}
    </Form>
  );
}

/** Records what the page shows. */
export function ImportForm({ id, seen, count }: { id: string; seen: string; count: number }) {
  const t = useTranslations("portfolio.import");
  return (
    <Form
      id="vastleggen"
      action={importSheetAction}
      schema={importSchema}
      hidden={{ id, seen }}
      submit={t("record", { count })}
    >
      {() => null}
    </Form>
  );
}

export function DiscardForm({ id }: { id: string }) {
  const t = useTranslations("portfolio.import");
  return (
    <Form
      id="weggooien"
      action={discardSheetAction}
      schema={discardSchema}
      hidden={{ id }}
      submit={t("discard")}
      isQuiet
    >
      {() => null}
    </Form>
  );
}
