import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { canConfirm, canDecideProposal, canWithdraw } from "@/lib/adoptions/policy";
import type { WaitingProposal } from "@/lib/adoptions/portfolio/queries";
import { effectOfFact, factStatuses, needsSecondPerson } from "@/lib/adoptions/rules";
import { storedStepSchema } from "@/lib/adoptions/schema";
import { today } from "@/lib/core/dates";
import type { Member } from "@/lib/core/roles";
import { AdoptionForm, type FieldSpec } from "./adoption-form";
import { Source, useEvidenceDay, useEvidenceLabel } from "./reported-facts";
import { useStatusLabel } from "./use-status-label";

type Props = { proposal: WaitingProposal; viewer: Member };

/** `others`: how many more sources say something about the same facility. */
type CardProps = Props & { others?: number };

/** One thing that waits for an answer: what is said, where my gemeente stands, and the answer. */
export function ProposalCard({ proposal, viewer, others = 0 }: CardProps) {
  const t = useTranslations();
  const locale = useLocale();
  const label = useStatusLabel();
  const { solution, to, isDemo, id } = proposal;
  return (
    <li id={id} className="card scroll-mt-6">
      <h3>
        <a href={`/${locale}/mijn/${solution.slug}`}>
          {t("adoptions.proposals.says", { solution: solution.name, status: label(to, solution.kind) })}
        </a>{" "}
        {isDemo && <span className="tag">{t("common.fictitious")}</span>}
      </h3>
      <Now proposal={proposal} />
      {others > 0 && <p className="text-sm">{t("portfolio.duplicate", { count: others })}</p>}
      {proposal.origin === "SECOND_PERSON" ? (
        <Decision proposal={proposal} viewer={viewer} />
      ) : (
        <Fact proposal={proposal} viewer={viewer} />
      )}
    </li>
  );
}

function Now({ proposal: { now, solution } }: Pick<Props, "proposal">) {
  const t = useTranslations("adoptions.proposals");
  const label = useStatusLabel();
  const format = useFormatter();
  if (!now) return <p className="text-sm text-soft">{t("nowNone")}</p>;
  const status = label(now.status, solution.kind);
  const date = format.dateTime(new Date(now.since), "day");
  return <p className="text-sm text-soft">{t("now", { status, date })}</p>;
}

/** A decision of a colleague, with all that was told. */
function Decision({ proposal, viewer }: Props) {
  const t = useTranslations("adoptions.proposals");
  const { id } = proposal;
  return (
    <>
      <Told proposal={proposal} />
      {canConfirm(viewer, proposal) && (
        <Answer
          yes={
            <AdoptionForm
              id={`ja-${id}`}
              kind="confirmDecision"
              fields={[]}
              hidden={{ proposalId: id }}
              submit={t("confirm")}
            />
          }
          no={<Rejection id={id} kind="rejectDecision" submit={t("reject")} />}
          noLabel={t("rejectOpen")}
        />
      )}
      {canWithdraw(viewer, proposal) && (
        <div className="mt-3">
          <p className="mb-3">{t("decisionYours")}</p>
          <AdoptionForm
            id={`terug-${id}`}
            kind="withdrawDecision"
            fields={[]}
            hidden={{ proposalId: id }}
            submit={t("withdraw")}
          />
        </div>
      )}
    </>
  );
}

function Told({ proposal }: Pick<Props, "proposal">) {
  const t = useTranslations();
  const format = useFormatter();
  const { proposedBy, proposedAt, step } = proposal;
  const told = storedStepSchema.safeParse(step).data;
  const facts = told && [
    [t("adoptions.form.occurredOn"), format.dateTime(new Date(told.occurredOn), "day")],
    [t("adoptions.history.body"), told.body && t(`terms.body.${told.body}`)],
    [t("adoptions.history.reference"), told.reference],
    [t("adoptions.history.reason"), told.reason],
    [t("adoptions.history.nextStep"), told.nextStep],
    [t("adoptions.history.nextOn"), told.nextOn && format.dateTime(new Date(told.nextOn), "day")],
  ];
  return (
    <>
      <p className="mt-2">
        {t("adoptions.proposals.decisionText", {
          name: proposedBy?.name ?? t("adoptions.history.unknown"),
          date: format.dateTime(proposedAt, "day"),
        })}
      </p>
      <dl className="mt-1">
        {facts?.map(([label, value]) =>
          value ? (
            <div key={label} className="flex flex-wrap gap-x-2">
              <dt className="text-soft">{label}:</dt>
              <dd className="whitespace-pre-line">{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </>
  );
}

/** What a public source or the provider says, with its evidence. */
function Fact({ proposal, viewer }: Props) {
  const t = useTranslations("adoptions.proposals");
  const evidence = useEvidenceLabel();
  const day = useEvidenceDay();
  const label = useStatusLabel();
  const { id, now, to, solution, origin, organisation, evidenceKind, evidenceDate, source, note } = proposal;
  const isThere = effectOfFact(now, to, solution) === "nothing";
  const since: FieldSpec = {
    name: "occurredOn",
    label: t(isThere ? "sinceAlready" : "since"),
    help: t("sinceHelp"),
    control: "date",
    max: today(),
  };
  const corrected: FieldSpec = {
    name: "to",
    label: t("corrected"),
    help: t("correctedHelp"),
    control: "select",
    options: factStatuses
      .filter((status) => status !== to && !needsSecondPerson(status))
      .map((value) => ({ value, label: label(value, solution.kind) })),
  };
  return (
    <>
      <p className="mt-2">
        {t("evidence", {
          kind: evidence(origin === "PROVIDER" ? "provider" : evidenceKind),
          date: day(evidenceDate) ?? t("noDate"),
        })}
        {organisation && <span className="block">{organisation.name}</span>}
        <span lang="nl" className="block break-words text-sm">
          <Source source={source} />
        </span>
        {note && (
          <span lang="nl" className="block text-sm text-soft">
            {note}
          </span>
        )}
      </p>
      {canDecideProposal(viewer, proposal) && (
        <Answer
          yes={
            <AdoptionForm
              id={`ja-${id}`}
              kind="confirmFact"
              fields={origin === "HERINDELING" || origin === "PARTNERSHIP" ? [corrected, since] : [since]}
              values={{ occurredOn: exactDay(evidenceDate) }}
              hidden={{ proposalId: id }}
              submit={t("confirmFact")}
            />
          }
          no={<Rejection id={id} kind="rejectFact" submit={t("rejectFact")} />}
          noLabel={t("rejectFact")}
        />
      )}
    </>
  );
}

/** The day of the source as a first guess, where the source names a day that has been. */
function exactDay(evidenceDate: string | null): string {
  const isDay = evidenceDate !== null && /^\d{4}-\d{2}-\d{2}$/.test(evidenceDate);
  return isDay && evidenceDate <= today() ? evidenceDate : "";
}

function Answer({ yes, no, noLabel }: { yes: ReactNode; no: ReactNode; noLabel: string }) {
  return (
    <>
      <div className="mt-4">{yes}</div>
      <details className="mt-4">
        <summary className="link">{noLabel}</summary>
        <div className="mt-3">{no}</div>
      </details>
    </>
  );
}

type RejectionProps = { id: string; kind: "rejectDecision" | "rejectFact"; submit: string };

function Rejection({ id, kind, submit }: RejectionProps) {
  const t = useTranslations("adoptions.proposals");
  return (
    <AdoptionForm
      id={`nee-${id}`}
      kind={kind}
      fields={[{ name: "reason", label: t("rejectReason"), control: "area" }]}
      hidden={{ proposalId: id }}
      submit={submit}
    />
  );
}
