"use client";
import type { FieldMetadata } from "@conform-to/react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { saveDraftAction } from "@/lib/solutions/actions";
import { type ContentField, editorForm, type SolutionContent, toEditorValues } from "@/lib/solutions/schema";
import { useOptions } from "./options";

type Props = {
  solutionId: string;
  /** What the form is filled from: the revision of the open edit (0 for none) and the published version. */
  revision: number;
  version: number;
  content: SolutionContent;
  cancelHref: string;
};

/** The whole text of a solution in five short sections. */
export function EditorForm({ solutionId, revision, version, content, cancelHref }: Props) {
  const t = useTranslations("manage.editor");
  return (
    <Form
      id="bewerken"
      action={saveDraftAction}
      schema={editorForm}
      defaultValue={toEditorValues(content)}
      submit={t("submit")}
      cancelHref={cancelHref}
      hidden={{ solutionId, revision: `${revision}`, version: `${version}` }}
    >
      {(fields) => (
        <>
          <What fields={fields} />
          <Place fields={fields} />
          <Phase fields={fields} />
          <Technique fields={fields} />
          <Cost fields={fields} />
        </>
      )}
    </Form>
  );
}

type Fields = { fields: Record<ContentField, FieldMetadata<unknown>> };

function What({ fields }: Fields) {
  const t = useTranslations("manage");
  return (
    <Section title={t("editor.what")}>
      <TextField field={fields.name} label={t("field.name")} help={t("help.name")} />
      <TextArea field={fields.summary} label={t("field.summary")} help={t("help.summary")} rows={2} />
      <TextArea
        field={fields.description}
        label={t("field.description")}
        help={t("help.description")}
        rows={8}
      />
      <TextArea field={fields.audience} label={t("field.audience")} help={t("help.audience")} rows={2} />
      <TextArea field={fields.sideEffects} label={t("field.sideEffects")} help={t("help.sideEffects")} />
    </Section>
  );
}

function Place({ fields }: Fields) {
  const t = useTranslations("manage");
  const options = useOptions();
  return (
    <Section title={t("editor.place")}>
      <SelectField field={fields.kind} label={t("field.kind")} options={options.kind} />
      <SelectField field={fields.theme} label={t("field.theme")} options={options.theme} />
      <TextArea field={fields.keywords} label={t("field.keywords")} help={t("help.keywords")} rows={2} />
      <SelectField
        field={fields.layer}
        label={t("field.layer")}
        help={t("help.layer")}
        options={options.layer}
      />
      <SelectField field={fields.obligation} label={t("field.obligation")} options={options.obligation} />
      <TextField field={fields.legalBasis} label={t("field.legalBasis")} help={t("help.legalBasis")} />
    </Section>
  );
}

function Phase({ fields }: Fields) {
  const t = useTranslations("manage");
  const options = useOptions();
  return (
    <Section title={t("editor.phase")}>
      <SelectField
        field={fields.phase}
        label={t("field.phase")}
        help={t("help.phase")}
        options={options.phase}
      />
      <TextArea
        field={fields.phaseReason}
        label={t("field.phaseReason")}
        help={t("help.phaseReason")}
        rows={2}
      />
    </Section>
  );
}

function Technique({ fields }: Fields) {
  const t = useTranslations("manage");
  return (
    <Section title={t("editor.technique")}>
      <TextField field={fields.homepage} label={t("field.homepage")} type="url" />
      <TextField field={fields.repository} label={t("field.repository")} type="url" />
      <TextField field={fields.licence} label={t("field.licence")} help={t("help.licence")} />
      <TextArea field={fields.standards} label={t("field.standards")} help={t("help.standards")} rows={2} />
      <TextArea field={fields.links} label={t("field.links")} help={t("help.links")} rows={5} />
    </Section>
  );
}

function Cost({ fields }: Fields) {
  const t = useTranslations("manage");
  const options = useOptions();
  return (
    <Section title={t("editor.cost")}>
      <SelectField field={fields.priceModel} label={t("field.priceModel")} options={options.price} />
      <CheckboxField
        field={fields.participationPublic}
        label={t("field.participationPublic")}
        help={t("help.participationPublic")}
      />
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-8">
      <h2 className="mb-4">{title}</h2>
      {children}
    </section>
  );
}
