"use client";
import { useTranslations } from "next-intl";
import { type Option, SelectField, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import {
  addPartnerAction,
  endViaAction,
  removePartnerAction,
  shareAdoptionAction,
} from "@/lib/partnerships/actions";
import { endViaSchema, leaveSchema, partnerSchema, sharedSchema } from "@/lib/partnerships/schema";

/** Puts a gemeente on the list. */
export function PartnerForm() {
  const t = useTranslations("partnerships");
  return (
    <Form id="deelnemer" action={addPartnerAction} schema={partnerSchema} submit={t("addSubmit")} isQuiet>
      {({ gemeente }) => <TextField field={gemeente} label={t("gemeente")} autoComplete="off" />}
    </Form>
  );
}

/** Takes a gemeente off the list. */
export function RemovePartnerForm({ gemeenteId, name }: { gemeenteId: string; name: string }) {
  const t = useTranslations("partnerships");
  return (
    <Form
      id={`weg-${gemeenteId}`}
      action={removePartnerAction}
      schema={leaveSchema}
      hidden={{ gemeenteId }}
      submit={t("removeOne", { name })}
      isQuiet
    >
      {() => null}
    </Form>
  );
}

/** One adoption for all members. */
export function SharedForm({ options, max }: { options: Option[]; max: string }) {
  const t = useTranslations("partnerships");
  return (
    <Form id="melden" action={shareAdoptionAction} schema={sharedSchema} submit={t("shareSubmit")}>
      {({ solution, to, since }) => (
        <>
          <TextField field={solution} label={t("solution")} help={t("solutionHelp")} autoComplete="off" />
          <SelectField field={to} label={t("to")} options={options} />
          <TextField field={since} label={t("since")} type="date" max={max} />
        </>
      )}
    </Form>
  );
}

type ViaProps = { adoptionId: string; version: number; name: string };

/** The gemeente goes on by itself. */
export function EndViaForm({ adoptionId, version, name }: ViaProps) {
  const t = useTranslations("partnerships");
  return (
    <Form
      id="zelf-verder"
      action={endViaAction}
      schema={endViaSchema}
      hidden={{ adoptionId, version: String(version) }}
      submit={t("endVia", { name })}
      isQuiet
    >
      {() => null}
    </Form>
  );
}
