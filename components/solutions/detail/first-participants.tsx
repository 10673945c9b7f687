import { useLocale, useTranslations } from "next-intl";
import { ReportedFacts } from "@/components/adoptions/reported-facts";
import { StatusBadge } from "@/components/adoptions/status-badge";
import type { Participant, Participation } from "@/lib/adoptions/queries";
import type { SolutionKind } from "@/lib/core/generated/prisma/enums";

/** What stands on this page; the page of participants has them all, so that this one stays light. */
const shownParticipants = 12;
const shownReports = 8;

type Props = { participation: Participation; slug: string };

/** The first who take part, those like mine first. */
export function FirstParticipants({ participation, slug }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const { participants, scope, kind } = participation;
  if (scope === "none") return null;
  return (
    <div>
      <h3>{t("adoptions.participants.title")}</h3>
      {participants.length === 0 && <p className="mt-2">{t("adoptions.participants.nobody")}</p>}
      <ul className="mt-2 grid gap-x-8 gap-y-1 sm:grid-cols-2 xl:grid-cols-1">
        {participants.slice(0, shownParticipants).map((row) => (
          <Item key={row.slug} row={row} kind={kind} />
        ))}
      </ul>
      {participants.length > 0 && (
        <p className="no-print mt-3">
          <a href={`/${locale}/voorzieningen/${slug}/deelnemers`}>
            {t("facility.who.all", { count: participants.length })}
          </a>
        </p>
      )}
    </div>
  );
}

/** What public sources say and what gemeenten explain; many of them only on the page of participants. */
export function FirstReports({ participation, slug }: Props) {
  const t = useTranslations("facility.who");
  const locale = useLocale();
  const { reported, explanations } = participation;
  const hasFew = reported.length <= shownReports;
  const all = `/${locale}/voorzieningen/${slug}/deelnemers`;
  return (
    <>
      <ReportedFacts participation={hasFew ? participation : { ...participation, reported: [] }} />
      {!hasFew && (
        <p className="no-print mt-6">
          <a href={all}>{t("reports", { count: reported.length })}</a>
        </p>
      )}
      {explanations.length > 0 && (
        <p className="mt-2">
          <a href={all}>{t("explanations", { count: explanations.length })}</a>
        </p>
      )}
    </>
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
