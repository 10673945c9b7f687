import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ScrollBox } from "@/components/ui/scroll-box";
import type { Participant, Participation } from "@/lib/adoptions/queries";
import type { SolutionKind } from "@/lib/core/generated/prisma/enums";
import { ReportedFacts } from "./reported-facts";
import { StatusBadge } from "./status-badge";

/** Rows that are shown at once; the others open in place. */
const shownFirst = 12;

/** Who takes part, those like mine first; apart from that what public sources say. */
export function Participants({ participation }: { participation: Participation }) {
  const t = useTranslations("adoptions.participants");
  const { participants, scope, kind } = participation;
  const first = participants.slice(0, shownFirst);
  const rest = participants.slice(shownFirst);
  return (
    <>
      <h3>{t("title")}</h3>
      <p className="measure mt-1 text-sm text-soft">{t(`scope.${scope}`)}</p>
      {participants.length === 0 && scope !== "none" && <p className="mt-3">{t("nobody")}</p>}
      {first.length > 0 && <Rows rows={first} kind={kind} total={participants.length} />}
      {rest.length > 0 && (
        <details className="mt-3">
          <summary className="link">{t("more", { count: rest.length })}</summary>
          <Rows rows={rest} kind={kind} total={rest.length} />
        </details>
      )}
      <Explanations explanations={participation.explanations} />
      <ReportedFacts participation={participation} />
    </>
  );
}

type RowsProps = { rows: Participant[]; kind: SolutionKind; total: number };

function Rows({ rows, kind, total }: RowsProps) {
  const t = useTranslations("adoptions.participants");
  const hasMine = rows.some(({ isLikeMine }) => isLikeMine);
  return (
    <ScrollBox label={t("title")}>
      <table className="data-table">
        <caption>{t(hasMine ? "caption" : "captionPlain", { count: total })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("status")}</th>
            <th scope="col">{t("since")}</th>
            <th scope="col">{t("province")}</th>
            <th scope="col" className="number">
              {t("inhabitants")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.slug} row={row} kind={kind} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Row({ row, kind }: { row: Participant; kind: SolutionKind }) {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  return (
    <tr>
      <th scope="row">
        <a href={`/${locale}/gemeenten/${row.slug}`}>{row.name}</a>{" "}
        {row.isMine && <span className="tag">{t("adoptions.participants.mine")}</span>}
        {row.isLikeMine && !row.isMine && <span className="tag">{t("adoptions.participants.likeMine")}</span>}{" "}
        {row.isDemo && <span className="tag">{t("common.fictitious")}</span>}
      </th>
      <td>
        <StatusBadge status={row.status} kind={kind} />
      </td>
      <td>{format.dateTime(new Date(row.since), "short")}</td>
      <td>{t(`terms.province.${row.province}`)}</td>
      <td className="number">{format.number(row.inhabitants)}</td>
    </tr>
  );
}

function Explanations({ explanations }: Pick<Participation, "explanations">) {
  const t = useTranslations("adoptions.participants");
  const format = useFormatter();
  if (explanations.length === 0) return null;
  return (
    <>
      <h3 className="mt-8">{t("explanations")}</h3>
      <p className="mt-1 text-sm text-soft">{t("explanationsHelp")}</p>
      <ul className="mt-3 grid gap-3">
        {explanations.map(({ gemeente, reason, since }, at) => (
          <li key={at} className="measure">
            <strong>{gemeente ?? t("someGemeente")}</strong>{" "}
            <span className="text-sm text-soft">{format.dateTime(new Date(since), "short")}</span>
            <span lang="nl" className="block whitespace-pre-line">
              {reason}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
