import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { SharedDocuments } from "@/components/adoptions/documents/document-section";
import { Participants } from "@/components/adoptions/participants";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { ParticipationFigures } from "@/components/solutions/detail/participation-figures";
import { listSharedDocuments } from "@/lib/adoptions/documents/queries";
import { getParticipation } from "@/lib/adoptions/queries";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { getSolution } from "@/lib/solutions/queries";

type Props = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const solution = await getSolution(await getViewer(), slug);
  if (!solution) return {};
  const t = await getTranslations({ locale: toLocale(locale), namespace: "facility.who" });
  const { name } = solution;
  return { title: t("pageTitle", { name }), description: t("description", { name }) };
}

export default async function Page({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(toLocale(locale));
  const [t, viewer] = await Promise.all([getTranslations(), getViewer()]);
  const solution = await getSolution(viewer, slug);
  if (!solution) notFound();
  const [participation, documents] = await Promise.all([
    getParticipation(viewer, solution),
    listSharedDocuments(viewer, solution),
  ]);
  const trail = [
    { label: t("layout.nav.solutions"), path: "/voorzieningen" },
    { label: solution.name, path: `/voorzieningen/${slug}` },
  ];
  return (
    <>
      <Breadcrumbs trail={trail} here={t("facility.who.crumb")} />
      <h1 className="mb-6">{t("facility.who.pageTitle", { name: solution.name })}</h1>
      <ParticipationFigures participation={participation} />
      <Participants participation={participation} />
      <SharedDocuments documents={documents} />
    </>
  );
}
