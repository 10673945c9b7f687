import { useTranslations } from "next-intl";
import { type AdoptionStatus, adoptionVerb } from "@/lib/adoptions/rules";
import type { SolutionKind } from "@/lib/core/generated/prisma/enums";

/** The words of a state: connecting speaks the verb of the kind. */
export function useStatusLabel() {
  const t = useTranslations("terms");
  return (status: AdoptionStatus, kind: SolutionKind) =>
    status === "CONNECTING" ? t(`connecting.${adoptionVerb(kind)}`) : t(`status.${status}`);
}

/** What the button of a step says. */
export function useStepLabel() {
  const t = useTranslations("adoptions");
  const label = useStatusLabel();
  return (to: AdoptionStatus, kind: SolutionKind, isResuming = false) => {
    if (isResuming) return t("resume", { status: label(to, kind) });
    return to === "CONNECTING" ? t(`connectStep.${adoptionVerb(kind)}`) : t(`step.${to}`);
  };
}
