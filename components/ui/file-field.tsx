"use client";
import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";
import { Errors } from "./field";

type Props = {
  field: FieldMetadata<unknown>;
  label: ReactNode;
  help: ReactNode;
  /** What the browser offers to choose from: ".pdf,.odt". */
  accept: string;
};

/** Chooses one file, with what may be chosen and what is wrong with it. */
export function FileField({ field, label, help, accept }: Props) {
  return (
    <div className="mb-5">
      <label htmlFor={field.id} className="mb-1 block font-semibold">
        {label}
      </label>
      <p id={`${field.id}-help`} className="mb-1 text-sm text-soft">
        {help}
      </p>
      <Errors field={field} />
      <input
        type="file"
        id={field.id}
        name={field.name}
        required
        accept={accept}
        aria-invalid={field.errors ? true : undefined}
        aria-describedby={`${field.id}-help${field.errors ? ` ${field.errorId}` : ""}`}
        className="control"
      />
    </div>
  );
}
