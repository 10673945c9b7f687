import { useLocale, useTranslations } from "next-intl";
import { AdoptionForm, type FieldSpec } from "@/components/adoptions/adoption-form";
import { FormPage, Warning } from "@/components/adoptions/form-page";
import { useStepLabel } from "@/components/adoptions/use-status-label";
import { canRegisterInterest } from "@/lib/adoptions/policy";
import { isClosed, isOver } from "@/lib/adoptions/rules";
import { today } from "@/lib/core/dates";
import { type OpenRecord, openRecord, type RecordParams, titleOf } from "../open-record";

type Props = { params: RecordParams };

export const generateMetadata = ({ params }: Props) => titleOf(params);

export default async function Page({ params }: Props) {
  const opened = await openRecord(params, "/belangstelling");
  if ("gate" in opened) return opened.gate;
  return <Interest {...opened} />;
}

function Interest(opened: OpenRecord) {
  const t = useTranslations("adoptions.interestPage");
  const { solution, newest } = opened.record;
  const { name } = opened.viewer.organisation;
  const isStatutory = solution.obligation === "STATUTORY";
  return (
    <FormPage title={t(isStatutory ? "statutoryTitle" : "title")} solution={solution} adoption={newest}>
      {newest && !isClosed(newest.status) && <Warning>{t("already", { name })}</Warning>}
      {isOver(solution.phase) && <Warning>{t("over")}</Warning>}
      <p className="mb-5">{t(isStatutory ? "statutoryText" : "text", { name })}</p>
      {canRegisterInterest(opened.viewer, solution) ? (
        <BeginForm {...opened} />
      ) : (
        <Warning>{t("managerOnly", { name })}</Warning>
      )}
    </FormPage>
  );
}

function BeginForm({ viewer, record: { solution } }: OpenRecord) {
  const t = useTranslations("adoptions");
  const locale = useLocale();
  const isStatutory = solution.obligation === "STATUTORY";
  const stepLabel = useStepLabel();
  const person = viewer.user.name ?? "";
  const contact: FieldSpec = {
    name: "contactName",
    label: t("form.contactName"),
    help: t("form.contactHelp"),
    control: "text",
  };
  const statutory: FieldSpec[] = [
    { name: "occurredOn", label: t("form.occurredOnOf.CONNECTING"), control: "date", max: today() },
    { name: "leadName", label: t("form.leadName"), control: "text" },
    { name: "nextOn", label: t("form.nextOnOf.CONNECTING"), control: "date", min: today() },
  ];
  return (
    <AdoptionForm
      id="belangstelling"
      kind={isStatutory ? "statutory" : "interest"}
      fields={isStatutory ? statutory : [contact]}
      values={isStatutory ? { occurredOn: today(), leadName: person } : { contactName: person }}
      hidden={{ solutionId: solution.id }}
      submit={isStatutory ? stepLabel("CONNECTING", solution.kind) : t("interestPage.submit")}
      cancelHref={`/${locale}/voorzieningen/${solution.slug}`}
    />
  );
}
