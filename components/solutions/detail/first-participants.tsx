import { useLocale, useTranslations } from "next-intl";
import { ReportedFacts } from "@/components/adoptions/reported-facts";
import { StatusBadge } from "@/components/adoptions/status-badge";
import type { Participant, Participation } from "@/lib/adoptions/queries";
import type { SolutionKind } from "@/lib/core/generated/prisma/enums";

/** What stands on this page; the page of participants has them all, so that this one stays light. */
const shownParticipants = 12;
const shownReports = 8;

type Props = { participation: Participation; slug: string };

/** The first who take part, those like mine first, and what public sources say. */
export function FirstParticipants({ participation, slug }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const { participants, reported, explanations, kind } = participation;
  const hasFewReports = reported.length <= shownReports;
  const all = `/${locale}/voorzieningen/${slug}/deelnemers`;
  return (
    <div>
      {participants.length > 0 && (
        <>
          <h3>{t("adoptions.participants.title")}</h3>
          <ul className="mt-2 grid gap-x-8 gap-y-1 sm:grid-cols-2 xl:grid-cols-1">
            {participants.slice(0, shownParticipants).map((row) => (
              <Item key={row.slug} row={row} kind={kind} />
            ))}
          </ul>
          <p className="mt-3">
            <a href={all}>{t("facility.who.all", { count: participants.length })}</a>
          </p>
        </>
      )}
      {explanations.length > 0 && (
        <p className="mt-2">
          <a href={all}>{t("facility.who.explanations", { count: explanations.length })}</a>
        </p>
      )}
      <ReportedFacts participation={hasFewReports ? participation : { ...participation, reported: [] }} />
      {!hasFewReports && (
        <p className="mt-3">
          <a href={all}>{t("facility.who.reports", { count: reported.length })}</a>
        </p>
      )}
    </div>
  );
}

function Item({ row, kind }: { row: Participant; kind: SolutionKind }) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    <li className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      <a href={`/${locale}/gemeenten/${row.slug}`}>{row.name}</a>
      <StatusBadge status={row.status} kind={kind} />
      {row.isMine && <span className="text-sm text-soft">{t("adoptions.participants.mine")}</span>}
      {row.isLikeMine && !row.isMine && (
        <span className="text-sm text-soft">{t("adoptions.participants.likeMine")}</span>
      )}
      {row.isDemo && <span className="text-sm text-soft">{t("common.fictitious")}</span>}
    </li>
  );
}
