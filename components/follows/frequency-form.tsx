"use client";
import { useTranslations } from "next-intl";
import { RadioField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import type { DigestFrequency } from "@/lib/core/generated/prisma/enums";
import { chooseFrequencyAction } from "@/lib/follows/actions";
import { frequencies, frequencyForm } from "@/lib/follows/schema";

/** How often mail comes about what one follows. */
export function FrequencyForm({ frequency }: { frequency: DigestFrequency }) {
  const t = useTranslations("follows");
  return (
    <Form
      id="mail"
      action={chooseFrequencyAction}
      schema={frequencyForm}
      defaultValue={{ frequency }}
      submit={t("save")}
      isPersonal
      isQuiet
    >
      {(fields) => (
        <RadioField
          field={fields.frequency}
          label={t("frequencyLabel")}
          options={frequencies.map((value) => ({ value, label: t(`frequency.${value}`) }))}
        />
      )}
    </Form>
  );
}
