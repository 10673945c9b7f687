import { notFound } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AdoptionForm } from "@/components/adoptions/adoption-form";
import { FormPage, Warning } from "@/components/adoptions/form-page";
import { useTaskFields } from "@/components/adoptions/use-task-fields";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { getTask, type Task } from "@/lib/adoptions/tasks/queries";
import { today } from "@/lib/core/dates";
import { openRecord, titleOf } from "../../open-record";

type Props = { params: Promise<{ locale: string; slug: string; nummer: string }> };

export const generateMetadata = ({ params }: Props) => titleOf(params);

export default async function Page({ params }: Props) {
  const opened = await openRecord(params);
  if ("gate" in opened) return opened.gate;
  const { newest } = opened.record;
  const { nummer } = await params;
  const task = newest && (await getTask(opened.viewer, newest.id, Number(nummer)));
  if (!newest || !task) notFound();
  return <EditTask adoption={newest} task={task} />;
}

type TaskProps = { adoption: AdoptionRecord; task: Task };

function EditTask({ adoption, task }: TaskProps) {
  const t = useTranslations("adoptions.tasks");
  const locale = useLocale();
  const fields = useTaskFields({ isNew: false, today: today() });
  const { label, ownerName, dueOn, doneOn, evidence, note } = task;
  const texts = { ownerName, dueOn, doneOn, evidence, note };
  const known = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value ?? ""]));
  return (
    <FormPage title={t("editTitle")} solution={adoption.solution} adoption={adoption}>
      {adoption.canKeepTasks ? (
        <>
          <AdoptionForm
            id="taak"
            kind="task"
            fields={fields}
            values={{ label, ...known }}
            hidden={{ taskId: task.id, version: String(task.version) }}
            submit={t("save")}
            cancelHref={`/${locale}/mijn/${adoption.solution.slug}`}
          />
          <Remove task={task} />
        </>
      ) : (
        <Warning>{t("notKeeper")}</Warning>
      )}
    </FormPage>
  );
}

function Remove({ task: { id, version } }: { task: Task }) {
  const t = useTranslations("adoptions.tasks");
  return (
    <section className="mt-10">
      <h2>{t("removeTitle")}</h2>
      <p className="mt-2 mb-3">{t("removeText")}</p>
      <AdoptionForm
        id="weg"
        kind="removeTask"
        fields={[]}
        hidden={{ taskId: id, version: String(version) }}
        submit={t("remove")}
        isQuiet
      />
    </section>
  );
}
