import { redirect } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AdoptionForm } from "@/components/adoptions/adoption-form";
import { FormPage, Warning } from "@/components/adoptions/form-page";
import { PlanForm } from "@/components/adoptions/plan-form";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { nobody } from "@/lib/adoptions/schema";
import { listColleagues } from "@/lib/adoptions/tasks/queries";
import { today } from "@/lib/core/dates";
import { openRecord, type RecordParams, titleOf } from "../open-record";

type Props = { params: RecordParams };

export const generateMetadata = ({ params }: Props) => titleOf(params);

export default async function Page({ params }: Props) {
  const opened = await openRecord(params);
  if ("gate" in opened) return opened.gate;
  const { record, locale } = opened;
  if (!record.newest) redirect(`/${locale}/mijn/${record.solution.slug}`);
  const colleagues = await listColleagues(opened.viewer);
  return <Plan adoption={record.newest} colleagues={colleagues} />;
}

type PlanProps = { adoption: AdoptionRecord; colleagues: { id: string; name: string }[] };

function Plan({ adoption, colleagues }: PlanProps) {
  const t = useTranslations("adoptions");
  const locale = useLocale();
  return (
    <FormPage title={t("planPage.title")} solution={adoption.solution} adoption={adoption}>
      {adoption.pending && <Warning>{t("stepPage.pending")}</Warning>}
      {adoption.canMove ? (
        <PlanForm
          id="planning"
          adoption={adoption}
          today={today()}
          cancelHref={`/${locale}/mijn/${adoption.solution.slug}`}
        />
      ) : (
        <Warning>{t("stepPage.notManager")}</Warning>
      )}
      {adoption.canMove && <Lead adoption={adoption} colleagues={colleagues} />}
    </FormPage>
  );
}

/** Who carries it out, beside the manager. */
function Lead({ adoption: { id, version, leadId }, colleagues }: PlanProps) {
  const t = useTranslations("adoptions.lead");
  const options = [
    { value: nobody, label: t("nobody") },
    ...colleagues.map((colleague) => ({ value: colleague.id, label: colleague.name })),
  ];
  return (
    <section className="mt-10">
      <h2>{t("title")}</h2>
      <p className="mt-2 mb-4">{t("text")}</p>
      <AdoptionForm
        id="taakhouder"
        kind="lead"
        fields={[{ name: "leadId", label: t("label"), control: "select", options }]}
        values={{ leadId: leadId ?? nobody }}
        hidden={{ adoptionId: id, version: String(version) }}
        submit={t("submit")}
        isQuiet
      />
    </section>
  );
}
