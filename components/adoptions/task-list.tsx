import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ClientMessages } from "@/components/ui/client-messages";
import type { Task } from "@/lib/adoptions/tasks/queries";
import { isLate, progressOf } from "@/lib/adoptions/tasks/rules";
import { isLink } from "@/lib/adoptions/tasks/schema";
import { AdoptionForm } from "./adoption-form";

type Props = {
  tasks: Task[];
  adoptionId: string;
  /** The page of the adoption, without the language. */
  room: string;
  canKeep: boolean;
  today: string;
};

/** The steps and tasks of an adoption: how far, who, when, and what shows it. */
export function TaskList({ tasks, adoptionId, room, canKeep, today }: Props) {
  const t = useTranslations("adoptions.tasks");
  const locale = useLocale();
  const hasTemplate = tasks.some(({ isOwn }) => !isOwn);
  return (
    <section aria-labelledby="taken" className="mt-10">
      <h2 id="taken">{t("title")}</h2>
      {tasks.length === 0 ? <p className="mt-2">{t("none")}</p> : <Progress tasks={tasks} today={today} />}
      <ClientMessages namespaces={[]}>
        <ol className="mt-4">
          {tasks.map((task) => (
            <Row key={task.id} {...{ task, room, canKeep, today }} />
          ))}
        </ol>
        {canKeep && (
          <div className="no-print mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
            {!hasTemplate && (
              <AdoptionForm
                id="klaarzetten"
                kind="prepareTasks"
                fields={[]}
                hidden={{ adoptionId }}
                submit={t("prepare")}
                isQuiet
              />
            )}
            <a href={`/${locale}${room}/taken/nieuw`}>{t("add")}</a>
          </div>
        )}
      </ClientMessages>
      <p className="mt-3 text-sm text-soft">{t("only")}</p>
    </section>
  );
}

function Progress({ tasks, today }: Pick<Props, "tasks" | "today">) {
  const t = useTranslations("adoptions.tasks");
  const { done, total, late } = progressOf(tasks, today);
  return (
    <p className="mt-2 flex flex-wrap items-center gap-x-3">
      <progress value={done} max={total} aria-labelledby="voortgang" />
      <span id="voortgang">{t("progress", { done, total })}</span>
      {late > 0 && <span className="font-semibold text-negative">{t("late", { count: late })}</span>}
    </p>
  );
}

type RowProps = { task: Task } & Pick<Props, "room" | "canKeep" | "today">;

function Row({ task, room, canKeep, today }: RowProps) {
  const t = useTranslations();
  const locale = useLocale();
  const { id, label, isOwn, doneOn, version, position, isDemo } = task;
  return (
    <li className="border-line border-t py-3">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <span className={doneOn ? "" : "font-semibold"} lang="nl">
          {label}
        </span>
        {isOwn && <span className="tag">{t("adoptions.tasks.own")}</span>}
        {isDemo && <span className="tag">{t("common.fictitious")}</span>}
      </p>
      <Facts task={task} today={today} />
      {canKeep && (
        <div className="no-print mt-2 flex flex-wrap items-center gap-x-5 gap-y-2">
          {!doneOn && (
            <AdoptionForm
              id={`klaar-${position}`}
              kind="completeTask"
              fields={[]}
              hidden={{ taskId: id, version: String(version) }}
              submit={<Named text={t("adoptions.tasks.complete")} label={label} />}
              isQuiet
            />
          )}
          <a href={`/${locale}${room}/taken/${position}`}>
            <Named text={t("adoptions.tasks.edit")} label={label} />
          </a>
        </div>
      )}
    </li>
  );
}

function Named({ text, label }: { text: string; label: string }) {
  return (
    <>
      {text}
      <span className="sr-only">: {label}</span>
    </>
  );
}

function Facts({ task, today }: { task: Task; today: string }) {
  const t = useTranslations("adoptions.tasks");
  const format = useFormatter();
  const { ownerName, dueOn, doneOn, doneBy, evidence, note } = task;
  const day = (value: string) => format.dateTime(new Date(value), "day");
  return (
    <>
      <p className="flex flex-wrap gap-x-4 text-sm text-soft">
        {ownerName && <span>{t("owner", { name: ownerName })}</span>}
        {dueOn && !doneOn && <span>{t("due", { date: day(dueOn) })}</span>}
        {isLate(task, today) && <span className="font-semibold text-negative">{t("isLate")}</span>}
        {doneOn && (
          <span>
            {doneBy ? t("doneBy", { date: day(doneOn), name: doneBy }) : t("done", { date: day(doneOn) })}
          </span>
        )}
      </p>
      {evidence && (
        <p className="text-sm wrap-anywhere">
          {t("evidence")}: {isLink(evidence) ? <a href={evidence}>{evidence}</a> : evidence}
        </p>
      )}
      {note && (
        <p className="text-sm whitespace-pre-line">
          {t("note")}: {note}
        </p>
      )}
    </>
  );
}
