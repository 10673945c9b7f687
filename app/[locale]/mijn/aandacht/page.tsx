import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { MineGate } from "@/components/adoptions/mine-gate";
import { AttentionGroups } from "@/components/adoptions/portfolio/attention-groups";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { listAttention } from "@/lib/adoptions/attention/rules";
import { canMove } from "@/lib/adoptions/policy";
import { countOpenFacts, listPortfolio, listUnmentioned } from "@/lib/adoptions/portfolio/queries";
import { today } from "@/lib/core/dates";
import { toLocale } from "@/lib/core/locales";
import { isGemeenteMember } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = toLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "portfolio.attention" });
  return { title: t("title") };
}

export default async function Page({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!isGemeenteMember(viewer)) return <MineGate viewer={viewer} locale={locale} path="/mijn/aandacht" />;
  const [t, mine, portfolio, proposals, unmentioned] = await Promise.all([
    getTranslations("portfolio.attention"),
    getTranslations("adoptions.mine"),
    listPortfolio(viewer),
    countOpenFacts(viewer),
    listUnmentioned(viewer),
  ]);
  const isManager = canMove(viewer, { gemeenteId: viewer.organisation.id });
  const things = listAttention({
    portfolio,
    proposals,
    unmentioned: unmentioned.length,
    managerId: isManager ? viewer.user.id : null,
    today: today(),
  });
  return (
    <div className="max-w-4xl">
      <Breadcrumbs trail={[{ label: mine("title"), path: "/mijn" }]} here={t("title")} />
      <h1>{t("title")}</h1>
      <AttentionGroups things={things} unmentioned={unmentioned} />
    </div>
  );
}
