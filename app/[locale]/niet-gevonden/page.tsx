import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { toLocale } from "@/lib/core/locales";
import NotFound from "../not-found";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "layout.notFound" });
  return { title: t("title"), robots: { index: false } };
}

/** What the server shows in the place of every page that does not exist. */
export default async function Page({ params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  return <NotFound />;
}
