import type { Metadata } from "next";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { MineGate } from "@/components/adoptions/mine-gate";
import { PlanForm } from "@/components/adoptions/plan-form";
import { ConfirmStillForm } from "@/components/adoptions/portfolio/confirm-still-form";
import { PortfolioNotice } from "@/components/adoptions/portfolio/portfolio-notice";
import { StatusBadge } from "@/components/adoptions/status-badge";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";
import { mostAtOnce } from "@/lib/adoptions/confirmation/schema";
import { type AdoptionRecord, listPortfolio } from "@/lib/adoptions/portfolio/queries";
import { isStale } from "@/lib/adoptions/portfolio/rules";
import { today } from "@/lib/core/dates";
import { toLocale } from "@/lib/core/locales";
import { isGemeenteMember } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = toLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "portfolio.still" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, { melding }] = await Promise.all([getViewer(), searchParams]);
  if (!isGemeenteMember(viewer)) return <MineGate viewer={viewer} locale={locale} path="/mijn/bevestigen" />;
  const day = today();
  const stale = (await listPortfolio(viewer))
    .filter((adoption) => isStale(adoption, day))
    .sort((a, b) => a.checkedOn.localeCompare(b.checkedOn));
  return (
    <div className="measure">
      <PortfolioNotice melding={melding} />
      <Stale adoptions={stale.slice(0, mostAtOnce)} total={stale.length} />
    </div>
  );
}

function Stale({ adoptions, total }: { adoptions: AdoptionRecord[]; total: number }) {
  const t = useTranslations("portfolio.still");
  const mine = useTranslations("adoptions.mine");
  const [first] = adoptions;
  return (
    <>
      <Breadcrumbs trail={[{ label: mine("title"), path: "/mijn" }]} here={t("title")} />
      <h1>{t("title")}</h1>
      <p className="mt-3">{t("intro")}</p>
      {!first && <p className="mt-6">{t("nothing")}</p>}
      {first && !first.canMove && <p className="mt-2 text-soft">{t("readOnly")}</p>}
      {total > adoptions.length && (
        <p className="mt-2">{t("firstOnes", { shown: adoptions.length, total })}</p>
      )}
      <ClientMessages namespaces={[]}>
        <ul className="mt-6 grid gap-3">
          {adoptions.map((adoption) => (
            <Question key={adoption.id} adoption={adoption} />
          ))}
        </ul>
        {first?.canMove && adoptions.length > 1 && (
          <section className="mt-8" aria-labelledby="alles">
            <h2 id="alles">{t("allTitle")}</h2>
            <p className="mt-2 mb-4">{t("allText", { count: adoptions.length })}</p>
            <ConfirmStillForm
              id="alle-kloppen"
              ids={adoptions.map(({ id }) => id)}
              submit={t("all", { count: adoptions.length })}
            />
          </section>
        )}
      </ClientMessages>
    </>
  );
}

function Question({ adoption }: { adoption: AdoptionRecord }) {
  const t = useTranslations("portfolio.still");
  const locale = useLocale();
  const format = useFormatter();
  const { id, solution, status, since, coverage, leadName, contactName, checkedOn, canMove } = adoption;
  const day = (value: string) => format.dateTime(new Date(value), "day");
  const people = [...new Set([leadName, contactName])].filter((name) => name !== null);
  return (
    <li className="card">
      <h2 className="text-lg" lang="nl">
        {solution.name}
      </h2>
      <p className="mt-1">
        <StatusBadge status={status} kind={solution.kind} /> {t("since", { date: day(since) })}
        {coverage !== null && <>, {t("coverage", { value: coverage })}</>}
        {people.length > 0 && <>, {people.join(", ")}</>}
      </p>
      <p className="text-sm text-soft">{t("checked", { date: day(checkedOn) })}</p>
      {canMove && (
        <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-2">
          <ConfirmStillForm
            id={`klopt-${id}`}
            ids={[id]}
            isQuiet
            submit={
              <>
                {t("yes")} <span className="sr-only">({solution.name})</span>
              </>
            }
          />
        </div>
      )}
      {canMove && !adoption.pending && (
        <details className="mt-3">
          <summary className="link">
            {t("no")} <span className="sr-only">({solution.name})</span>
          </summary>
          <div className="mt-4">
            <PlanForm id={`pas-aan-${id}`} adoption={adoption} today={today()} isInList />
            <p className="mt-4">
              <a href={`/${locale}/mijn/${solution.slug}`}>{t("otherState")}</a>
            </p>
          </div>
        </details>
      )}
    </li>
  );
}
