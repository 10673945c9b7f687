import { useTranslations } from "next-intl";

/** The questions of the page, in the order in which a gemeente decides. */
export const sections = [
  { id: "wat", key: "what" },
  { id: "deelname", key: "who" },
  { id: "oordelen", key: "think" },
  { id: "kosten", key: "cost" },
  { id: "eerst-regelen", key: "first" },
  { id: "documenten", key: "documents" },
  { id: "verwant", key: "related" },
  { id: "geschiedenis", key: "history" },
] as const;

type Props = { hasRelated: boolean };

export function Contents({ hasRelated }: Props) {
  const t = useTranslations("facility");
  const shown = sections.filter(({ key }) => key !== "related" || hasRelated);
  return (
    <nav aria-label={t("contents")} className="no-print text-sm">
      <h2 className="text-base">{t("contents")}</h2>
      <ul className="mt-1">
        {shown.map(({ id, key }) => (
          <li key={id} className="py-0.5">
            <a href={`#${id}`}>{t(`${key}.short`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
