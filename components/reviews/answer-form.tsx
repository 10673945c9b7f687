"use client";
import { useTranslations } from "next-intl";
import { TextArea } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { answerReviewAction } from "@/lib/reviews/actions";
import { answerSchema } from "@/lib/reviews/schema";

type Props = { slug: string; reviewId: string; version: number; cancelHref: string };

export function AnswerForm({ slug, reviewId, version, cancelHref }: Props) {
  const t = useTranslations("reviews.answerForm");
  return (
    <Form
      id="antwoord"
      action={answerReviewAction}
      schema={answerSchema}
      submit={t("submit")}
      cancelHref={cancelHref}
      hidden={{ slug, reviewId, version: `${version}` }}
    >
      {(fields) => <TextArea field={fields.reply} label={t("reply")} />}
    </Form>
  );
}
