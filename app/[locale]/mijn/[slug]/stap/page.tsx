import { redirect } from "next/navigation";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { AdoptionForm } from "@/components/adoptions/adoption-form";
import { FormPage, Warning } from "@/components/adoptions/form-page";
import { Prerequisites } from "@/components/adoptions/prerequisites";
import { useStatusLabel, useStepLabel } from "@/components/adoptions/use-status-label";
import { useStepFields } from "@/components/adoptions/use-step-fields";
import type { AdoptionRecord, SolutionRecord } from "@/lib/adoptions/portfolio/queries";
import { type AdoptionStatus, needsSecondPerson } from "@/lib/adoptions/rules";
import { toStatus } from "@/lib/adoptions/schema";
import { today } from "@/lib/core/dates";
import { openRecord, type RecordParams, titleOf } from "../open-record";

type Props = { params: RecordParams; searchParams: Promise<{ naar?: string | string[] }> };

export const generateMetadata = ({ params }: Props) => titleOf(params);

export default async function Page({ params, searchParams }: Props) {
  const opened = await openRecord(params);
  if ("gate" in opened) return opened.gate;
  const { record, locale } = opened;
  const to = toStatus((await searchParams).naar);
  if (!to || !record.newest) redirect(`/${locale}/mijn/${record.solution.slug}`);
  return <Step adoption={record.newest} to={to} prerequisites={record.prerequisites} />;
}

type StepProps = { adoption: AdoptionRecord; to: AdoptionStatus };
type PageProps = StepProps & Pick<SolutionRecord, "prerequisites">;

function Step({ adoption, to, prerequisites }: PageProps) {
  const t = useTranslations("adoptions");
  const locale = useLocale();
  const stepLabel = useStepLabel();
  const { solution, leadName, contactName, coverage, departments } = adoption;
  const mayTake = adoption.canMove || adoption.mayTake.includes(to);
  const day = today();
  const fields = useStepFields({ to, obligation: solution.obligation, today: day, earliest: adoption.since });
  const label = stepLabel(to, solution.kind, adoption.status === "ON_HOLD");
  const known = { leadName, contactName, departments, coverage: coverage?.toString() ?? null };
  return (
    <FormPage title={label} solution={solution} adoption={adoption}>
      <Advice adoption={adoption} to={to} />
      <Prerequisites prerequisites={prerequisites} />
      {mayTake && (
        <AdoptionForm
          id="stap"
          kind={{ step: to }}
          fields={fields}
          values={{ occurredOn: day, ...withoutNull(known) }}
          hidden={{ adoptionId: adoption.id, version: String(adoption.version), to }}
          submit={needsSecondPerson(to) ? t("stepPage.askConfirmation") : label}
          cancelHref={`/${locale}/mijn/${solution.slug}`}
        />
      )}
    </FormPage>
  );
}

/** What to know before; the form stays, so that nothing typed is lost when somebody else was first. */
function Advice({ adoption, to }: StepProps) {
  const t = useTranslations("adoptions.stepPage");
  const statusLabel = useStatusLabel();
  const format = useFormatter();
  if (!adoption.canMove && !adoption.mayTake.includes(to)) return <Warning>{t("notManager")}</Warning>;
  if (adoption.pending) return <Warning>{t("pending")}</Warning>;
  if (!adoption.next.includes(to)) {
    const status = statusLabel(adoption.status, adoption.solution.kind);
    const date = format.dateTime(new Date(adoption.since), "day");
    return <Warning>{t("notAllowed", { status, date })}</Warning>;
  }
  return needsSecondPerson(to) ? <p className="mb-5">{t("secondPerson")}</p> : null;
}

function withoutNull(values: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, value]])),
  );
}
