import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { isOverdue } from "@/lib/adoptions/portfolio/rules";
import { type AdoptionStatus, statuses } from "@/lib/adoptions/rules";
import { groupBy } from "@/lib/core/groups";

type Props = { adoptions: AdoptionRecord[]; today: string };

/** More cards in a column nobody reads; the table holds them all. */
const mostCards = 50;

/** The portfolio as a board: a column per state that occurs, in the order of the road. */
export function Board({ adoptions, today }: Props) {
  const t = useTranslations();
  const columns = groupBy(adoptions, ({ status }) => status).sort(
    ([a], [b]) => statuses.indexOf(a.status) - statuses.indexOf(b.status),
  );
  return (
    <div className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {columns.map((column) => (
        <section
          key={column[0].status}
          aria-labelledby={`bord-${column[0].status}`}
          className="bg-subtle p-3"
        >
          <h3 id={`bord-${column[0].status}`} className="text-base">
            {t(`terms.status.${column[0].status}`)}{" "}
            <span className="font-normal text-soft">
              {t("portfolio.board.count", { count: column.length })}
            </span>
          </h3>
          <Cards column={column} today={today} />
          {column.length > mostCards && <Rest status={column[0].status} count={column.length - mostCards} />}
        </section>
      ))}
    </div>
  );
}

function Cards({ column, today }: { column: AdoptionRecord[]; today: string }) {
  const t = useTranslations("portfolio.board");
  const locale = useLocale();
  const format = useFormatter();
  return (
    <ul className="mt-2 grid gap-2">
      {column.slice(0, mostCards).map((adoption) => (
        <li key={adoption.id} className="card bg-paper px-3! py-2! text-sm">
          <a href={`/${locale}/mijn/${adoption.solution.slug}`} lang="nl">
            {adoption.solution.name}
          </a>
          {adoption.nextStep && (
            <p lang="nl" className="break-words">
              {adoption.nextStep}
            </p>
          )}
          {adoption.nextOn && (
            <p className={isOverdue(adoption, today) ? "font-semibold text-negative" : "text-soft"}>
              {t(isOverdue(adoption, today) ? "overdue" : "planned", {
                date: format.dateTime(new Date(adoption.nextOn), "short"),
              })}
            </p>
          )}
          {adoption.leadName && <p className="text-soft">{adoption.leadName}</p>}
        </li>
      ))}
    </ul>
  );
}

function Rest({ status, count }: { status: AdoptionStatus; count: number }) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    <p className="mt-2 text-sm">
      <a href={`/${locale}/mijn?sorteer=stand`}>
        {t("portfolio.board.more", { count, status: t(`terms.status.${status}`) })}
      </a>
    </p>
  );
}
