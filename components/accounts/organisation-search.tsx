"use client";
import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { findOrganisationAction } from "@/lib/accounts/identities/actions";
import { findOrganisationForm } from "@/lib/accounts/identities/schema";

/** Sent as a form, because a mail address does not belong in an address of the web. */
export function OrganisationSearch({ text, next }: { text: string; next: string }) {
  const t = useTranslations("identities.signIn");
  return (
    <Form
      id="zoek-organisatie"
      action={findOrganisationAction}
      schema={findOrganisationForm}
      defaultValue={{ text }}
      hidden={{ next }}
      submit={t("submit")}
      isPersonal
    >
      {(fields) => <TextField field={fields.text} label={t("search")} autoComplete="email" />}
    </Form>
  );
}
