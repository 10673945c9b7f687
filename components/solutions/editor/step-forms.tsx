"use client";
import { useTranslations } from "next-intl";
import { TextArea } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import {
  confirmFreshnessAction,
  discardDraftAction,
  publishAction,
  requestChangesAction,
  submitForReviewAction,
  withdrawAction,
} from "@/lib/solutions/actions";
import { confirmFreshnessForm, requestChangesForm, stepForm } from "@/lib/solutions/schema";

const actions = {
  submit: submitForReviewAction,
  withdraw: withdrawAction,
  publish: publishAction,
  discard: discardDraftAction,
};

type Edit = { solutionId: string; revision: number };

/** One button that moves the edit as it is shown on this page. */
export function StepForm({ step, solutionId, revision }: Edit & { step: keyof typeof actions }) {
  const t = useTranslations("manage.steps");
  return (
    <Form
      id={step}
      action={actions[step]}
      schema={stepForm}
      submit={t(step)}
      hidden={{ solutionId, revision: `${revision}` }}
    >
      {() => null}
    </Form>
  );
}

/** Sends the text back with the words of the second person. */
export function RequestChangesForm({ solutionId, revision }: Edit) {
  const t = useTranslations("manage.steps");
  return (
    <Form
      id="requestChanges"
      action={requestChangesAction}
      schema={requestChangesForm}
      submit={t("requestChanges")}
      hidden={{ solutionId, revision: `${revision}` }}
    >
      {(fields) => <TextArea field={fields.comment} label={t("comment")} />}
    </Form>
  );
}

/** "This is still right." */
export function ConfirmForm({ solutionId, version }: { solutionId: string; version: number }) {
  const t = useTranslations("manage.steps");
  return (
    <Form
      id="confirm"
      action={confirmFreshnessAction}
      schema={confirmFreshnessForm}
      submit={t("confirm")}
      hidden={{ solutionId, version: `${version}` }}
    >
      {() => null}
    </Form>
  );
}
