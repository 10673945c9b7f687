"use client";
import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import {
  addTotpAction,
  proveByCodeAction,
  proveByRecoveryCodeAction,
  removeFactorAction,
  startTotpAction,
} from "@/lib/accounts/second-factor/actions";
import {
  addTotpSchema,
  codeSchema,
  recoverySchema,
  removeFactorSchema,
  startTotpSchema,
} from "@/lib/accounts/second-factor/schema";

/** Prepares an app; what follows shows its QR code. */
export function StartTotpForm() {
  const t = useTranslations("secondFactor.add");
  return (
    <Form id="app" isPersonal action={startTotpAction} schema={startTotpSchema} submit={t("totpSubmit")}>
      {() => null}
    </Form>
  );
}

/** Confirms the app with a code of it. */
export function AddTotpForm({ cancelHref }: { cancelHref: string }) {
  const t = useTranslations("secondFactor");
  return (
    <Form
      id="app"
      isPersonal
      action={addTotpAction}
      schema={addTotpSchema}
      submit={t("totp.submit")}
      cancelHref={cancelHref}
    >
      {({ name, code }) => (
        <>
          <TextField
            field={code}
            label={t("totp.code")}
            help={t("totp.codeHelp")}
            inputMode="numeric"
            autoComplete="one-time-code"
          />
          <TextField field={name} label={t("name")} help={t("nameHelp")} autoComplete="off" />
        </>
      )}
    </Form>
  );
}

/** The second step with a code of an app. */
export function ProveByCodeForm({ next }: { next: string }) {
  const t = useTranslations("secondFactor.prove");
  return (
    <Form
      id="code"
      isPersonal
      action={proveByCodeAction}
      schema={codeSchema}
      hidden={{ next }}
      submit={t("codeSubmit")}
    >
      {({ code }) => (
        <TextField
          field={code}
          label={t("code")}
          help={t("codeHelp")}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      )}
    </Form>
  );
}

/** The second step with a code from paper. */
export function ProveByRecoveryCodeForm() {
  const t = useTranslations("secondFactor.prove");
  return (
    <Form
      id="recovery"
      isPersonal
      action={proveByRecoveryCodeAction}
      schema={recoverySchema}
      submit={t("recoverySubmit")}
    >
      {({ recoveryCode }) => (
        <TextField field={recoveryCode} label={t("recovery")} help={t("recoveryHelp")} autoComplete="off" />
      )}
    </Form>
  );
}

/** Removes one of one's own. */
export function RemoveFactorForm({ factorId }: { factorId: string }) {
  const t = useTranslations("secondFactor.list");
  return (
    <Form
      id={`remove-${factorId}`}
      isPersonal
      action={removeFactorAction}
      schema={removeFactorSchema}
      hidden={{ factorId }}
      submit={t("removeSubmit")}
    >
      {() => null}
    </Form>
  );
}
