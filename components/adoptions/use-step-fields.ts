import { useFormatter, useTranslations } from "next-intl";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { type AdoptionStatus, optionalFields, requiredFields, type StepField } from "@/lib/adoptions/rules";
import { DecidingBody, type Obligation } from "@/lib/core/generated/prisma/enums";
import type { FieldSpec } from "./adoption-form";

type Step = { to: AdoptionStatus; obligation: Obligation; today: string; earliest: string | null };

/** The fields that a step into this state asks for, with their words; the date comes first. */
export function useStepFields({ to, obligation, today, earliest }: Step): FieldSpec[] {
  const t = useTranslations("adoptions.form");
  const format = useFormatter();
  const describe = useFieldSpec(to, obligation, today);
  const occurredOn: FieldSpec = {
    name: "occurredOn",
    label: t(`occurredOnOf.${to}`),
    help: earliest ? t("notBefore", { date: format.dateTime(new Date(earliest), "day") }) : undefined,
    control: "date",
    min: earliest ?? undefined,
    max: today,
  };
  return [occurredOn, ...[...requiredFields[to], ...optionalFields[to]].map(describe)];
}

/** The fields of a plan, which can be adjusted in any state. */
export function usePlanFields({ status }: AdoptionRecord, today: string): FieldSpec[] {
  const t = useTranslations("adoptions.form");
  const describe = useFieldSpec(status, "VOLUNTARY", today);
  const fields: StepField[] = ["nextStep", "nextOn", "leadName", "contactName", "coverage", "departments"];
  return [
    ...fields.map(describe),
    { name: "contractEndsOn", label: t("contractEndsOn"), control: "date" },
    { name: "reason", label: t("planReason"), help: t("reasonHelp"), control: "area" },
  ];
}

function useFieldSpec(to: AdoptionStatus, obligation: Obligation, today: string) {
  const t = useTranslations("adoptions.form");
  const bodies = useTranslations("terms.body");
  const isPublic = to === "DECLINED" && obligation === "COMPLY_OR_EXPLAIN";
  const specs: Record<StepField, Omit<FieldSpec, "name">> = {
    contactName: { label: t("contactName"), help: t("contactHelp"), control: "text" },
    leadName: { label: t("leadName"), control: "text" },
    nextStep: useNextStepSpec(to),
    nextOn: { label: t(`nextOnOf.${to}`), control: "date", min: today },
    body: {
      label: t("body"),
      control: "select",
      options: Object.values(DecidingBody).map((value) => ({ value, label: bodies(value) })),
    },
    reference: { label: t("reference"), help: t("referenceHelp"), control: "text" },
    coverage: { label: t("coverage"), control: "number", min: "0", max: "100" },
    departments: { label: t("departments"), help: t("departmentsHelp"), control: "text" },
    reason: { label: t("reason"), help: t(isPublic ? "reasonPublic" : "reasonHelp"), control: "area" },
    scope: { label: t("scope"), control: "area" },
  };
  return (name: StepField): FieldSpec => ({ name, ...specs[name] });
}

/** What comes next is asked in the words of the state: a decision track, a successor, steps. */
function useNextStepSpec(to: AdoptionStatus): Omit<FieldSpec, "name"> {
  const t = useTranslations("adoptions.form");
  if (to === "DECIDING") {
    return { label: t("decisionTrack"), help: t("decisionTrackHelp"), control: "text" };
  }
  if (to === "PHASING_OUT") return { label: t("successor"), control: "text" };
  return { label: t(to === "CONNECTING" ? "steps" : "nextStep"), control: "text" };
}
