import { useFormatter, useLocale, useTranslations } from "next-intl";
import { StatusBadge } from "@/components/adoptions/status-badge";
import { Theme } from "@/lib/core/generated/prisma/enums";
import type { PortfolioItem } from "@/lib/dashboard/queries";

/** How much of the portfolio the viewer sees, which the page says. */
export type PortfolioScope = "own" | "shared" | "provider" | "public" | "supplier";

type Props = { items: PortfolioItem[]; scope: PortfolioScope; name: string };

/** What a gemeente takes part in, by theme, as far as the viewer may know. */
export function Portfolio({ items, scope, name }: Props) {
  const t = useTranslations("gemeenten.portfolio");
  const terms = useTranslations("terms.theme");
  const themes = Object.values(Theme).filter((theme) =>
    items.some(({ solution }) => solution.theme === theme),
  );
  return (
    <section aria-labelledby="portfolio" className="later">
      <h2 id="portfolio">{t("title")}</h2>
      <p className="measure mt-2 text-soft">{t(`scope.${scope}`)}</p>
      {items.length === 0 && scope !== "supplier" && <p className="mt-4">{t("empty", { name })}</p>}
      <div className="mt-2 gap-x-10 md:columns-2">
        {themes.map((theme) => (
          <section key={theme} className="break-inside-avoid pt-4">
            <h3>{terms(theme)}</h3>
            <ul className="mt-1">
              {items
                .filter(({ solution }) => solution.theme === theme)
                .map((item) => (
                  <Item key={item.solutionId} item={item} />
                ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

function Item({ item: { solution, status, since, isDemo, isHidden } }: { item: PortfolioItem }) {
  const t = useTranslations("gemeenten.portfolio");
  const fictitious = useTranslations("common")("fictitious");
  const locale = useLocale();
  const format = useFormatter();
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-line border-b py-1.5">
      <a href={`/${locale}/voorzieningen/${solution.slug}`} lang="nl" className="link grow">
        {solution.name}
      </a>
      {isHidden && <span className="tag">{t("hidden")}</span>}
      {isDemo && <span className="tag">{fictitious}</span>}
      <StatusBadge status={status} kind={solution.kind} />
      <span className="text-sm text-soft">
        {t("since", { date: format.dateTime(new Date(since), "month") })}
      </span>
    </li>
  );
}
