import { useFormatter, useTranslations } from "next-intl";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { KeyFigures } from "@/components/ui/key-figures";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { isContractEnding } from "@/lib/adoptions/portfolio/rules";
import { toStatusGroup } from "@/lib/adoptions/rules";

type Props = { title: string; here: string; portfolio: AdoptionRecord[]; today: string };

/** What a report is about, of which day, and its figures. */
export function ReportHead({ title, here, portfolio, today }: Props) {
  const t = useTranslations("portfolio.report");
  const mine = useTranslations("adoptions.mine");
  const format = useFormatter();
  const count = (group: string) => portfolio.filter(({ status }) => toStatusGroup(status) === group).length;
  const whole = t("whole", { total: portfolio.length });
  const ending = portfolio.filter((adoption) => isContractEnding(adoption, today)).length;
  return (
    <>
      <div className="no-print">
        <Breadcrumbs trail={[{ label: mine("title"), path: "/mijn" }]} here={here} />
      </div>
      <h1>{title}</h1>
      <p className="mt-2 mb-5 text-soft">
        {t("date", { date: format.dateTime(new Date(today), "day") })}{" "}
        {portfolio.some(({ isDemo }) => isDemo) && t("fictitious")}
      </p>
      <KeyFigures
        figures={[
          { label: t("inUse"), value: count("inUse"), whole },
          { label: t("joining"), value: count("joining"), whole },
          { label: t("interested"), value: count("interested"), whole },
          { label: t("contracts"), value: ending, whole: t("contractsWhole") },
        ]}
      />
    </>
  );
}
