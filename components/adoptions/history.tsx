import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { HistoryStep } from "@/lib/adoptions/portfolio/queries";
import { storedDataSchema } from "@/lib/adoptions/schema";
import type { SolutionKind } from "@/lib/core/generated/prisma/enums";
import { StatusBadge } from "./status-badge";

type Props = { steps: HistoryStep[]; kind: SolutionKind };

/** Who did what and when, newest first; corrections stay beside what they correct. */
export function History({ steps, kind }: Props) {
  const t = useTranslations("adoptions.history");
  if (steps.length === 0) return <p>{t("empty")}</p>;
  return (
    <ol className="border-line border-l-2">
      {steps.map((step) => (
        <li key={step.position} className="mb-5 pl-4">
          <StepHead step={step} kind={kind} />
          <StepFacts step={step} />
        </li>
      ))}
    </ol>
  );
}

function StepHead({ step, kind }: { step: HistoryStep; kind: SolutionKind }) {
  const t = useTranslations();
  const format = useFormatter();
  const entered = format.dateTime(step.enteredAt, "short");
  const isPlan = step.isCorrection && step.from === step.to;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className="font-semibold">{format.dateTime(new Date(step.occurredOn), "day")}</span>
        <StatusBadge status={step.to} kind={kind} />
        {step.isCorrection && (
          <span className="tag">{t(`adoptions.history.${isPlan ? "planning" : "correction"}`)}</span>
        )}
        {step.isDemo && <span className="tag">{t("common.fictitious")}</span>}
      </p>
      <p className="text-sm text-soft">
        {t("adoptions.history.by", {
          name: step.enteredBy ?? t("adoptions.history.unknown"),
          date: entered,
        })}
        {step.confirmedBy && `, ${t("adoptions.history.confirmedBy", { name: step.confirmedBy })}`}
      </p>
    </>
  );
}

function StepFacts({ step: { body, reference, reason, data } }: { step: HistoryStep }) {
  const t = useTranslations();
  const format = useFormatter();
  const told = storedDataSchema.parse(data);
  const label = (
    key:
      | "body"
      | "reference"
      | "reason"
      | "scope"
      | "contactName"
      | "leadName"
      | "nextStep"
      | "nextOn"
      | "coverage"
      | "departments"
      | "contractEndsOn",
  ) => t(`adoptions.history.${key}`);
  return (
    <dl className="mt-1 text-sm">
      {body && <Fact label={label("body")}>{t(`terms.body.${body}`)}</Fact>}
      {reference && <Fact label={label("reference")}>{reference}</Fact>}
      {reason && <Fact label={label("reason")}>{reason}</Fact>}
      {told.scope && <Fact label={label("scope")}>{told.scope}</Fact>}
      {told.contactName && <Fact label={label("contactName")}>{told.contactName}</Fact>}
      {told.leadName && <Fact label={label("leadName")}>{told.leadName}</Fact>}
      {told.nextStep && <Fact label={label("nextStep")}>{told.nextStep}</Fact>}
      {told.nextOn && <Fact label={label("nextOn")}>{format.dateTime(new Date(told.nextOn), "day")}</Fact>}
      {told.coverage !== undefined && (
        <Fact label={label("coverage")}>
          {t("adoptions.record.coverageValue", { value: format.number(told.coverage) })}
        </Fact>
      )}
      {told.departments && <Fact label={label("departments")}>{told.departments}</Fact>}
      {told.contractEndsOn && (
        <Fact label={label("contractEndsOn")}>{format.dateTime(new Date(told.contractEndsOn), "day")}</Fact>
      )}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-2">
      <dt className="text-soft">{label}:</dt>
      <dd className="whitespace-pre-line">{children}</dd>
    </div>
  );
}
