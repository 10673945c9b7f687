"use client";
import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import type { z } from "zod";
import { type Option, RadioField, SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import {
  adjustPlanAction,
  appointLeadAction,
  confirmDecisionAction,
  confirmFactAction,
  correctAdoptionAction,
  moveAdoptionAction,
  registerInterestAction,
  rejectDecisionAction,
  rejectFactAction,
  setVisibilityAction,
  startStatutoryAction,
  withdrawDecisionAction,
} from "@/lib/adoptions/actions";
import type { AdoptionStatus } from "@/lib/adoptions/rules";
import {
  confirmSchema,
  correctionSchema,
  factSchema,
  interestSchema,
  leadSchema,
  planSchema,
  rejectSchema,
  statutorySchema,
  stepSchema,
  visibilitySchema,
} from "@/lib/adoptions/schema";
import {
  addTaskAction,
  changeTaskAction,
  completeTaskAction,
  prepareTasksAction,
  removeTaskAction,
} from "@/lib/adoptions/tasks/actions";
import { newTaskSchema, prepareSchema, sameTaskSchema, taskSchema } from "@/lib/adoptions/tasks/schema";
import type { FormAction } from "@/lib/core/action";

type Values = Record<string, unknown>;
type Kind = { schema: z.ZodType<Values, Values>; action: FormAction };

/** Each form with the schema that both sides check and the action that it asks. */
const kinds = {
  interest: { schema: interestSchema, action: registerInterestAction },
  statutory: { schema: statutorySchema, action: startStatutoryAction },
  correction: { schema: correctionSchema, action: correctAdoptionAction },
  plan: { schema: planSchema, action: adjustPlanAction },
  lead: { schema: leadSchema, action: appointLeadAction },
  prepareTasks: { schema: prepareSchema, action: prepareTasksAction },
  newTask: { schema: newTaskSchema, action: addTaskAction },
  task: { schema: taskSchema, action: changeTaskAction },
  completeTask: { schema: sameTaskSchema, action: completeTaskAction },
  removeTask: { schema: sameTaskSchema, action: removeTaskAction },
  visibility: { schema: visibilitySchema, action: setVisibilityAction },
  confirmDecision: { schema: confirmSchema, action: confirmDecisionAction },
  withdrawDecision: { schema: confirmSchema, action: withdrawDecisionAction },
  rejectDecision: { schema: rejectSchema, action: rejectDecisionAction },
  confirmFact: { schema: factSchema, action: confirmFactAction },
  rejectFact: { schema: rejectSchema, action: rejectFactAction },
} satisfies Record<string, Kind>;

export type FieldSpec = {
  name: string;
  label: string;
  help?: string | undefined;
  control: "text" | "area" | "date" | "number" | "select" | "radio";
  min?: string | undefined;
  max?: string | undefined;
  options?: Option[];
};

type Props = {
  /** Unique on the page. */
  id: string;
  /** Which form, or the state that a step leads to. */
  kind: keyof typeof kinds | { step: AdoptionStatus };
  fields: FieldSpec[];
  values?: Record<string, string>;
  hidden: Record<string, string>;
  submit: ReactNode;
  cancelHref?: string;
  /** Beside what matters more. */
  isQuiet?: boolean;
};

/** A form of adopting, from the list of its fields: the words come from the page around it. */
export function AdoptionForm({ id, kind, fields, values, hidden, submit, cancelHref, isQuiet }: Props) {
  const { schema, action } = toKind(kind);
  return (
    <Form<Values>
      id={id}
      action={action}
      schema={schema}
      defaultValue={values ?? {}}
      hidden={hidden}
      submit={submit}
      {...(cancelHref ? { cancelHref } : {})}
      {...(isQuiet ? { isQuiet } : {})}
    >
      {(metadata) =>
        fields.map((spec) => {
          const field = metadata[spec.name];
          return field && <Control key={spec.name} spec={spec} field={field} />;
        })
      }
    </Form>
  );
}

function toKind(kind: Props["kind"]): Kind {
  return typeof kind === "string"
    ? kinds[kind]
    : { schema: stepSchema(kind.step), action: moveAdoptionAction };
}

function Control({ spec, field }: { spec: FieldSpec; field: FieldMetadata<unknown> }) {
  const { label, help, control, options = [], min, max } = spec;
  const frame = { field, label, help };
  switch (control) {
    case "area":
      return <TextArea {...frame} />;
    case "select":
      return <SelectField {...frame} options={options} />;
    case "radio":
      return <RadioField {...frame} options={options} />;
    default: {
      const limits = { ...(min ? { min } : {}), ...(max ? { max } : {}) };
      return <TextField {...frame} type={control} {...limits} />;
    }
  }
}
