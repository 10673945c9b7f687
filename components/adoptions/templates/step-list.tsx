import { useTranslations } from "next-intl";
import { ClientMessages } from "@/components/ui/client-messages";
import { Notice } from "@/components/ui/notice";
import type { StepList } from "@/lib/adoptions/templates/queries";
import type { SolutionKind, StepEdit } from "@/lib/adoptions/templates/schema";
import { AddStep, ChangeStep, MoveStep, ResetSteps } from "./step-forms";

type Props = {
  list: StepList;
  /** Of a solution: its kind, whose steps it has while it has none of its own. */
  kind?: SolutionKind;
  notice: StepEdit["edit"] | undefined;
};

/** The usual steps of a kind or a solution, to be added to, changed, ordered and taken away. */
export function StepListEditor({ list, kind, notice }: Props) {
  const t = useTranslations();
  const { labels, isOfKind, isDemo } = list;
  const of = { scope: list.scope, version: list.version };
  return (
    <div className="measure">
      {notice && <Notice>{t(`stepLists.notice.${notice}`)}</Notice>}
      <p className="mt-4">{t(kind ? "stepLists.introSolution" : "stepLists.introKind")}</p>
      <p className="mt-2">{t("stepLists.existing")}</p>
      {kind && isOfKind && (
        <p className="mt-4 font-semibold">{t("stepLists.ofKind", { kind: t(`terms.kind.${kind}`) })}</p>
      )}
      {isDemo && (
        <p className="mt-4">
          <span className="tag">{t("common.fictitious")}</span> {t("stepLists.demo")}
        </p>
      )}
      <ClientMessages namespaces={["stepLists"]}>
        <section aria-labelledby="stappen" className="mt-8">
          <h2 id="stappen">{t("stepLists.list")}</h2>
          {labels.length === 0 && <p className="mt-2">{t("stepLists.none")}</p>}
          <ol className="mt-3">
            {labels.map((label, at) => (
              <Step key={label} {...{ of, label }} position={at + 1} isLast={at === labels.length - 1} />
            ))}
          </ol>
        </section>
        <section aria-labelledby="erbij" className="mt-8">
          <h2 id="erbij" className="mb-3">
            {t("stepLists.addTitle")}
          </h2>
          <AddStep {...of} />
        </section>
        {kind && !isOfKind && (
          <section aria-labelledby="terug" className="mt-10">
            <h2 id="terug">{t("stepLists.resetTitle")}</h2>
            <p className="mt-2 mb-3">{t("stepLists.resetText", { kind: t(`terms.kind.${kind}`) })}</p>
            <ResetSteps {...of} />
          </section>
        )}
      </ClientMessages>
    </div>
  );
}

type StepProps = {
  of: { scope: string; version: string };
  position: number;
  label: string;
  isLast: boolean;
};

function Step({ of, position, label, isLast }: StepProps) {
  const t = useTranslations("stepLists");
  const step = { of, position, label };
  return (
    <li className="border-line border-t py-3">
      <p>
        <span className="text-soft">{position}.</span> <span lang="nl">{label}</span>
      </p>
      <details className="mt-1">
        <summary className="link">
          {t("edit")}
          <span className="sr-only">: {label}</span>
        </summary>
        <div className="mt-3 mb-4">
          <ChangeStep {...step} />
          <div className="mt-5 flex flex-wrap items-start gap-4">
            {position > 1 && <MoveStep {...step} edit="up" />}
            {!isLast && <MoveStep {...step} edit="down" />}
            <MoveStep {...step} edit="remove" />
          </div>
        </div>
      </details>
    </li>
  );
}
