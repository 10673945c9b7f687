"use client";
import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { eraseMyselfAction } from "@/lib/privacy/actions";
import { eraseSchema } from "@/lib/privacy/schema";

/** Erases whoever is signed in, once they typed their own address. */
export function EraseForm({ email }: { email: string }) {
  const t = useTranslations("privacy.own.erase");
  return (
    <Form id="wissen" action={eraseMyselfAction} schema={eraseSchema} submit={t("submit")} isPersonal>
      {({ confirmation }) => (
        <TextField
          field={confirmation}
          label={t("confirm")}
          help={t("confirmHelp", { email })}
          autoComplete="off"
        />
      )}
    </Form>
  );
}
