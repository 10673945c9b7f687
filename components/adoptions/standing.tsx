import { useFormatter, useTranslations } from "next-intl";
import { Fact } from "@/components/ui/fact";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { StatusBadge } from "./status-badge";

/** Where my gemeente stands with one facility: state, people, plan. */
export function Standing({ adoption }: { adoption: AdoptionRecord }) {
  const t = useTranslations("adoptions");
  const common = useTranslations("common");
  const format = useFormatter();
  const { status, since, solution, cycle, nextStep, nextOn, coverage, departments, contractEndsOn, via } =
    adoption;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-2 text-lg">
        <StatusBadge status={status} kind={solution.kind} />
        <span>{t("record.since", { date: format.dateTime(new Date(since), "day") })}</span>
        {cycle > 1 && <span className="tag">{t("record.cycle", { cycle })}</span>}
        {adoption.isDemo && <span className="tag">{common("fictitious")}</span>}
      </p>
      <dl className="mt-4 grid gap-x-8 gap-y-3 sm:grid-cols-2">
        <Fact label={t("record.next")}>
          {nextStep ?? (nextOn ? null : t("record.notPlanned"))}
          {nextOn && (
            <span className="block">
              {t(`nextOn.${status}`)}: {format.dateTime(new Date(nextOn), "day")}
            </span>
          )}
        </Fact>
        {adoption.leadName && <Fact label={t("record.lead")}>{adoption.leadName}</Fact>}
        {adoption.leadAccount && <Fact label={t("lead.now")}>{adoption.leadAccount}</Fact>}
        {adoption.contactName && <Fact label={t("record.contact")}>{adoption.contactName}</Fact>}
        {coverage !== null && (
          <Fact label={t("record.coverage")}>
            {t("record.coverageValue", { value: format.number(coverage) })}
          </Fact>
        )}
        {departments && <Fact label={t("record.departments")}>{departments}</Fact>}
        {contractEndsOn && (
          <Fact label={t("record.contract")}>{format.dateTime(new Date(contractEndsOn), "day")}</Fact>
        )}
      </dl>
      {via && <p className="mt-3">{t("record.via", { name: via.name })}</p>}
    </>
  );
}
