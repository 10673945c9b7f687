import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ScrollBox } from "@/components/ui/scroll-box";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import type { StatusGroup } from "@/lib/adoptions/rules";
import { StatusBadge } from "../status-badge";
import { layOutTimeline, monthsAhead, monthsBack, wholeWidth, windowOf } from "./timeline-layout";

type Props = { adoptions: AdoptionRecord[]; total: number; today: string };

const fills: Record<StatusGroup, string> = {
  interested: "fill-scale-1",
  joining: "fill-scale-3",
  inUse: "fill-scale-5",
  stopped: "fill-none stroke-edge [stroke-dasharray:4_3]",
};

// On a phone the days stand under the name: the table never moves sideways.
const wide = "max-sm:hidden";

/** When each adoption came where it is, what is planned and when contracts end: a drawing in a table of the same days. */
export function Timeline({ adoptions, total, today }: Props) {
  const t = useTranslations("portfolio.timeline");
  const portfolio = useTranslations("adoptions.portfolio");
  return (
    <>
      <p className="mt-4 text-sm text-soft">{t("legend")}</p>
      <ScrollBox label={t("title")} className="mt-2">
        <table className="data-table">
          <caption>{portfolio("caption", { shown: adoptions.length, total })}</caption>
          <thead>
            <tr>
              <th scope="col">{portfolio("solution")}</th>
              <th scope="col" className={`${wide} w-1/2`}>
                {t("drawing")}
                <Axis today={today} />
              </th>
              <th scope="col" className={wide}>
                {t("planned")}
              </th>
              <th scope="col" className={wide}>
                {t("contract")}
              </th>
            </tr>
          </thead>
          <tbody>
            {adoptions.map((adoption) => (
              <Row key={adoption.id} adoption={adoption} today={today} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}

/** The years above the drawing: three equal parts, because the window is three times twelve months. */
function Axis({ today }: { today: string }) {
  const format = useFormatter();
  const start = new Date(windowOf(today).from);
  const years = Array.from({ length: (monthsBack + monthsAhead) / 12 }, (_, at) => {
    const date = new Date(start);
    date.setUTCFullYear(start.getUTCFullYear() + at);
    return date;
  });
  return (
    <span className="mt-1 grid grid-cols-3 font-normal text-soft" aria-hidden="true">
      {years.map((date) => (
        <span key={date.getTime()} className="border-edge border-l pl-1">
          {format.dateTime(date, { month: "short", year: "numeric", timeZone: "UTC" })}
        </span>
      ))}
    </span>
  );
}

type RowProps = { adoption: AdoptionRecord; today: string };

function Row({ adoption, today }: RowProps) {
  const t = useTranslations("portfolio.timeline");
  const locale = useLocale();
  const format = useFormatter();
  const { solution, status, since, nextOn, contractEndsOn } = adoption;
  const day = (value: string | null) => (value ? format.dateTime(new Date(value), "short") : t("none"));
  return (
    <tr>
      <th scope="row">
        <a href={`/${locale}/mijn/${solution.slug}`} lang="nl">
          {solution.name}
        </a>
        <span className="mt-1 block font-normal">
          <StatusBadge status={status} kind={solution.kind} /> {t("since", { date: day(since) })}
        </span>
        <span className="mt-1 block font-normal sm:hidden">
          <Drawing adoption={adoption} today={today} />
          {nextOn && t("plannedOn", { date: day(nextOn) })}{" "}
          {contractEndsOn && t("contractUntil", { date: day(contractEndsOn) })}
        </span>
      </th>
      <td className={`${wide} align-middle!`}>
        <Drawing adoption={adoption} today={today} />
      </td>
      <td className={`${wide} whitespace-nowrap`}>{day(nextOn)}</td>
      <td className={`${wide} whitespace-nowrap`}>{day(contractEndsOn)}</td>
    </tr>
  );
}

/** One bar: what was, today, what is planned. The same days stand beside it as text. */
function Drawing({ adoption, today }: RowProps) {
  const { spans, today: now, planned, contract } = layOutTimeline(adoption, today);
  const upright = (x: number, className: string) => (
    <line x1={x} x2={x} y1={0} y2={28} vectorEffect="non-scaling-stroke" className={className} />
  );
  return (
    <svg
      viewBox={`0 0 ${wholeWidth} 28`}
      preserveAspectRatio="none"
      aria-hidden="true"
      className="block h-7 w-full"
    >
      {spans.map(({ group, x, width }) => (
        <rect
          key={x}
          x={x}
          y={7}
          width={width}
          height={14}
          vectorEffect="non-scaling-stroke"
          className={fills[group]}
        />
      ))}
      {planned !== null && planned > now && (
        <line
          x1={now}
          x2={planned}
          y1={14}
          y2={14}
          vectorEffect="non-scaling-stroke"
          className="stroke-2 stroke-ink [stroke-dasharray:2_4]"
        />
      )}
      {upright(now, "stroke-1 stroke-soft")}
      {planned !== null && upright(planned, "stroke-2 stroke-ink [stroke-dasharray:3_2]")}
      {contract !== null && upright(contract, "stroke-4 stroke-negative")}
    </svg>
  );
}
