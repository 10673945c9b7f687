import { useTranslations } from "next-intl";
import { ConfirmForm, StepForm } from "@/components/solutions/editor/step-forms";
import { ClientMessages } from "@/components/ui/client-messages";
import type { Locale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";
import type { ManagedSolution } from "@/lib/publications/queries";
import { canApprove, canConfirmFreshness, canDiscard, canEdit, canWithdraw } from "@/lib/solutions/policy";
import { isBeingWritten } from "@/lib/solutions/rules";
import { Freshness } from "./freshness";

type Props = { solution: ManagedSolution; viewer: Viewer; locale: Locale; today: string };

/** How far the text is and what this viewer can do with it now. */
export function EditState(props: Props) {
  const t = useTranslations("manage");
  const { solution, viewer, locale } = props;
  const { edit } = solution;
  const path = `/${locale}/beheer/${solution.slug}`;
  const mayEdit = canEdit(viewer, solution);
  return (
    <section aria-labelledby="nu" className="card mt-6 bg-subtle">
      <h2 id="nu">{t("overview.now")}</h2>
      <p className="measure mt-2">{sentence()}</p>
      {edit?.comment && edit.publication === "CHANGES_REQUESTED" && (
        <blockquote className="measure mt-3 border-edge border-l-4 pl-4">
          <p className="font-semibold">{t("overview.comment")}</p>
          <p className="whitespace-pre-line">{edit.comment}</p>
        </blockquote>
      )}
      {!mayEdit && <p className="mt-2">{t("overview.readOnly")}</p>}
      <p className="mt-4 flex flex-wrap gap-3">
        {mayEdit && (!edit || isBeingWritten(edit.publication)) && (
          <a href={`${path}/bewerken`} className="button">
            {t(edit ? "overview.continue" : "overview.edit")}
          </a>
        )}
        {edit && (
          <a href={`${path}/voorbeeld`} className="button button-quiet">
            {t(
              canApprove(viewer, { ...edit, ...solution, publication: edit.publication })
                ? "overview.judge"
                : "overview.preview",
            )}
          </a>
        )}
        {mayEdit && (
          <a href={`${path}/stappen`} className="button button-quiet">
            {t("overview.steps")}
          </a>
        )}
      </p>
      <Steps {...props} />
    </section>
  );

  function sentence() {
    if (!edit) return t("overview.nothing");
    const author = edit.author ?? t("overview.unknownAuthor");
    if (edit.publication === "IN_REVIEW") return t("overview.review", { author });
    return edit.publication === "DRAFT" ? t("overview.draft", { author }) : t("overview.changes");
  }
}

/** The buttons that need no further look at the text. */
function Steps({ solution, viewer, today }: Props) {
  const t = useTranslations("manage");
  const { edit, id: solutionId, providerId } = solution;
  const subject = edit && { ...edit, providerId };
  return (
    <ClientMessages namespaces={["manage"]}>
      {edit && subject && canWithdraw(viewer, subject) && (
        <div className="mt-4">
          <StepForm step="withdraw" solutionId={solutionId} revision={edit.revision} />
        </div>
      )}
      {edit && subject && canDiscard(viewer, subject) && (
        <details className="mt-4">
          <summary className="link">{t("steps.discardTitle")}</summary>
          <p className="my-2">{t(solution.published ? "steps.discardHelp" : "steps.discardNewHelp")}</p>
          <StepForm step="discard" solutionId={solutionId} revision={edit.revision} />
        </details>
      )}
      {canConfirmFreshness(viewer, solution) && (
        <div className="mt-6">
          <p className="measure mb-3">
            {t("steps.confirmHelp")} {t("list.fresh")}:{" "}
            <Freshness confirmedOn={solution.confirmedOn} today={today} />.
          </p>
          <ConfirmForm solutionId={solutionId} version={solution.version} />
        </div>
      )}
    </ClientMessages>
  );
}
