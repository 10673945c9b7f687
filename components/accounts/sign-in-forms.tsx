"use client";
import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import {
  confirmLinkAction,
  repeatCodeAction,
  requestCodeAction,
  typeCodeAction,
} from "@/lib/accounts/sign-in/actions";
import { codeRequestSchema, emptySchema, linkSchema, typedCodeSchema } from "@/lib/accounts/sign-in/schema";

/** Asks for a code at one's own address. */
export function CodeRequestForm({ next }: { next: string }) {
  const t = useTranslations("signIn.byMail");
  return (
    <Form
      id="mail"
      isPersonal
      action={requestCodeAction}
      schema={codeRequestSchema}
      hidden={{ next }}
      submit={t("submit")}
    >
      {({ email }) => <TextField field={email} label={t("email")} type="email" autoComplete="email" />}
    </Form>
  );
}

/** Signs in with the code of the mail. */
export function CodeForm() {
  const t = useTranslations("signIn.code");
  return (
    <Form id="code" isPersonal action={typeCodeAction} schema={typedCodeSchema} submit={t("submit")}>
      {({ code }) => (
        <TextField
          field={code}
          label={t("label")}
          help={t("help")}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      )}
    </Form>
  );
}

/** Asks for another code. */
export function RepeatForm() {
  const t = useTranslations("signIn.code");
  return (
    <Form id="opnieuw" isPersonal isQuiet action={repeatCodeAction} schema={emptySchema} submit={t("again")}>
      {() => null}
    </Form>
  );
}

/** The button behind the link of the mail. */
export function LinkForm({ token }: { token: string }) {
  const t = useTranslations("signIn.link");
  return (
    <Form
      id="bevestigen"
      isPersonal
      action={confirmLinkAction}
      schema={linkSchema}
      hidden={{ token }}
      submit={t("submit")}
    >
      {() => null}
    </Form>
  );
}
