import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ScrollBox } from "@/components/ui/scroll-box";
import type { Participation, ReportedFact } from "@/lib/adoptions/queries";
import type { SolutionKind } from "@/lib/core/generated/prisma/enums";
import type { Messages } from "@/messages";
import { useStatusLabel } from "./use-status-label";

/** Up to this many reports stand open on the page. */
const shownOpen = 8;

/** What public sources say and no gemeente has confirmed: apart, with evidence, for everybody. */
export function ReportedFacts({ participation }: { participation: Participation }) {
  const t = useTranslations("adoptions.participants");
  const { reported, reportedCounts, kind } = participation;
  if (reported.length === 0 && reportedCounts.length === 0) return null;
  return (
    <>
      <h3 className="mt-8">{t("reported")}</h3>
      <p className="measure mt-1 text-sm text-soft">{t("reportedHelp")}</p>
      {reported.length > shownOpen ? (
        <details className="mt-3">
          <summary className="link">{t("reportedMore", { count: reported.length })}</summary>
          <FactTable facts={reported} kind={kind} />
        </details>
      ) : (
        reported.length > 0 && <FactTable facts={reported} kind={kind} />
      )}
      {reportedCounts.length > 0 && <Counts counts={reportedCounts} />}
    </>
  );
}

function FactTable({ facts, kind }: { facts: ReportedFact[]; kind: SolutionKind }) {
  const t = useTranslations("adoptions.participants");
  return (
    <ScrollBox label={t("reported")}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("reportedState")}</th>
            <th scope="col">{t("evidence")}</th>
            <th scope="col">{t("date")}</th>
            <th scope="col">{t("source")}</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact, at) => (
            <FactRow key={at} fact={fact} kind={kind} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function FactRow({ fact, kind }: { fact: ReportedFact; kind: SolutionKind }) {
  const locale = useLocale();
  const label = useStatusLabel();
  const evidence = useEvidenceLabel();
  const day = useEvidenceDay();
  return (
    <tr>
      <th scope="row">
        <a href={`/${locale}/gemeenten/${fact.slug}`}>{fact.gemeente}</a>
      </th>
      <td>{label(fact.to, kind)}</td>
      <td>{evidence(fact.evidenceKind)}</td>
      <td className="whitespace-nowrap">{day(fact.evidenceDate)}</td>
      <td className="break-words" lang="nl">
        <Source source={fact.source} />
      </td>
    </tr>
  );
}

/** A day, a month or a year, as exact as the source is. */
export function useEvidenceDay() {
  const format = useFormatter();
  return (day: string | null) => {
    const date = new Date(day ?? "");
    if (day === null || Number.isNaN(date.getTime()) || day.length < 7) return day;
    return format.dateTime(date, day.length === 7 ? "month" : "short");
  };
}

/** The kind of evidence in words; a kind without words is shown as it is. */
export function useEvidenceLabel() {
  const t = useTranslations("terms.evidence");
  return (kind: string | null) => {
    if (!kind) return "";
    return t.has(kind as keyof Messages["terms"]["evidence"])
      ? t(kind as keyof Messages["terms"]["evidence"])
      : kind;
  };
}

/** A source as a link when it is nothing but an address. */
export function Source({ source }: { source: string | null }) {
  if (!source) return null;
  return /^https?:\/\/\S+$/.test(source) ? <a href={source}>{source}</a> : source;
}

function Counts({ counts }: { counts: Participation["reportedCounts"] }) {
  const t = useTranslations("adoptions.participants");
  const day = useEvidenceDay();
  return (
    <>
      <h4 className="mt-4">{t("reportedCounts")}</h4>
      <ul className="mt-1 list-disc pl-5" lang="nl">
        {counts.map(({ id, statement, reportedOn, source }) => (
          <li key={id}>
            {statement} <span className="text-sm text-soft">{day(reportedOn)}</span>{" "}
            <span className="block break-words text-sm text-soft">
              <Source source={source} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
