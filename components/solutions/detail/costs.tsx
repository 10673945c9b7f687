import { useTranslations } from "next-intl";
import type { SolutionDetail } from "@/lib/solutions/queries";

/** How it is paid for, in words. An amount that nobody published is unknown, never invented. */
export function Costs({ solution: { priceModel } }: { solution: SolutionDetail }) {
  const t = useTranslations("facility.cost");
  return (
    <div className="measure">
      <p>{t(`model.${priceModel}`)}</p>
      <p className="mt-2 text-soft">{t("noTariff")}</p>
    </div>
  );
}
