"use client";
import { useTranslations } from "next-intl";
import { Errors } from "@/components/ui/field";
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
        <div className="mb-5">
          <label htmlFor={bestand.id} className="mb-1 block font-semibold">
            {t("file")}
          </label>
          <p id={`${bestand.id}-help`} className="mb-1 text-sm text-soft">
            {t("fileHelp")}
          </p>
          <Errors field={bestand} />
          <input
            type="file"
            id={bestand.id}
            name={bestand.name}
            required
            accept=".csv,.xlsx,text/csv"
            aria-invalid={bestand.errors ? true : undefined}
            aria-describedby={`${bestand.id}-help${bestand.errors ? ` ${bestand.errorId}` : ""}`}
            className="control"
          />
        </div>
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
