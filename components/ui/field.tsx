"use client";
import type { FieldMetadata } from "@conform-to/react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ErrorKey } from "@/lib/core/errors";

type Frame = {
  field: FieldMetadata<unknown>;
  label: ReactNode;
  help?: ReactNode;
};

/** Ids that tie help and errors to their control for screen readers. */
function describedBy(field: Frame["field"], help: ReactNode): string | undefined {
  const ids = [help ? `${field.id}-help` : "", field.errors ? field.errorId : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

function controlProps(field: Frame["field"], help: ReactNode) {
  return {
    id: field.id,
    name: field.name,
    required: field.required,
    "aria-invalid": field.errors ? true : undefined,
    "aria-describedby": describedBy(field, help),
    className: "control",
  } as const;
}

const initial = (field: Frame["field"]) =>
  typeof field.initialValue === "string" ? field.initialValue : undefined;

/** A sentence from its key, "tooLong:200". */
export function useErrorSentence() {
  const t = useTranslations("errors");
  return (message: string) => {
    const [key = "", value = ""] = message.split(/:(.*)/s);
    return t.has(key as ErrorKey) ? t(key as ErrorKey, { value }) : t("invalid");
  };
}

function FieldFrame({ field, label, help, children }: Frame & { children: ReactNode }) {
  const t = useTranslations("common");
  return (
    <div className="mb-5">
      <label htmlFor={field.id} className="mb-1 block font-semibold">
        {label} {!field.required && <span className="font-normal text-soft">{t("optional")}</span>}
      </label>
      {help && (
        <p id={`${field.id}-help`} className="mb-1 text-sm text-soft">
          {help}
        </p>
      )}
      <Errors field={field} />
      {children}
    </div>
  );
}

/** What is wrong with a field, in one element that the control points to. */
export function Errors({ field }: Pick<Frame, "field">) {
  const sentence = useErrorSentence();
  if (!field.errors) return null;
  return (
    <div id={field.errorId} className="mb-1 font-semibold text-negative">
      {field.errors.map((error) => (
        <p key={error}>{sentence(error)}</p>
      ))}
    </div>
  );
}

type TextProps = Frame & {
  type?: "text" | "password" | "date" | "url" | "number" | "email";
  inputMode?: "numeric";
  min?: string | number;
  max?: string | number;
  autoComplete?: string;
};

export function TextField({ field, label, help, type = "text", ...rest }: TextProps) {
  return (
    <FieldFrame field={field} label={label} help={help}>
      <input
        key={field.key}
        {...controlProps(field, help)}
        {...rest}
        type={type}
        defaultValue={initial(field)}
      />
    </FieldFrame>
  );
}

export function TextArea({ field, label, help, rows = 4 }: Frame & { rows?: number }) {
  return (
    <FieldFrame field={field} label={label} help={help}>
      <textarea key={field.key} {...controlProps(field, help)} rows={rows} defaultValue={initial(field)} />
    </FieldFrame>
  );
}

export type Option = { value: string; label: string };

export function SelectField({ field, label, help, options }: Frame & { options: Option[] }) {
  const t = useTranslations("common");
  return (
    <FieldFrame field={field} label={label} help={help}>
      <select key={field.key} {...controlProps(field, help)} defaultValue={initial(field) ?? ""}>
        <option value="">{t("choose")}</option>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export function CheckboxField({ field, label, help }: Frame) {
  return (
    <div className="mb-5">
      <label className="flex items-start gap-3">
        <input
          key={field.key}
          {...controlProps(field, help)}
          className="mt-1 size-5 accent-action"
          type="checkbox"
          defaultChecked={field.initialValue === "on"}
        />
        <span className="font-semibold">{label}</span>
      </label>
      {help && (
        <p id={`${field.id}-help`} className="ml-8 text-sm text-soft">
          {help}
        </p>
      )}
    </div>
  );
}

/** A row of choices of which one can be taken, as a group with a legend. */
export function RadioField({ field, label, help, options }: Frame & { options: Option[] }) {
  return (
    <fieldset className="mb-5" aria-describedby={describedBy(field, help)}>
      <legend className="mb-1 font-semibold">{label}</legend>
      {help && (
        <p id={`${field.id}-help`} className="mb-1 text-sm text-soft">
          {help}
        </p>
      )}
      <Errors field={field} />
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {options.map((option) => (
          <label key={option.value} className="flex min-h-8 items-center gap-2">
            <input
              type="radio"
              name={field.name}
              value={option.value}
              defaultChecked={field.initialValue === option.value}
              className="size-5 accent-action"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Choices of which any number can be taken, as a group with a legend. */
export function CheckboxGroup({ field, label, help, options }: Frame & { options: Option[] }) {
  const { initialValue } = field;
  const chosen = Array.isArray(initialValue) ? initialValue : [initialValue];
  return (
    <fieldset className="mb-5" aria-describedby={describedBy(field, help)}>
      <legend className="mb-1 font-semibold">{label}</legend>
      {help && (
        <p id={`${field.id}-help`} className="mb-1 text-sm text-soft">
          {help}
        </p>
      )}
      <Errors field={field} />
      {options.map((option) => (
        <label key={option.value} className="flex min-h-8 items-start gap-3">
          <input
            type="checkbox"
            name={field.name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
            className="mt-1 size-5 shrink-0 accent-action"
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
