"use client";
import type { FieldMetadata } from "@conform-to/react";
import { useTranslations } from "next-intl";
import { Errors } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { reviewRightsAction } from "@/lib/memberships/members/actions";
import { reviewSchema } from "@/lib/memberships/schema";

/** What one person has, in the words of the page around. */
export type ReviewLine = {
  userId: string;
  /** As it is kept, to be sure that what is confirmed was read. */
  roles: string;
  name: string;
  facts: string[];
  /** Nobody ends themselves here. */
  isSelf: boolean;
};

type LineField = FieldMetadata<{ userId: string; roles: string; verdict: "kept" | "ended" }>;

/** Everybody with what they have; each is confirmed or ended, and then all at once. */
export function ReviewForm({ lines }: { lines: ReviewLine[] }) {
  const t = useTranslations("membershipForms.review");
  return (
    <Form
      id="rechten"
      action={reviewRightsAction}
      schema={reviewSchema}
      defaultValue={{ lines: lines.map(({ userId, roles }) => ({ userId, roles })) }}
      submit={t("submit")}
    >
      {(fields) => (
        <ul className="mb-6 divide-y divide-line border-line border-y">
          {(fields.lines.getFieldList() as unknown as LineField[]).map((field, at) => {
            const line = lines[at];
            return line && <Line key={line.userId} field={field} line={line} />;
          })}
        </ul>
      )}
    </Form>
  );
}

function Line({ field, line }: { field: LineField; line: ReviewLine }) {
  const t = useTranslations("membershipForms.review");
  const { userId, roles, verdict } = field.getFieldset();
  const choices = line.isSelf ? (["kept"] as const) : (["kept", "ended"] as const);
  return (
    <li className="py-4">
      <input type="hidden" name={userId.name} value={line.userId} />
      <input type="hidden" name={roles.name} value={line.roles} />
      <fieldset>
        <legend className="font-semibold">{line.name}</legend>
        <p className="text-sm text-soft">{line.facts.join(" · ")}</p>
        <Errors field={verdict as FieldMetadata<unknown>} />
        <div className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
          {choices.map((choice) => (
            <label key={choice} className="flex min-h-8 items-center gap-2">
              <input
                type="radio"
                name={verdict.name}
                value={choice}
                defaultChecked={verdict.initialValue === choice}
                className="size-5 accent-action"
              />
              {t(choice)}
            </label>
          ))}
        </div>
      </fieldset>
    </li>
  );
}
