import { useTranslations } from "next-intl";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { AdoptionForm } from "./adoption-form";
import { usePlanFields } from "./use-step-fields";

type Props = {
  /** Unique on the page. */
  id: string;
  adoption: AdoptionRecord;
  today: string;
  cancelHref?: string;
  /** Within the list of what is to be confirmed, to go on there. */
  isInList?: boolean;
};

/** Adjusts who, what next and when of one adoption where it stands, with what is known filled in. */
export function PlanForm({ id, adoption, today, cancelHref, isInList }: Props) {
  const t = useTranslations("adoptions.planPage");
  const { nextStep, nextOn, leadName, contactName, coverage, departments, contractEndsOn } = adoption;
  // A day that has passed is not offered again.
  const coming = nextOn && nextOn >= today ? nextOn : null;
  const known = { nextStep, nextOn: coming, leadName, contactName, departments, contractEndsOn };
  const texts = Object.fromEntries(Object.entries(known).map(([name, value]) => [name, value ?? ""]));
  return (
    <AdoptionForm
      id={id}
      kind="plan"
      fields={usePlanFields(adoption, today)}
      values={{ ...texts, coverage: coverage?.toString() ?? "" }}
      hidden={{
        adoptionId: adoption.id,
        version: String(adoption.version),
        ...(isInList ? { place: "confirming" } : {}),
      }}
      submit={t("submit")}
      {...(cancelHref ? { cancelHref } : {})}
    />
  );
}
