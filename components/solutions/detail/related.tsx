import { useLocale, useTranslations } from "next-intl";
import type { SolutionDetail } from "@/lib/solutions/queries";
import { listRelated } from "./relations";

/** Facilities that this one is made of, belongs to, replaces or works with. */
export function Related({ solution }: { solution: SolutionDetail }) {
  const t = useTranslations();
  const locale = useLocale();
  return listRelated(solution).map(({ key, solutions }) => (
    <div key={key} className="mb-5 print:mb-1 print:flex print:gap-2">
      <h3 className="text-base">{t(`facility.related.${key}`)}</h3>
      <ul className="mt-1 grid gap-1 print:mt-0 print:flex print:flex-wrap print:gap-x-4">
        {solutions.map(({ slug, name, summary, phase }) => (
          <li key={slug} className="measure" lang="nl">
            <a href={`/${locale}/voorzieningen/${slug}`}>{name}</a>{" "}
            <span className="text-sm text-soft print:hidden">
              (<span lang={locale}>{t(`terms.phase.${phase}`)}</span>) {summary}
            </span>
          </li>
        ))}
      </ul>
    </div>
  ));
}
