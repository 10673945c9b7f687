import { useFormatter, useLocale, useTranslations } from "next-intl";
import { StatusBadge } from "@/components/adoptions/status-badge";
import type { Reviews } from "@/lib/reviews/queries";
import type { SolutionDetail } from "@/lib/solutions/queries";
import { relatedTo } from "./relations";

type Props = { solution: SolutionDetail; leadTime: Reviews["leadTime"]; isGemeente: boolean };

/** What is needed first, with where my gemeente stands, and how long others took. */
export function Prerequisites({ solution, leadTime, isGemeente }: Props) {
  const t = useTranslations("facility.first");
  const format = useFormatter();
  const needed = relatedTo(solution, "REQUIRES");
  return (
    <>
      <p className="measure">{needed.length > 0 ? t("intro") : t("none")}</p>
      <ul className="mt-2 grid gap-2">
        {needed.map((one) => (
          <Needed key={one.id} solution={one} isGemeente={isGemeente} />
        ))}
      </ul>
      {leadTime.mean !== null && (
        <p className="measure mt-3">
          {t("leadTime", { mean: format.number(leadTime.mean, "decimal"), count: leadTime.given })}
        </p>
      )}
    </>
  );
}

type NeededProps = { solution: SolutionDetail["relationsFrom"][number]["to"]; isGemeente: boolean };

function Needed({ solution: { slug, name, kind, adoptions }, isGemeente }: NeededProps) {
  const t = useTranslations("facility.first");
  const locale = useLocale();
  const [own] = adoptions;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3">
      <a href={`/${locale}/voorzieningen/${slug}`} lang="nl">
        {name}
      </a>
      {isGemeente && (
        <span className="text-sm">
          {t("own")} {own ? <StatusBadge status={own.status} kind={kind} /> : t("ownUnknown")}
        </span>
      )}
    </li>
  );
}
