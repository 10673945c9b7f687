import { useTranslations } from "next-intl";
import type { ContentField, SolutionContent } from "@/lib/solutions/schema";

type Props = { field: ContentField; content: SolutionContent };

/** One part of the text as a visitor reads it; what is empty says so. */
export function ContentValue({ field, content }: Props) {
  const t = useTranslations();
  const label = useTermOf(content);
  if (isEmpty(field, content)) return <span className="text-soft">{t("manage.preview.empty")}</span>;
  switch (field) {
    case "keywords":
    case "standards":
      return <span lang="nl">{content[field].join(", ")}</span>;
    case "links":
      return <LinkList content={content} />;
    case "homepage":
    case "repository":
      return <span className="break-all">{content[field]}</span>;
    case "participationPublic":
      return t(content.participationPublic ? "common.yes" : "common.no");
    case "kind":
    case "theme":
    case "layer":
    case "phase":
    case "obligation":
    case "priceModel":
      return label(field);
    default:
      return (
        <span lang="nl" className="whitespace-pre-line">
          {content[field]}
        </span>
      );
  }
}

/** Is there nothing to read in this part? */
export function isEmpty(field: ContentField, content: SolutionContent): boolean {
  const value = content[field];
  return Array.isArray(value) ? value.length === 0 : value === null || value === "";
}

function useTermOf({ kind, theme, layer, phase, obligation, priceModel }: SolutionContent) {
  const t = useTranslations("terms");
  return (field: "kind" | "theme" | "layer" | "phase" | "obligation" | "priceModel") =>
    ({
      kind: t(`kind.${kind}`),
      theme: t(`theme.${theme}`),
      layer: layer && t(`layer.${layer}`),
      phase: t(`phase.${phase}`),
      obligation: t(`obligation.${obligation}`),
      priceModel: t(`price.${priceModel}`),
    })[field];
}

function LinkList({ content: { links } }: { content: SolutionContent }) {
  const t = useTranslations("manage.preview");
  return (
    <ul>
      {links.map(({ label, url, visibility }, at) => (
        <li key={at}>
          <span lang="nl">{label}</span>: <span className="break-all">{url}</span>
          {visibility === "GEMEENTEN" && ` (${t("gemeentenOnly")})`}
        </li>
      ))}
    </ul>
  );
}
