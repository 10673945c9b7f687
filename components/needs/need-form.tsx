"use client";
import { useLocale, useTranslations } from "next-intl";
import { TextArea, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { submitNeedAction } from "@/lib/needs/actions";
import { needForm } from "@/lib/needs/schema";

/** What a gemeente needs, in its own words; the question that found nothing goes along. */
export function NeedForm({ question }: { question: string }) {
  const t = useTranslations("needs");
  const locale = useLocale();
  return (
    <Form
      id="behoefte"
      action={submitNeedAction}
      schema={needForm}
      defaultValue={{ title: question }}
      hidden={{ question }}
      submit={t("submit")}
      cancelHref={`/${locale}/voorzieningen`}
    >
      {(fields) => (
        <>
          <TextField field={fields.title} label={t("titleField")} />
          <TextArea field={fields.text} label={t("text")} help={t("textHelp")} rows={6} />
        </>
      )}
    </Form>
  );
}
