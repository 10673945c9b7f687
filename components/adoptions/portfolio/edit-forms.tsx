"use client";
import { useLocale, useTranslations } from "next-intl";
import { type Option, SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { editManyAction, handOverAction } from "@/lib/adoptions/editing/actions";
import { bulkEditSchema, handOverSchema } from "@/lib/adoptions/editing/schema";

/** People and days of the chosen adoptions; what is left empty stays. */
export function EditManyForm({ ids, today }: { ids: string[]; today: string }) {
  const t = useTranslations("portfolio.edit");
  const locale = useLocale();
  return (
    <Form
      id="bewerken"
      action={editManyAction}
      schema={bulkEditSchema}
      hidden={{ ids: ids.join(",") }}
      submit={t("submit", { count: ids.length })}
      cancelHref={`/${locale}/mijn`}
    >
      {({ leadName, contactName, nextOn, contractEndsOn, reason }) => (
        <>
          <TextField field={leadName} label={t("leadName")} />
          <TextField field={contactName} label={t("contactName")} />
          <TextField field={nextOn} label={t("nextOn")} type="date" min={today} />
          <TextField field={contractEndsOn} label={t("contractEndsOn")} type="date" />
          <TextArea field={reason} label={t("reason")} />
        </>
      )}
    </Form>
  );
}

/** Everything from one name to another. */
export function HandOverForm({ people }: { people: Option[] }) {
  const t = useTranslations("portfolio.handOver");
  const locale = useLocale();
  return (
    <Form
      id="overdragen"
      action={handOverAction}
      schema={handOverSchema}
      submit={t("submit")}
      cancelHref={`/${locale}/mijn`}
    >
      {({ from, to }) => (
        <>
          <SelectField field={from} label={t("from")} options={people} />
          <TextField field={to} label={t("to")} help={t("toHelp")} />
        </>
      )}
    </Form>
  );
}
