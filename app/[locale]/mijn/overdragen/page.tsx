import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { MineGate } from "@/components/adoptions/mine-gate";
import { HandOverForm } from "@/components/adoptions/portfolio/edit-forms";
import { PortfolioNotice } from "@/components/adoptions/portfolio/portfolio-notice";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";
import { canHandOver } from "@/lib/adoptions/policy";
import { type AdoptionRecord, listPortfolio } from "@/lib/adoptions/portfolio/queries";
import { toLocale } from "@/lib/core/locales";
import { isGemeenteMember } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = toLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "portfolio.handOver" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, { melding }] = await Promise.all([getViewer(), searchParams]);
  if (!isGemeenteMember(viewer)) return <MineGate viewer={viewer} locale={locale} path="/mijn/overdragen" />;
  const portfolio = await listPortfolio(viewer);
  return (
    <div className="measure">
      <PortfolioNotice melding={melding} />
      <HandOver portfolio={portfolio} mayHandOver={canHandOver(viewer, viewer.organisation.id)} />
    </div>
  );
}

function HandOver({ portfolio, mayHandOver }: { portfolio: AdoptionRecord[]; mayHandOver: boolean }) {
  const t = useTranslations("portfolio.handOver");
  const mine = useTranslations("adoptions.mine");
  const people = countPeople(portfolio).map(([value, count]) => ({
    value,
    label: t("person", { name: value, count }),
  }));
  return (
    <>
      <Breadcrumbs trail={[{ label: mine("title"), path: "/mijn" }]} here={t("title")} />
      <h1>{t("title")}</h1>
      <p className="mt-3 mb-5">{t("intro")}</p>
      {!mayHandOver && <p className="text-soft">{t("readOnly")}</p>}
      {mayHandOver && people.length === 0 && <p>{t("nobody")}</p>}
      {mayHandOver && people.length > 0 && (
        <ClientMessages namespaces={["portfolio"]}>
          <HandOverForm people={people} />
        </ClientMessages>
      )}
    </>
  );
}

/** Every name that adoptions stand under, with how many. */
function countPeople(portfolio: AdoptionRecord[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { leadName, contactName } of portfolio) {
    for (const name of new Set([leadName, contactName])) {
      if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].sort(([a], [b]) => a.localeCompare(b, "nl"));
}
