"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { saveProfileAction } from "@/lib/accounts/profile/actions";
import { profileSchema } from "@/lib/accounts/profile/schema";
import { endOtherSessionsAction, endSessionAction } from "@/lib/accounts/sessions/actions";
import { endOthersSchema, endSessionSchema } from "@/lib/accounts/sessions/schema";

/** Changes what others see of the viewer. */
export function ProfileForm({ profile }: { profile: { name: string; functionTitle: string } }) {
  const t = useTranslations("accounts.profile");
  return (
    <Form
      id="profiel"
      isPersonal
      action={saveProfileAction}
      schema={profileSchema}
      defaultValue={profile}
      submit={t("submit")}
    >
      {({ name, functionTitle }) => (
        <>
          <TextField field={name} label={t("name")} help={t("nameHelp")} autoComplete="name" />
          <TextField
            field={functionTitle}
            label={t("functionTitle")}
            help={t("functionHelp")}
            autoComplete="organization-title"
          />
        </>
      )}
    </Form>
  );
}

/** Ends one session. */
export function EndSessionForm({ sessionId, submit }: { sessionId: string; submit: ReactNode }) {
  return (
    <Form
      id={`einde-${sessionId}`}
      isPersonal
      isQuiet
      action={endSessionAction}
      schema={endSessionSchema}
      hidden={{ sessionId }}
      submit={submit}
    >
      {() => null}
    </Form>
  );
}

/** Ends every session but this one. */
export function EndOthersForm({ submit }: { submit: ReactNode }) {
  return (
    <Form id="andere" isPersonal action={endOtherSessionsAction} schema={endOthersSchema} submit={submit}>
      {() => null}
    </Form>
  );
}
