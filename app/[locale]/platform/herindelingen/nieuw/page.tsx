import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ChoiceForm } from "@/components/herindelingen/herindeling-forms";
import { HerindelingPage } from "@/components/herindelingen/herindeling-page";
import { PlatformGate } from "@/components/layout/platform-gate";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { canMerge } from "@/lib/herindelingen/policy";
import { choiceParams } from "@/lib/herindelingen/schema";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const path = "/platform/herindelingen";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "herindelingen" });
  return { title: t("form.title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, search] = await Promise.all([getViewer(), searchParams]);
  if (!canMerge(viewer)) return <PlatformGate viewer={viewer} locale={locale} path={`${path}/nieuw`} />;
  const t = await getTranslations("herindelingen.form");
  // Back from the dry run everything is still there.
  const chosen = choiceParams.safeParse(search).data ?? {};
  return (
    <HerindelingPage title={t("title")}>
      <div className="measure">
        <p className="mt-4 mb-6">{t("intro")}</p>
        <ChoiceForm chosen={chosen} cancelHref={`/${locale}${path}`} />
      </div>
    </HerindelingPage>
  );
}
