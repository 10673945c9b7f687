"use client";
import type { FieldMetadata } from "@conform-to/react";
import { useTranslations } from "next-intl";
import { Errors } from "@/components/ui/field";
import type { Criterion } from "@/lib/reviews/schema";

type Props = { field: FieldMetadata<unknown>; criterion: Criterion };

/** A mark from 1 to 5 or "not applicable", which is the answer of whoever chooses nothing. */
export function CriterionField({ field, criterion }: Props) {
  const t = useTranslations();
  const given = typeof field.initialValue === "string" ? field.initialValue : "";
  const options = ["1", "2", "3", "4", "5", ""];
  return (
    <fieldset className="mb-4 border-line border-b pb-3" aria-describedby={`${field.id}-help`}>
      <legend className="font-semibold">{t(`terms.criterion.${criterion}`)}</legend>
      <p id={`${field.id}-help`} className="mb-1 text-sm text-soft">
        {t(`reviews.form.help.${criterion}`)}
      </p>
      <Errors field={field} />
      <div className="flex flex-wrap gap-x-2">
        {options.map((value) => (
          <label key={value} className="flex min-h-11 min-w-11 items-center gap-2 pr-2">
            <input
              type="radio"
              name={field.name}
              value={value}
              defaultChecked={given === value}
              className="size-5 accent-action"
            />
            {labelOf(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );

  function labelOf(value: string) {
    if (value === "") return t("reviews.form.notApplicable");
    if (value === "1") return t("reviews.form.worst");
    return value === "5" ? t("reviews.form.best") : value;
  }
}
