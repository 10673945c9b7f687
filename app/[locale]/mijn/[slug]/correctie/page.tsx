import { redirect } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AdoptionForm, type FieldSpec } from "@/components/adoptions/adoption-form";
import { FormPage, Warning } from "@/components/adoptions/form-page";
import { useStatusLabel } from "@/components/adoptions/use-status-label";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { today } from "@/lib/core/dates";
import { openRecord, type RecordParams, titleOf } from "../open-record";

type Props = { params: RecordParams };

export const generateMetadata = ({ params }: Props) => titleOf(params);

export default async function Page({ params }: Props) {
  const opened = await openRecord(params);
  if ("gate" in opened) return opened.gate;
  const { record, locale } = opened;
  if (!record.newest) redirect(`/${locale}/mijn/${record.solution.slug}`);
  return <Correction adoption={record.newest} />;
}

function Correction({ adoption }: { adoption: AdoptionRecord }) {
  const t = useTranslations("adoptions");
  const locale = useLocale();
  const { solution, correctable } = adoption;
  const fields = useCorrectionFields(adoption);
  return (
    <FormPage title={t("correctPage.title")} solution={solution} adoption={adoption}>
      <p className="mb-5">{t("correctPage.text")}</p>
      {adoption.pending && <Warning>{t("stepPage.pending")}</Warning>}
      {!adoption.canMove && <Warning>{t("stepPage.notManager")}</Warning>}
      {correctable.length === 0 && <Warning>{t("correctPage.nothing")}</Warning>}
      {adoption.canMove && correctable.length > 0 && (
        <AdoptionForm
          id="correctie"
          kind="correction"
          fields={fields}
          hidden={{ adoptionId: adoption.id, version: String(adoption.version) }}
          submit={t("correctPage.submit")}
          cancelHref={`/${locale}/mijn/${solution.slug}`}
        />
      )}
    </FormPage>
  );
}

function useCorrectionFields({ correctable, solution }: AdoptionRecord): FieldSpec[] {
  const t = useTranslations("adoptions.form");
  const label = useStatusLabel();
  const options = correctable.map((status) => ({ value: status, label: label(status, solution.kind) }));
  return [
    { name: "to", label: t("correctTo"), control: "select", options },
    { name: "occurredOn", label: t("correctSince"), control: "date", max: today() },
    { name: "reason", label: t("correctReason"), help: t("reasonHelp"), control: "area" },
  ];
}
