"use client";
import type { FieldMetadata } from "@conform-to/react";
import { useTranslations } from "next-intl";
import { SelectField, TextField } from "@/components/ui/field";
import { FileField } from "@/components/ui/file-field";
import { Form } from "@/components/ui/form";
import {
  addDocumentAction,
  changeDocumentAction,
  removeDocumentAction,
} from "@/lib/adoptions/documents/actions";
import type { OwnDocument } from "@/lib/adoptions/documents/queries";
import {
  acceptedFiles,
  documentKinds,
  documentSchema,
  documentVisibilities,
  newDocumentSchema,
  sameDocumentSchema,
} from "@/lib/adoptions/documents/schema";

type Known = Record<"kind" | "title" | "datedOn" | "visibility", FieldMetadata<unknown>>;

function ToldFields({ fields, today }: { fields: Known; today: string }) {
  const t = useTranslations("documents");
  return (
    <>
      <SelectField
        field={fields.kind}
        label={t("kindLabel")}
        options={documentKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
      />
      <TextField field={fields.title} label={t("titleLabel")} help={t("titleHelp")} />
      <TextField field={fields.datedOn} label={t("datedOn")} type="date" max={today} />
      <SelectField
        field={fields.visibility}
        label={t("visibilityLabel")}
        help={t("visibilityHelp")}
        options={documentVisibilities.map((value) => ({ value, label: t(`visibility.${value}`) }))}
      />
    </>
  );
}

/** Adds a document: the file, what it is, and who may read it. */
export function AddDocumentForm({ adoptionId, today }: { adoptionId: string; today: string }) {
  const t = useTranslations("documents");
  return (
    <Form
      id="document"
      action={addDocumentAction}
      schema={newDocumentSchema}
      defaultValue={{ visibility: "OWN" }}
      hidden={{ adoptionId }}
      submit={t("add")}
    >
      {(fields) => (
        <>
          <FileField field={fields.bestand} label={t("file")} help={t("fileHelp")} accept={acceptedFiles} />
          <ToldFields fields={fields} today={today} />
        </>
      )}
    </Form>
  );
}

type EditProps = {
  document: Pick<OwnDocument, "id" | "version" | "kind" | "title" | "datedOn" | "visibility">;
  today: string;
};

/** Says anew what a document is, or removes it. */
export function EditDocumentForms({ document, today }: EditProps) {
  const t = useTranslations("documents");
  const { id, version, kind, title, datedOn, visibility } = document;
  const hidden = { documentId: id, version: String(version) };
  return (
    <>
      <Form
        id={`wijzig-${id}`}
        action={changeDocumentAction}
        schema={documentSchema}
        defaultValue={{ kind, title, datedOn, visibility }}
        hidden={hidden}
        submit={t("save")}
      >
        {(fields) => <ToldFields fields={fields} today={today} />}
      </Form>
      <h3 className="mt-6">{t("removeTitle")}</h3>
      <p className="mt-1 mb-3">{t("removeText")}</p>
      <Form
        id={`weg-${id}`}
        action={removeDocumentAction}
        schema={sameDocumentSchema}
        hidden={hidden}
        submit={
          <>
            {t("remove")}
            <span className="sr-only">: {title}</span>
          </>
        }
        isQuiet
      >
        {() => null}
      </Form>
    </>
  );
}
