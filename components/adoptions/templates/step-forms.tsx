"use client";
import { useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import {
  addStepAction,
  changeStepAction,
  moveStepAction,
  resetStepsAction,
} from "@/lib/adoptions/templates/actions";
import { addStepForm, changeStepForm, moveStepForm, resetStepsForm } from "@/lib/adoptions/templates/schema";

/** Of which list, as it was read. */
type Of = { scope: string; version: string };

/** A new step at the end. */
export function AddStep(of: Of) {
  const t = useTranslations("stepLists");
  return (
    <Form id="stap-nieuw" action={addStepAction} schema={addStepForm} hidden={of} submit={t("add")}>
      {(fields) => <TextField field={fields.label} label={t("label")} help={t("labelHelp")} />}
    </Form>
  );
}

type StepProps = { of: Of; position: number; label: string };

/** A step in other words. */
export function ChangeStep({ of, position, label }: StepProps) {
  const t = useTranslations("stepLists");
  return (
    <Form
      id={`stap-${position}`}
      action={changeStepAction}
      schema={changeStepForm}
      defaultValue={{ label }}
      hidden={{ ...of, position: String(position) }}
      submit={t("change")}
      isQuiet
    >
      {(fields) => <TextField field={fields.label} label={t("label")} help={t("labelHelp")} />}
    </Form>
  );
}

/** One place up or down, or out of the list. */
export function MoveStep({ of, position, label, edit }: StepProps & { edit: "up" | "down" | "remove" }) {
  const t = useTranslations("stepLists");
  return (
    <Form
      id={`${edit}-${position}`}
      action={moveStepAction}
      schema={moveStepForm}
      hidden={{ ...of, position: String(position), edit }}
      submit={
        <>
          {t(edit)}
          <span className="sr-only">: {label}</span>
        </>
      }
      isQuiet
    >
      {() => null}
    </Form>
  );
}

/** Back to the steps of the kind. */
export function ResetSteps(of: Of) {
  const t = useTranslations("stepLists");
  return (
    <Form
      id="stappen-terug"
      action={resetStepsAction}
      schema={resetStepsForm}
      hidden={of}
      submit={t("reset")}
      isQuiet
    >
      {() => null}
    </Form>
  );
}
