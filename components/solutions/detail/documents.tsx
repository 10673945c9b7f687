import { useTranslations } from "next-intl";
import type { SolutionDetail } from "@/lib/solutions/queries";

/** What can be read and reused. Only http addresses become links. */
export function Documents({ solution: { homepage, repository, links } }: { solution: SolutionDetail }) {
  const t = useTranslations();
  const own = [
    { label: t("facility.documents.homepage"), url: homepage },
    { label: t("facility.documents.repository"), url: repository },
  ].flatMap(({ label, url }) => (url ? [{ label, url, visibility: "PUBLIC" as const }] : []));
  const all = [...own, ...links].filter(({ url }) => /^https?:\/\//.test(url));
  if (all.length === 0) return <p>{t("facility.documents.none")}</p>;
  return (
    <ul className="grid gap-2">
      {all.map(({ label, url, visibility }) => (
        <li key={`${label} ${url}`} className="flex flex-wrap items-baseline gap-x-3">
          <a href={url}>{label}</a>
          <span className="break-all text-sm text-soft">{new URL(url).hostname}</span>
          {visibility === "GEMEENTEN" && <span className="tag">{t("facility.documents.gemeentenOnly")}</span>}
        </li>
      ))}
    </ul>
  );
}
