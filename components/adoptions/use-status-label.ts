import { useTranslations } from "next-intl";
import { type AdoptionStatus, adoptionVerb } from "@/lib/adoptions/rules";
import type { SolutionKind } from "@/lib/core/generated/prisma/enums";

/**
 * The words of a state: connecting and not taking part speak the verb of the kind. In use is one word for all,
 * because map, curve and counts share it.
 */
export function useStatusLabel() {
  const t = useTranslations("terms");
  return (status: AdoptionStatus, kind: SolutionKind) => {
    if (status === "CONNECTING") return t(`connecting.${adoptionVerb(kind)}`);
    return status === "DECLINED" ? t(`declining.${adoptionVerb(kind)}`) : t(`status.${status}`);
  };
}

/** What the button of a step says. */
export function useStepLabel() {
  const t = useTranslations("adoptions");
  const label = useStatusLabel();
  return (to: AdoptionStatus, kind: SolutionKind, isResuming = false) => {
    if (isResuming) return t("resume", { status: label(to, kind) });
    return to === "CONNECTING"
      ? t(`connectStep.${adoptionVerb(kind)}`)
      : t(`step.${to}`, { verb: adoptionVerb(kind) });
  };
}
