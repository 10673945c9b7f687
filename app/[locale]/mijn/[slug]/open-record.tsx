import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { MineGate } from "@/components/adoptions/mine-gate";
import { getRecord, type SolutionRecord } from "@/lib/adoptions/portfolio/queries";
import { type Locale, toLocale } from "@/lib/core/locales";
import { isGemeenteMember, type Member } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";

export type RecordParams = Promise<{ locale: string; slug: string }>;
export type OpenRecord = { locale: Locale; viewer: Member; record: SolutionRecord };

const readRecord = cache(async (slug: string) => {
  const viewer = await getViewer();
  return isGemeenteMember(viewer) ? getRecord(viewer, slug) : null;
});

/** What every page about one facility of my gemeente begins with, or what others read instead. */
export async function openRecord(params: RecordParams, room = ""): Promise<OpenRecord | { gate: ReactNode }> {
  const { locale: asked, slug } = await params;
  const locale = toLocale(asked);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!isGemeenteMember(viewer)) {
    return { gate: <MineGate viewer={viewer} locale={locale} path={`/mijn/${slug}${room}`} /> };
  }
  const record = await readRecord(slug);
  if (!record) notFound();
  return { locale, viewer, record };
}

/** The title of such a page: the facility, as far as the viewer may read on. */
export async function titleOf(params: RecordParams): Promise<{ title: string }> {
  const { locale, slug } = await params;
  const t = await getTranslations({ locale: toLocale(locale), namespace: "adoptions.mine" });
  const record = await readRecord(slug);
  return { title: record ? `${record.solution.name} · ${t("title")}` : t("title") };
}
