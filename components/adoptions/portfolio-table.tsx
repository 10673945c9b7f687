import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ScrollBox } from "@/components/ui/scroll-box";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { isOverdue } from "@/lib/adoptions/portfolio/rules";
import { History } from "./history";
import { StatusBadge } from "./status-badge";
import { StepLinks } from "./step-links";
import { useStatusLabel } from "./use-status-label";

// On a phone the other columns stand under the name: the table never moves sideways.
const wide = "max-sm:hidden";

type Props = { adoptions: AdoptionRecord[]; total: number; today: string };

/** The portfolio in one table; each row opens in place with its history and what can follow. */
export function PortfolioTable({ adoptions, total, today }: Props) {
  const t = useTranslations("adoptions.portfolio");
  const edit = useTranslations("portfolio.edit");
  const locale = useLocale();
  const table = (
    <ScrollBox label={t("title")} className="mt-4">
      <table className="data-table">
        <caption>{t("caption", { shown: adoptions.length, total })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("solution")}</th>
            <th scope="col" className={wide}>
              {t("stand")}
            </th>
            <th scope="col" className={wide}>
              {t("nextStep")}
            </th>
            <th scope="col" className={wide}>
              {t("nextOn")}
            </th>
          </tr>
        </thead>
        {adoptions.map((adoption) => (
          <tbody key={adoption.id}>
            <Row adoption={adoption} today={today} />
            <Opened adoption={adoption} />
          </tbody>
        ))}
      </table>
    </ScrollBox>
  );
  if (!adoptions.some(({ canMove }) => canMove)) return table;
  return (
    <form action={`/${locale}/mijn/bewerken`}>
      {table}
      <p className="no-print mt-4">
        <button type="submit" className="button button-quiet">
          {edit("open")}
        </button>
      </p>
    </form>
  );
}

type RowProps = { adoption: AdoptionRecord; today: string };

function Row({ adoption, today }: RowProps) {
  const locale = useLocale();
  const { solution } = adoption;
  return (
    <tr className="*:border-b-0!">
      <th scope="row">
        {adoption.canMove && <Choose adoption={adoption} />}
        <a href={`/${locale}/mijn/${solution.slug}`} lang="nl">
          {solution.name}
        </a>
        <Marks adoption={adoption} />
        <div className="mt-2 font-normal sm:hidden">
          <State adoption={adoption} />
          <p className="mt-1">
            <NextStep adoption={adoption} /> <NextDay adoption={adoption} today={today} />
          </p>
        </div>
      </th>
      <td className={wide}>
        <State adoption={adoption} />
      </td>
      <td className={wide}>
        <NextStep adoption={adoption} />
      </td>
      <td className={`${wide} whitespace-nowrap`}>
        <NextDay adoption={adoption} today={today} />
      </td>
    </tr>
  );
}

/** Chooses the row, to change it together with others. */
function Choose({ adoption: { id, solution } }: { adoption: AdoptionRecord }) {
  const t = useTranslations("portfolio.edit");
  return (
    <input
      type="checkbox"
      name="a"
      value={id}
      aria-label={t("choose", { solution: solution.name })}
      className="no-print mr-2 size-5 align-text-bottom accent-action"
    />
  );
}

function State({ adoption: { status, since, solution } }: { adoption: AdoptionRecord }) {
  const t = useTranslations("adoptions.portfolio");
  const format = useFormatter();
  return (
    <>
      <StatusBadge status={status} kind={solution.kind} />
      <span className="block text-soft">
        {t("since", { date: format.dateTime(new Date(since), "short") })}
      </span>
    </>
  );
}

function NextStep({ adoption: { status, nextStep, nextOn } }: { adoption: AdoptionRecord }) {
  const t = useTranslations("adoptions");
  if (nextStep) return <span lang="nl">{nextStep}</span>;
  return nextOn ? t(`nextOn.${status}`) : t("portfolio.none");
}

function NextDay({ adoption, today }: RowProps) {
  const t = useTranslations("adoptions.portfolio");
  const format = useFormatter();
  if (!adoption.nextOn) return null;
  return (
    <>
      {format.dateTime(new Date(adoption.nextOn), "short")}{" "}
      {isOverdue(adoption, today) && <span className="font-semibold text-negative">{t("overdue")}</span>}
    </>
  );
}

/** What is out of the ordinary, in words. */
function Marks({ adoption }: { adoption: AdoptionRecord }) {
  const t = useTranslations();
  const label = useStatusLabel();
  const { pending, isHidden, isPublic, isDemo, solution } = adoption;
  return (
    <span className="mt-1 flex flex-wrap gap-1 font-normal">
      {pending && (
        <span className="tag border-warning-edge bg-warning">
          {t("adoptions.portfolio.pending", { status: label(pending.to, solution.kind) })}
        </span>
      )}
      {isHidden && <span className="tag">{t("adoptions.portfolio.hidden")}</span>}
      {isPublic && <span className="tag">{t("adoptions.portfolio.public")}</span>}
      {isDemo && <span className="tag">{t("common.fictitious")}</span>}
    </span>
  );
}

function Opened({ adoption }: { adoption: AdoptionRecord }) {
  const t = useTranslations("adoptions.portfolio");
  const { solution, events } = adoption;
  return (
    <tr>
      <td colSpan={4} className="pt-0!">
        <details>
          <summary className="link">
            {t("history")} <span className="sr-only">({solution.name})</span>
          </summary>
          <div className="mt-3">
            <StepLinks adoption={adoption} slug={solution.slug} />
            <div className="mt-4">
              <History steps={events} kind={solution.kind} />
            </div>
          </div>
        </details>
      </td>
    </tr>
  );
}
