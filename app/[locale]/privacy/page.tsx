import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { DataList } from "@/components/privacy/data-list";
import { Notice } from "@/components/ui/notice";
import { toLocale } from "@/lib/core/locales";
import { register } from "@/lib/privacy/register";
import { retention } from "@/lib/privacy/rules";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ melding?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "privacy" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  return <Statement isErased={(await searchParams).melding === "erased"} />;
}

function Statement({ isErased }: { isErased: boolean }) {
  const t = useTranslations("privacy");
  const locale = useLocale();
  return (
    <div className="measure">
      {isErased && <Notice>{t("notice.erased")}</Notice>}
      <h1>{t("title")}</h1>
      <p className="mt-4 text-lg">{t("intro")}</p>
      <Part title={t("visitor.title")}>{t("visitor.text")}</Part>
      <Part title={t("cookie.title")}>{t("cookie.text", retention)}</Part>
      <Part title={t("rights.title")}>{t("rights.text")}</Part>
      <p className="mt-3">
        <a href={`/${locale}/account/gegevens`}>{t("rights.link")}</a>
      </p>
      <Part title={t("demo.title")}>{t("demo.text")}</Part>
      <h2 className="mt-8">{t("list.title")}</h2>
      <DataList register={register} />
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h2 className="mt-8">{title}</h2>
      <p className="mt-2">{children}</p>
    </>
  );
}
