import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { Refusal } from "@/components/reviews/refusal";
import { ReviewForm } from "@/components/reviews/review-form";
import { SavedReview } from "@/components/reviews/saved-review";
import { ClientMessages } from "@/components/ui/client-messages";
import { toLocale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { canReview, isOwnSolution } from "@/lib/reviews/policy";
import { getOwnReview, type OwnReview } from "@/lib/reviews/queries";
import { toSavedReview } from "@/lib/reviews/schema";
import { getSolution, type SolutionDetail } from "@/lib/solutions/queries";

type Props = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const solution = await getSolution(await getViewer(), slug);
  const t = await getTranslations({ locale: toLocale(locale), namespace: "reviews.form" });
  return solution ? { title: t("titleNew", { name: solution.name }), robots: { index: false } } : {};
}

export default async function Page({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(toLocale(locale));
  const [t, viewer] = await Promise.all([getTranslations(), getViewer()]);
  const solution = await getSolution(viewer, slug);
  if (solution?.publication !== "PUBLISHED") notFound();
  const own = canReview(viewer, solution) ? await getOwnReview(viewer, solution.id) : null;
  const trail = [
    { label: t("layout.nav.solutions"), path: "/voorzieningen" },
    { label: solution.name, path: `/voorzieningen/${slug}` },
  ];
  return (
    <>
      <Breadcrumbs trail={trail} here={t("reviews.form.crumb")} />
      {own ? (
        <Writing own={own} viewer={viewer} solution={solution} locale={locale} />
      ) : (
        <Refused viewer={viewer} solution={solution} />
      )}
    </>
  );
}

type WritingProps = { own: OwnReview; viewer: Viewer; solution: SolutionDetail; locale: string };

async function Writing({ own, viewer, solution, locale }: WritingProps) {
  const t = await getTranslations("reviews.form");
  const { isOfficial, kind, current } = own;
  const gemeente = viewer.organisation?.name ?? "";
  return (
    <div className="max-w-3xl">
      <h1>{current ? t("titleChange", { name: solution.name }) : t("titleNew", { name: solution.name })}</h1>
      <p className="measure mt-4">{t(`countsAs.${kind}`)}</p>
      <p className="measure mt-2 mb-6">
        {isOfficial ? t("official", { gemeente }) : t("remark", { gemeente })}
      </p>
      {current && <SavedReview saved={current} />}
      <ClientMessages namespaces={["reviews", "terms"]}>
        <ReviewForm
          slug={solution.slug}
          saved={current && toSavedReview(current)}
          cancelHref={`/${locale}/voorzieningen/${solution.slug}#oordelen`}
        />
      </ClientMessages>
    </div>
  );
}

async function Refused({ viewer, solution }: { viewer: Viewer; solution: SolutionDetail }) {
  const t = await getTranslations("reviews.form");
  const organisation = viewer.organisation?.name ?? "";
  const reason = isOwnSolution(viewer, solution) ? t("refusedOwn") : t("refusedOther", { organisation });
  return (
    <Refusal
      viewer={viewer}
      title={viewer.user ? t("refused") : t("signIn")}
      text={viewer.user ? reason : t("signInText")}
      signIn={t("signIn")}
      next={`/voorzieningen/${solution.slug}/oordeel`}
    />
  );
}
