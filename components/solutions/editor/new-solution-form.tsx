"use client";
import { useTranslations } from "next-intl";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { createSolutionAction } from "@/lib/solutions/actions";
import { newSolutionForm } from "@/lib/solutions/schema";
import { useOptions } from "./options";

/** Enough to begin with: what it is called, what it does, and where it belongs. */
export function NewSolutionForm({ cancelHref }: { cancelHref: string }) {
  const t = useTranslations("manage");
  const options = useOptions();
  return (
    <Form
      id="nieuw"
      action={createSolutionAction}
      schema={newSolutionForm}
      submit={t("new.submit")}
      cancelHref={cancelHref}
    >
      {(fields) => (
        <>
          <TextField field={fields.name} label={t("field.name")} help={t("help.name")} />
          <TextArea field={fields.summary} label={t("field.summary")} help={t("help.summary")} rows={2} />
          <TextArea field={fields.audience} label={t("field.audience")} help={t("help.audience")} rows={2} />
          <SelectField field={fields.kind} label={t("field.kind")} options={options.kind} />
          <SelectField field={fields.theme} label={t("field.theme")} options={options.theme} />
          <SelectField field={fields.phase} label={t("field.phase")} options={options.phase} />
        </>
      )}
    </Form>
  );
}
