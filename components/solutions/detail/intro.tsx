import { useTranslations } from "next-intl";
import type { SolutionDetail } from "@/lib/solutions/queries";

/** The name, the sentence, and the words by which one knows what kind of thing this is. */
export function Intro({ solution }: { solution: SolutionDetail }) {
  const t = useTranslations();
  const { name, summary, kind, phase, theme, obligation } = solution;
  return (
    <header>
      <h1 lang="nl">{name}</h1>
      <p className="mt-3 flex flex-wrap gap-2">
        <span className="tag">{t(`terms.kind.${kind}`)}</span>
        <span className="tag">{t(`terms.phase.${phase}`)}</span>
        <span className="tag">{t(`terms.theme.${theme}`)}</span>
        {obligation !== "VOLUNTARY" && <span className="tag">{t(`terms.obligation.${obligation}`)}</span>}
        {solution.isDemo && <span className="tag">{t("common.fictitious")}</span>}
      </p>
      <p lang="nl" className="measure mt-4 text-lg">
        {summary}
      </p>
    </header>
  );
}
