import { redirect } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AdoptionForm } from "@/components/adoptions/adoption-form";
import { FormPage, Warning } from "@/components/adoptions/form-page";
import { useTaskFields } from "@/components/adoptions/use-task-fields";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { today } from "@/lib/core/dates";
import { openRecord, type RecordParams, titleOf } from "../../open-record";

type Props = { params: RecordParams };

export const generateMetadata = ({ params }: Props) => titleOf(params);

export default async function Page({ params }: Props) {
  const opened = await openRecord(params);
  if ("gate" in opened) return opened.gate;
  const { record, locale } = opened;
  if (!record.newest) redirect(`/${locale}/mijn/${record.solution.slug}`);
  return <NewTask adoption={record.newest} />;
}

function NewTask({ adoption }: { adoption: AdoptionRecord }) {
  const t = useTranslations("adoptions.tasks");
  const locale = useLocale();
  const fields = useTaskFields({ isNew: true, today: today() });
  const { id, solution, canKeepTasks } = adoption;
  return (
    <FormPage title={t("newTitle")} solution={solution} adoption={adoption}>
      {canKeepTasks ? (
        <AdoptionForm
          id="taak"
          kind="newTask"
          fields={fields}
          hidden={{ adoptionId: id }}
          submit={t("add")}
          cancelHref={`/${locale}/mijn/${solution.slug}`}
        />
      ) : (
        <Warning>{t("notKeeper")}</Warning>
      )}
    </FormPage>
  );
}
