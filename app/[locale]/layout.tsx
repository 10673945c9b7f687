import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import "../globals.css";
import { DemoBanner } from "@/components/layout/demo-banner";
import { Footer } from "@/components/layout/footer";
import { Header } from "@/components/layout/header";
import { SecondFactorNotice } from "@/components/layout/second-factor-notice";
import { UnsentForm } from "@/components/layout/unsent-form";
import { isLocale, toLocale } from "@/lib/core/locales";
import { getUnsent } from "@/lib/core/unsent";
import { getViewer } from "@/lib/core/viewer";
import { hasDemoLayer } from "@/lib/organisations/queries";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "layout" });
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
    icons: { icon: "/icoon.svg" },
  };
}

export default async function Layout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  setRequestLocale(locale);
  const [t, viewer, isDemo, unsent] = await Promise.all([
    getTranslations("layout"),
    getViewer(),
    hasDemoLayer(),
    getUnsent(),
  ]);
  return (
    <html lang={locale}>
      <body className="flex min-h-dvh flex-col">
        <a
          href="#inhoud"
          className="button sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10"
        >
          {t("skip")}
        </a>
        <Header viewer={viewer} locale={locale} />
        {isDemo && <DemoBanner />}
        <SecondFactorNotice viewer={viewer} locale={locale} />
        <main
          id="inhoud"
          tabIndex={-1}
          className="mx-auto w-full max-w-7xl grow px-4 py-8 outline-none sm:px-6"
        >
          {unsent && <UnsentForm form={unsent} viewer={viewer} locale={locale} />}
          {children}
        </main>
        <Footer locale={locale} />
      </body>
    </html>
  );
}
