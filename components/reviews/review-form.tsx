"use client";
import { useTranslations } from "next-intl";
import { SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { writeReviewAction } from "@/lib/reviews/actions";
import { criteria, reviewSchema, type SavedReview } from "@/lib/reviews/schema";
import { CriterionField } from "./criterion-field";

type Props = {
  slug: string /** What is saved now, to start from. */;
  saved: SavedReview | null;
  cancelHref: string;
};

const tenths = Array.from({ length: 11 }, (_, value) => ({ value: `${value}`, label: `${value}` }));

export function ReviewForm({ slug, saved, cancelHref }: Props) {
  const t = useTranslations("reviews.form");
  return (
    <Form
      id="oordeel"
      action={writeReviewAction}
      schema={reviewSchema}
      defaultValue={saved ?? {}}
      submit={saved ? t("submitChange") : t("submitNew")}
      cancelHref={cancelHref}
      hidden={{ slug, version: `${saved?.version ?? 0}` }}
    >
      {(fields) => (
        <>
          <h2 className="mt-8">{t("marks")}</h2>
          <p className="mt-1 mb-4 text-soft">{t("marksHelp")}</p>
          {criteria.map((criterion) => (
            <CriterionField key={criterion} criterion={criterion} field={fields[criterion]} />
          ))}
          <h2 className="mt-8">{t("words")}</h2>
          <p className="mt-1 mb-4 text-soft">{t("wordsHelp")}</p>
          <TextArea field={fields.pitfall} label={t("pitfall")} rows={3} />
          <TextArea field={fields.tip} label={t("tip")} rows={3} />
          <h2 className="mt-8 mb-4">{t("effort")}</h2>
          <TextField field={fields.leadTimeMonths} label={t("leadTimeMonths")} inputMode="numeric" />
          <TextField field={fields.effortHours} label={t("effortHours")} inputMode="numeric" />
          <SelectField field={fields.recommend} label={t("recommend")} options={tenths} />
        </>
      )}
    </Form>
  );
}
