import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { AnswerForm } from "@/components/reviews/answer-form";
import { Refusal } from "@/components/reviews/refusal";
import { ReviewCard } from "@/components/reviews/review-card";
import { ClientMessages } from "@/components/ui/client-messages";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { getAnswerable } from "@/lib/reviews/queries";
import { reviewIdSchema } from "@/lib/reviews/schema";
import { getSolution } from "@/lib/solutions/queries";

type Props = { params: Promise<{ locale: string; slug: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({
    locale: toLocale((await params).locale),
    namespace: "reviews.answerForm",
  });
  return { title: t("crumb"), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const { locale, slug, id } = await params;
  setRequestLocale(toLocale(locale));
  const [t, viewer] = await Promise.all([getTranslations(), getViewer()]);
  const [solution, reviewId] = [await getSolution(viewer, slug), reviewIdSchema.safeParse(id)];
  if (!solution || !reviewId.success) notFound();
  const review = await getAnswerable(viewer, solution, reviewId.data);
  const list = `/voorzieningen/${slug}/oordelen`;
  const trail = [
    { label: solution.name, path: `/voorzieningen/${slug}` },
    { label: t("reviews.crumb"), path: list },
  ];
  const provider = solution.provider.name;
  return (
    <>
      <Breadcrumbs trail={trail} here={t("reviews.answerForm.crumb")} />
      {review ? (
        <div className="max-w-3xl">
          <h1>{t("reviews.answerForm.title", { name: solution.name })}</h1>
          <ul className="my-6">
            <ReviewCard review={{ ...review, mayAnswer: false }} slug={slug} provider={provider} />
          </ul>
          <p className="measure mb-6">{t("reviews.answerForm.intro", { provider })}</p>
          <ClientMessages namespaces={["reviews"]}>
            <AnswerForm
              slug={slug}
              reviewId={review.id}
              version={review.version}
              cancelHref={`/${locale}${list}`}
            />
          </ClientMessages>
        </div>
      ) : (
        <Refusal
          viewer={viewer}
          title={t("reviews.answerForm.refused")}
          text={t("reviews.answerForm.refusedText")}
          signIn={t("reviews.answerForm.signIn")}
          next={`${list}/${id}/antwoord`}
        />
      )}
    </>
  );
}
