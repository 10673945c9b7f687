"use client";
import { useTranslations } from "next-intl";
import { TextArea, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import {
  cancelHerindelingAction,
  chooseHerindelingAction,
  planHerindelingAction,
} from "@/lib/herindelingen/actions";
import { cancelSchema, choiceSchema, planSchema } from "@/lib/herindelingen/schema";

/** What a form of the choice holds, as typed. */
export type Chosen = Record<"predecessors" | "into" | "cbsCode" | "effectiveOn" | "law", string>;

/** Which gemeenten, into which, when. */
export function ChoiceForm({ chosen, cancelHref }: { chosen: Partial<Chosen>; cancelHref: string }) {
  const t = useTranslations("herindelingen.form");
  return (
    <Form
      id="keuze"
      action={chooseHerindelingAction}
      schema={choiceSchema}
      defaultValue={chosen}
      submit={t("submit")}
      cancelHref={cancelHref}
    >
      {(fields) => (
        <>
          <TextArea field={fields.predecessors} label={t("predecessors")} help={t("predecessorsHelp")} />
          <TextField field={fields.into} label={t("into")} help={t("intoHelp")} />
          <TextField field={fields.cbsCode} label={t("cbsCode")} help={t("cbsCodeHelp")} />
          <TextField
            field={fields.effectiveOn}
            label={t("effectiveOn")}
            help={t("effectiveOnHelp")}
            type="date"
          />
          <TextField field={fields.law} label={t("law")} />
        </>
      )}
    </Form>
  );
}

type PlanProps = { chosen: Chosen; name: string; isNow: boolean; cancelHref: string };

/** The second step: whoever reads what will happen types the name of the successor. */
export function PlanForm({ chosen, name, isNow, cancelHref }: PlanProps) {
  const t = useTranslations("herindelingen.trial");
  return (
    <Form
      id="vastleggen"
      action={planHerindelingAction}
      schema={planSchema}
      hidden={chosen}
      submit={t(isNow ? "carryOut" : "plan")}
      cancelHref={cancelHref}
    >
      {({ typed }) => <TextField field={typed} label={t("typed", { name })} autoComplete="off" />}
    </Form>
  );
}

/** Takes a plan back. */
export function CancelForm({ id }: { id: string }) {
  const t = useTranslations("herindelingen.one");
  return (
    <Form
      id="annuleren"
      action={cancelHerindelingAction}
      schema={cancelSchema}
      hidden={{ id }}
      submit={t("cancel")}
      isQuiet
    >
      {() => null}
    </Form>
  );
}
