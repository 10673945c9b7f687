import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { NoAccess } from "@/components/publications/access";
import { NewSolutionForm } from "@/components/solutions/editor/new-solution-form";
import { ClientMessages } from "@/components/ui/client-messages";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { canCreate } from "@/lib/solutions/policy";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "manage" });
  return { title: t("new.title") };
}

export default async function Page({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!canCreate(viewer)) return <NoAccess viewer={viewer} locale={locale} path="/beheer/nieuw" />;
  const t = await getTranslations("manage");
  return (
    <>
      <Breadcrumbs trail={[{ label: t("title"), path: "/beheer" }]} here={t("new.title")} />
      <h1>{t("new.title")}</h1>
      <p className="measure mt-4 mb-6">{t("new.intro", { organisation: viewer.organisation?.name ?? "" })}</p>
      <div className="measure">
        <ClientMessages namespaces={["manage", "terms"]}>
          <NewSolutionForm cancelHref={`/${locale}/beheer`} />
        </ClientMessages>
      </div>
    </>
  );
}
