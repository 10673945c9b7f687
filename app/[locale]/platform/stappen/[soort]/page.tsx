import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { StepListEditor } from "@/components/adoptions/templates/step-list";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PlatformGate } from "@/components/layout/platform-gate";
import { canEditKindSteps } from "@/lib/adoptions/templates/policy";
import { getKindSteps } from "@/lib/adoptions/templates/queries";
import { kindOfAddress, stepsNotice } from "@/lib/adoptions/templates/schema";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";

type Props = {
  params: Promise<{ locale: string; soort: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "stepLists" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, soort } = await params;
  const locale = toLocale(language);
  setRequestLocale(locale);
  const viewer = await getViewer();
  const path = "/platform/stappen";
  if (!canEditKindSteps(viewer))
    return <PlatformGate viewer={viewer} locale={locale} path={`${path}/${soort}`} />;
  const kind = kindOfAddress(soort);
  const list = kind && (await getKindSteps(viewer, kind));
  if (!list) notFound();
  const [t, { melding }] = await Promise.all([getTranslations(), searchParams]);
  const title = t("stepLists.titleKind", { kind: t(`terms.kind.${kind}`) });
  return (
    <>
      <Breadcrumbs
        trail={[
          { label: t("platform.title"), path: "/platform" },
          { label: t("stepLists.title"), path },
        ]}
        here={title}
      />
      <h1>{title}</h1>
      <StepListEditor list={list} notice={stepsNotice.parse(melding)} />
    </>
  );
}
