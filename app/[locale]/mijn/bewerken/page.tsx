import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { MineGate } from "@/components/adoptions/mine-gate";
import { EditManyForm } from "@/components/adoptions/portfolio/edit-forms";
import { StatusBadge } from "@/components/adoptions/status-badge";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";
import { chosenParams, mostChosen } from "@/lib/adoptions/editing/schema";
import { type AdoptionRecord, listPortfolio } from "@/lib/adoptions/portfolio/queries";
import { today } from "@/lib/core/dates";
import { toLocale } from "@/lib/core/locales";
import { isGemeenteMember } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ a?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = toLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "portfolio.edit" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, search] = await Promise.all([getViewer(), searchParams]);
  if (!isGemeenteMember(viewer)) return <MineGate viewer={viewer} locale={locale} path="/mijn" />;
  const ids = new Set(chosenParams.parse(search).a);
  const chosen = (await listPortfolio(viewer)).filter(({ id, canMove }) => canMove && ids.has(id));
  if (chosen.length === 0) redirect(`/${locale}/mijn?melding=nothingChosen#alle`);
  return <Chosen adoptions={chosen.slice(0, mostChosen)} />;
}

function Chosen({ adoptions }: { adoptions: AdoptionRecord[] }) {
  const t = useTranslations("portfolio.edit");
  const mine = useTranslations("adoptions.mine");
  return (
    <div className="measure">
      <Breadcrumbs trail={[{ label: mine("title"), path: "/mijn" }]} here={t("title")} />
      <h1>{t("title")}</h1>
      <p className="mt-3">{t("intro", { count: adoptions.length })}</p>
      <ul className="mt-2 mb-6 grid gap-1">
        {adoptions.map(({ id, solution, status }) => (
          <li key={id}>
            <span lang="nl">{solution.name}</span> <StatusBadge status={status} kind={solution.kind} />
          </li>
        ))}
      </ul>
      <ClientMessages namespaces={["portfolio"]}>
        <EditManyForm ids={adoptions.map(({ id }) => id)} today={today()} />
      </ClientMessages>
    </div>
  );
}
