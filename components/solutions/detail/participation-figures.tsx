import { useFormatter, useTranslations } from "next-intl";
import type { Participation } from "@/lib/adoptions/queries";
import { toShare } from "@/lib/dashboard/rules";

/** Who uses it, with the whole; then who is on the way. */
export function ParticipationFigures({ participation: { inUse, counts } }: { participation: Participation }) {
  const t = useTranslations();
  const format = useFormatter();
  const { joining, interested, stopped } = counts.byGroup;
  return (
    <>
      <p className="measure text-lg">{use()}</p>
      <p className="measure mt-1 mb-5">
        {t("facility.who.others", {
          joining: number(joining),
          interested: number(interested),
          stopped: number(stopped),
        })}
      </p>
    </>
  );

  function use() {
    const whole = format.number(inUse.ofGemeenten);
    if (inUse.gemeenten === 0) return t("facility.who.inUseNone", { whole });
    if (inUse.gemeenten === null) return t("facility.who.inUseFew", { whole });
    const share = {
      count: format.number(inUse.gemeenten),
      whole,
      percent: format.number(toShare(inUse.gemeenten, inUse.ofGemeenten), "percent"),
    };
    // Left out where the sum would tell which gemeente hides its use.
    if (inUse.inhabitants === null) return t("facility.who.inUseCount", share);
    return t("facility.who.inUse", {
      ...share,
      inhabitants: people(inUse.inhabitants),
      allInhabitants: people(inUse.ofInhabitants),
    });
  }

  function number(count: number | null) {
    return count === null ? t("common.fewerThanThree") : format.number(count);
  }

  /** In millions from a million on: nobody reads eight digits. */
  function people(count: number) {
    if (count < 1_000_000) return format.number(count);
    return t("facility.who.millions", { value: format.number(count / 1_000_000, "millions") });
  }
}
