"use client";
import type { FieldMetadata } from "@conform-to/react";
import { useTranslations } from "next-intl";
import { CheckboxField, TextArea, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { changeProviderAction, createProviderAction } from "@/lib/accounts/providers/actions";
import { newProviderForm, providerForm } from "@/lib/accounts/providers/schema";

type NewProps = { organisationId: string; mailDomains: string; cancelHref: string };

/** Setting up a provider for an organisation. */
export function NewProviderForm({ organisationId, mailDomains, cancelHref }: NewProps) {
  const t = useTranslations("platform.providers.form");
  return (
    <Form
      id="inlogvoorziening"
      action={createProviderAction}
      schema={newProviderForm}
      defaultValue={{ mailDomains }}
      hidden={{ organisationId }}
      submit={t("submit")}
      cancelHref={cancelHref}
    >
      {(fields) => <Settings fields={fields} secretHelp={t("secretHelp")} />}
    </Form>
  );
}

type Name = "label" | "issuer" | "clientId" | "tenantId" | "mailDomains" | "secondFactorAcr";
type Values = Record<Name, string> & { trustsSecondFactor: boolean };
type ChangeProps = { providerId: string; version: number; values: Values };

/** Changing the settings; the secret is never filled in. */
export function ProviderForm({ providerId, version, values }: ChangeProps) {
  const t = useTranslations("platform.providers.form");
  return (
    <Form
      id="instellingen"
      action={changeProviderAction}
      schema={providerForm}
      defaultValue={values}
      hidden={{ providerId, version: `${version}` }}
      submit={t("save")}
    >
      {(fields) => <Settings fields={fields} secretHelp={t("secretKeepHelp")} />}
    </Form>
  );
}

type Fields = Record<keyof Values | "clientSecret", FieldMetadata<unknown>>;

function Settings({ fields, secretHelp }: { fields: Fields; secretHelp: string }) {
  const t = useTranslations("platform.providers.form");
  const { label, issuer, tenantId, clientId, clientSecret, mailDomains } = fields;
  const { trustsSecondFactor, secondFactorAcr } = fields;
  return (
    <>
      <TextField field={label} label={t("label")} help={t("labelHelp")} />
      <TextField field={issuer} label={t("issuer")} help={t("issuerHelp")} />
      <TextField field={tenantId} label={t("tenantId")} help={t("tenantIdHelp")} />
      <TextField field={clientId} label={t("clientId")} autoComplete="off" />
      <TextField
        field={clientSecret}
        label={t("clientSecret")}
        help={secretHelp}
        type="password"
        autoComplete="new-password"
      />
      <TextArea field={mailDomains} label={t("mailDomains")} help={t("mailDomainsHelp")} rows={3} />
      <CheckboxField field={trustsSecondFactor} label={t("trusts")} help={t("trustsHelp")} />
      <TextField field={secondFactorAcr} label={t("acr")} help={t("acrHelp")} autoComplete="off" />
    </>
  );
}
