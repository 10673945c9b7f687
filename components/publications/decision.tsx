import { useTranslations } from "next-intl";
import { RequestChangesForm, StepForm } from "@/components/solutions/editor/step-forms";
import { ClientMessages } from "@/components/ui/client-messages";
import type { Locale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";
import type { ManagedSolution } from "@/lib/publications/queries";
import { canApprove, canSubmit, hasWritten } from "@/lib/solutions/policy";
import { listObstacles } from "@/lib/solutions/rules";
import { Obstacles } from "./checklist";

type Props = { solution: ManagedSolution; viewer: Viewer; locale: Locale };

/** Below the preview: offer the text, or approve it, as far as this viewer may. */
export function Decision({ solution, viewer, locale }: Props) {
  const t = useTranslations("manage");
  const { edit, published, content } = solution;
  if (!edit) return null;
  const subject = { ...edit, providerId: solution.providerId };
  const step = { solutionId: solution.id, revision: edit.revision };
  if (canApprove(viewer, subject)) return <Verdict {...step} />;
  if (canSubmit(viewer, subject)) {
    const isReady = listObstacles(content, published, solution).length === 0;
    return (
      <section aria-labelledby="aanbieden" className="card mt-10 bg-subtle">
        <h2 id="aanbieden">{t("preview.offer")}</h2>
        <div className="measure mt-3">
          <Obstacles content={content} published={published} facts={solution} />
          {isReady && <p className="mb-4">{t("steps.submitHelp")}</p>}
          <ClientMessages namespaces={["manage"]}>
            {isReady && <StepForm step="submit" {...step} />}
          </ClientMessages>
          <a href={`/${locale}/beheer/${solution.slug}/bewerken`} className="button button-quiet mt-3">
            {t("overview.continue")}
          </a>
        </div>
      </section>
    );
  }
  return hasWritten(viewer, edit) ? <p className="mt-10">{t("steps.ownText")}</p> : null;
}

function Verdict(step: { solutionId: string; revision: number }) {
  const t = useTranslations("manage");
  return (
    <section aria-labelledby="oordeel" className="card mt-10 bg-subtle">
      <h2 id="oordeel">{t("preview.decide")}</h2>
      <ClientMessages namespaces={["manage"]}>
        <p className="measure mt-3 mb-4">{t("steps.publishHelp")}</p>
        <StepForm step="publish" {...step} />
        <p className="measure mt-8 mb-4">{t("steps.requestHelp")}</p>
        <div className="measure">
          <RequestChangesForm {...step} />
        </div>
      </ClientMessages>
    </section>
  );
}
