import { useLocale, useTranslations } from "next-intl";
import type { SolutionPhase } from "@/lib/core/generated/prisma/enums";
import type { SolutionDetail } from "@/lib/solutions/queries";
import { successorsOf } from "./relations";

const told = ["SUNSETTING", "RETIRED", "STOPPED", "PAUSED", "DELIBERATELY_LOCAL"] as const;
type ToldPhase = (typeof told)[number];

function isTold(phase: SolutionPhase): phase is ToldPhase {
  return told.some((one) => one === phase);
}

/** A phase in which a gemeente should not simply begin, with the way on. */
export function PhaseNotice({ solution }: { solution: SolutionDetail }) {
  const t = useTranslations("facility.phaseNotice");
  const { phase, phaseReason } = solution;
  if (!isTold(phase)) return null;
  return (
    <aside
      aria-label={t(phase)}
      className="measure mt-6 rounded-md border-2 border-warning-edge bg-warning p-4"
    >
      <p className="font-semibold">{t(phase)}</p>
      {phaseReason && <p lang="nl">{t("reason", { reason: phaseReason })}</p>}
      {phase === "DELIBERATELY_LOCAL" && <p>{t("localText")}</p>}
      {phase === "SUNSETTING" && <p>{t("pointer")}</p>}
      {(phase === "SUNSETTING" || phase === "RETIRED" || phase === "STOPPED") && (
        <Successors solution={solution} />
      )}
    </aside>
  );
}

function Successors({ solution }: { solution: SolutionDetail }) {
  const t = useTranslations("facility.phaseNotice");
  const locale = useLocale();
  const successors = successorsOf(solution);
  if (successors.length === 0) return <p>{t("noSuccessor")}</p>;
  return (
    <p>
      {t("successor")}{" "}
      {successors.map(({ slug, name }) => (
        <a key={slug} href={`/${locale}/voorzieningen/${slug}`} lang="nl" className="link mr-3">
          {name}
        </a>
      ))}
    </p>
  );
}
