import { useLocale, useTranslations } from "next-intl";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { mainStep } from "@/lib/adoptions/rules";
import { useStepLabel } from "./use-status-label";

type Props = { adoption: AdoptionRecord; slug: string };

/** The steps that can follow: the main one as a button, the others as links. */
export function StepLinks({ adoption, slug }: Props) {
  const t = useTranslations("adoptions.record");
  const locale = useLocale();
  const label = useStepLabel();
  const { mayTake } = adoption;
  if (adoption.pending || mayTake.length === 0) return null;
  const main = mainStep(adoption.status, mayTake);
  const others = mayTake.filter((to) => to !== main);
  const { kind } = adoption.solution;
  const hrefOf = (to: string) => `/${locale}/mijn/${slug}/stap?naar=${to}`;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {main && (
        <a href={hrefOf(main)} className="button">
          {label(main, kind, adoption.status === "ON_HOLD")}
        </a>
      )}
      {others.length > 0 && (
        <ul aria-label={t("others")} className="flex flex-wrap gap-x-4 gap-y-1">
          {others.map((to) => (
            <li key={to}>
              <a href={hrefOf(to)}>{label(to, kind)}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
