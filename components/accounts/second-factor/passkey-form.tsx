"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import {
  addPasskeyAction,
  askForNewPasskeyAction,
  askForPasskeyAction,
  proveByPasskeyAction,
} from "@/lib/accounts/second-factor/actions";
import { passkeyNameSchema, passkeyProofStartSchema } from "@/lib/accounts/second-factor/schema";
import type { FormAction, FormState } from "@/lib/core/action";
import type { ErrorKey } from "@/lib/core/errors";

/** Makes a passkey on this device, under a name. */
export function AddPasskeyForm() {
  const t = useTranslations("secondFactor");
  return (
    <NeedsPasskeys noScript={t("passkey.noScript")} unsupported={t("passkey.unsupported")}>
      <Form
        id="passkey"
        isPersonal
        action={makePasskey}
        schema={passkeyNameSchema}
        submit={t("add.passkeySubmit")}
      >
        {({ name }) => <TextField field={name} label={t("name")} help={t("nameHelp")} autoComplete="off" />}
      </Form>
    </NeedsPasskeys>
  );
}

/** The second step with a passkey of this or another device. */
export function ProveByPasskeyForm({ next }: { next: string }) {
  const t = useTranslations("secondFactor");
  return (
    <NeedsPasskeys noScript={t("passkey.proveNoScript")} unsupported={t("passkey.proveUnsupported")}>
      <Form
        id="passkey"
        isPersonal
        action={givePasskey}
        schema={passkeyProofStartSchema}
        hidden={{ next }}
        submit={t("prove.passkeySubmit")}
      >
        {() => null}
      </Form>
    </NeedsPasskeys>
  );
}

type Needs = { noScript: string; unsupported: string; children: ReactNode };

/** Says it where passkeys cannot work: without JavaScript, or in a browser that does not know them. */
function NeedsPasskeys({ noScript, unsupported, children }: Needs) {
  const isSupported = useSyncExternalStore(subscribe, knowsPasskeys, () => true);
  return (
    <>
      <p className="without-script">{noScript}</p>
      {isSupported ? <div className="with-script">{children}</div> : <p>{unsupported}</p>}
    </>
  );
}

const subscribe = () => () => {};
const knowsPasskeys = () => "PublicKeyCredential" in window;

/** Asks the server for a challenge, the browser for a passkey that signs it, and sends that along. */
const makePasskey: FormAction = async (state, form) => {
  const asked = await askForNewPasskeyAction();
  if ("error" in asked) return refuse(form, asked.error);
  const { startRegistration } = await import("@simplewebauthn/browser");
  const made = await startRegistration({ optionsJSON: asked.value }).catch(toReason);
  return typeof made === "string" ? refuse(form, made) : addPasskeyAction(state, withResponse(form, made));
};

const givePasskey: FormAction = async (state, form) => {
  const asked = await askForPasskeyAction();
  if ("error" in asked) return refuse(form, asked.error);
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const given = await startAuthentication({ optionsJSON: asked.value }).catch(toReason);
  return typeof given === "string"
    ? refuse(form, given)
    : proveByPasskeyAction(state, withResponse(form, given));
};

function withResponse(form: FormData, response: object): FormData {
  form.set("response", JSON.stringify(response));
  return form;
}

/** Browsers tell apart only a device that has a passkey already; the rest may be a stop by the reader. */
function toReason(error: unknown): ErrorKey {
  return error instanceof Error && error.name === "InvalidStateError" ? "passkeyKnown" : "passkeyCancelled";
}

function refuse(form: FormData, error: string): FormState {
  const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  return { status: "error", initialValue: typed, error: { "": [error] } };
}
