import { useLocale, useTranslations } from "next-intl";

/** Everything else that is done with the portfolio, one link each; what only a manager does only for them. */
export function PortfolioTools({ isManager, mayHandOver }: { isManager: boolean; mayHandOver: boolean }) {
  const t = useTranslations();
  const locale = useLocale();
  const links = [
    { path: "overzicht", label: t("portfolio.summary.title"), show: true },
    { path: "rapport", label: t("portfolio.report.title"), show: true },
    { path: "importeren", label: t("portfolio.import.title"), show: true },
    { path: "vergelijkbaar", label: t("peers.link"), show: true },
    { path: "bevestigen", label: t("portfolio.still.title"), show: isManager },
    { path: "overdragen", label: t("portfolio.handOver.title"), show: mayHandOver },
  ];
  return (
    <nav aria-label={t("portfolio.tools")} className="no-print mt-8">
      <ul className="flex flex-wrap gap-x-6 gap-y-2">
        {links
          .filter(({ show }) => show)
          .map(({ path, label }) => (
            <li key={path}>
              <a href={`/${locale}/mijn/${path}`}>{label}</a>
            </li>
          ))}
      </ul>
    </nav>
  );
}
