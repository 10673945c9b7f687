"use client";
import { type DefaultValue, type FieldMetadata, useForm } from "@conform-to/react";
import { getZodConstraint, parseWithZod } from "@conform-to/zod/v4";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { z } from "zod";
import type { FormAction } from "@/lib/core/action";
import { actingForField, formIdField } from "@/lib/core/forms";
import { ActingForInput, ActingForSentence, useActingFor } from "./acting-for";
import { FormErrors } from "./form-errors";
import { useRefilled } from "./refilled";
import { useKeptAction } from "./use-kept-action";

type Shape = Record<string, unknown>;
type Fields<T extends Shape> = { [K in keyof T]-?: FieldMetadata<T[K]> };

type Props<T extends Shape> = {
  /** Unique on the page. */
  id: string;
  action: FormAction;
  schema: z.ZodType<Shape, T>;
  defaultValue?: DefaultValue<T>;
  /** What the button does: "Leg collegebesluit vast". */
  submit: ReactNode;
  /** Where "cancel" leads; left out, there is no such link. */
  cancelHref?: string;
  hidden?: Record<string, string>;
  /** About the person alone, such as signing in: done on nobody's behalf. */
  isPersonal?: boolean;
  /** Beside a form that matters more. */
  isQuiet?: boolean;
  children: (fields: Fields<T>) => ReactNode;
};

/**
 * A form that checks with the same schema in the browser and on the server, works without
 * JavaScript, and comes back with everything that was typed when something is wrong, also when no
 * answer comes, or when it was sent by somebody who was signed out by then.
 */
export function Form<T extends Shape>(props: Props<T>) {
  const {
    id,
    action,
    schema,
    defaultValue,
    submit,
    cancelHref,
    hidden = {},
    isPersonal,
    isQuiet,
    children,
  } = props;
  const t = useTranslations("common");
  const locale = useLocale();
  const [state, formAction, isPending] = useKeptAction(action, schema);
  const acting = useActingFor(state?.initialValue?.[actingForField]);
  const refilled = useRefilled(id, schema);
  const [form, fields] = useForm<T, Shape>({
    id,
    lastResult: state,
    defaultValue: (refilled?.values as typeof defaultValue) ?? defaultValue,
    constraint: getZodConstraint(schema),
    onValidate: ({ formData }) => parseWithZod(formData, { schema }),
    shouldValidate: "onSubmit",
    shouldRevalidate: "onInput",
  });
  return (
    // React empties a form after its action, also after a refusal: what was typed must stay.
    <form
      id={form.id}
      onSubmit={form.onSubmit}
      onReset={(event) => event.preventDefault()}
      action={formAction}
      noValidate={form.noValidate}
    >
      <FormErrors errors={form.errors} answer={state} />
      <input type="hidden" name="locale" value={locale} />
      {!isPersonal && <ActingForInput id={acting.id} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={refilled?.carried.get(name) ?? value} />
      ))}
      <input type="hidden" name={formIdField} value={id} />
      {children(fields as unknown as Fields<T>)}
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className={isQuiet ? "button button-quiet" : "button"} disabled={isPending}>
          {submit}
        </button>
        {cancelHref && (
          <a href={cancelHref} className="link">
            {t("cancel")}
          </a>
        )}
      </div>
      {!isPersonal && <ActingForSentence name={acting.name} />}
    </form>
  );
}
