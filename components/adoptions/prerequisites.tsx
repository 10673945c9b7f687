import { useLocale, useTranslations } from "next-intl";
import type { SolutionRecord } from "@/lib/adoptions/portfolio/queries";
import { StatusBadge } from "./status-badge";

type Props = { prerequisites: SolutionRecord["prerequisites"] };

/** What my gemeente must have in use first, with how far it is with each. */
export function Prerequisites({ prerequisites }: Props) {
  const t = useTranslations("adoptions.prerequisites");
  const locale = useLocale();
  if (prerequisites.length === 0) return null;
  return (
    <section aria-labelledby="eerst-nodig" className="mt-8">
      <h2 id="eerst-nodig">{t("title")}</h2>
      <p className="mt-2">{t("help")}</p>
      <ul className="mt-3 grid gap-2">
        {prerequisites.map(({ slug, name, kind, status, isMet }) => (
          <li key={slug} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <a href={`/${locale}/mijn/${slug}`} lang="nl">
              {name}
            </a>
            <span className={isMet ? "" : "font-semibold"}>{t(isMet ? "met" : "unmet")}</span>
            {status ? (
              <StatusBadge status={status} kind={kind} />
            ) : (
              <span className="text-sm text-soft">{t("none")}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
