import type { Metadata } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { MineGate } from "@/components/adoptions/mine-gate";
import { ReportHead } from "@/components/adoptions/portfolio/report-head";
import { ReportTable } from "@/components/adoptions/portfolio/report-table";
import { useAttentionSentence } from "@/components/adoptions/portfolio/use-attention";
import { useStatusLabel } from "@/components/adoptions/use-status-label";
import { listAttention } from "@/lib/adoptions/attention/rules";
import {
  type AdoptionRecord,
  countOpenFacts,
  listPortfolio,
  listUnmentioned,
} from "@/lib/adoptions/portfolio/queries";
import { toStatusGroup } from "@/lib/adoptions/rules";
import { today } from "@/lib/core/dates";
import { groupBy } from "@/lib/core/groups";
import { toLocale } from "@/lib/core/locales";
import { isGemeenteMember } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import "@/components/adoptions/portfolio/report.css";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = toLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "portfolio.report" });
  return { title: t("title") };
}

export default async function Page({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!isGemeenteMember(viewer)) return <MineGate viewer={viewer} locale={locale} path="/mijn/rapport" />;
  const [portfolio, proposals, unmentioned] = await Promise.all([
    listPortfolio(viewer),
    countOpenFacts(viewer),
    listUnmentioned(viewer),
  ]);
  const things = listAttention({
    portfolio,
    proposals,
    unmentioned: unmentioned.length,
    managerId: null,
    today: today(),
  });
  return <Report name={viewer.organisation.name} portfolio={portfolio} things={things} />;
}

type Things = ReturnType<typeof listAttention<AdoptionRecord>>;
type ReportProps = { name: string; portfolio: AdoptionRecord[]; things: Things };

function Report({ name, portfolio, things }: ReportProps) {
  const t = useTranslations("portfolio.report");
  const terms = useTranslations("terms.theme");
  const byName = [...portfolio].sort((a, b) => a.solution.name.localeCompare(b.solution.name, "nl"));
  const live = byName.filter(({ status }) => toStatusGroup(status) !== "stopped");
  const themes = groupBy(live, ({ solution }) => solution.theme).sort(([a], [b]) =>
    terms(a.solution.theme).localeCompare(terms(b.solution.theme), "nl"),
  );
  return (
    <article className="report">
      <ReportHead title={t("heading", { name })} here={t("title")} portfolio={portfolio} today={today()} />
      <Attention things={things} />
      {themes.map((rows) => (
        <section key={rows[0].solution.theme} className="mt-8">
          <h2>{terms(rows[0].solution.theme)}</h2>
          <ReportTable
            caption={t("caption", { count: rows.length })}
            adoptions={rows}
            columns={["status", "since", "next", "nextOn", "lead", "coverage", "contract"]}
          />
        </section>
      ))}
      <Stopped adoptions={byName.filter(({ status }) => toStatusGroup(status) === "stopped")} />
    </article>
  );
}

function Attention({ things }: { things: Things }) {
  const t = useTranslations("portfolio.report");
  const sentence = useAttentionSentence();
  return (
    <section className="mt-8">
      <h2>{t("attention")}</h2>
      {things.length === 0 && <p className="mt-1">{t("noAttention")}</p>}
      <ul className="mt-2 list-disc pl-5">
        {things.map((thing, at) => (
          <li key={at}>{sentence(thing)}</li>
        ))}
      </ul>
    </section>
  );
}

/** What the gemeente does not do, or no longer, with the reason. */
function Stopped({ adoptions }: { adoptions: AdoptionRecord[] }) {
  const t = useTranslations("portfolio.report");
  const label = useStatusLabel();
  const format = useFormatter();
  if (adoptions.length === 0) return null;
  return (
    <section className="mt-8">
      <h2>{t("stopped")}</h2>
      <ul className="mt-2 grid gap-2">
        {adoptions.map(({ id, solution, status, since, explanation }) => (
          <li key={id}>
            <strong lang="nl">{solution.name}</strong>:{" "}
            {t("stoppedSince", {
              status: label(status, solution.kind),
              date: format.dateTime(new Date(since), "day"),
            })}{" "}
            {explanation && <span lang="nl">{explanation}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
