import { useFormatter, useTranslations } from "next-intl";
import { listDifferences } from "@/lib/solutions/rules";
import { type ContentField, contentFields, type SolutionContent } from "@/lib/solutions/schema";
import { ContentValue, isEmpty } from "./content-value";

type Props = { content: SolutionContent; published: SolutionContent | null };

/** The text as visitors will see it; what differs from what they see now is marked in words. */
export function Preview({ content, published }: Props) {
  const changed = published ? listDifferences(content, published) : [];
  const shown = contentFields.filter((field) => changed.includes(field) || !isEmpty(field, content));
  return (
    <>
      <Summary changed={changed} isNew={published === null} />
      <dl className="mt-6 grid gap-5">
        {shown.map((field) => (
          <div key={field} className={changed.includes(field) ? "border-edge border-l-4 pl-4" : "pl-5"}>
            <Part field={field} content={content} before={changed.includes(field) ? published : null} />
          </div>
        ))}
      </dl>
    </>
  );
}

function Summary({ changed, isNew }: { changed: ContentField[]; isNew: boolean }) {
  const t = useTranslations("manage");
  const format = useFormatter();
  if (isNew) return <p className="mt-4">{t("preview.new")}</p>;
  if (changed.length === 0) return <p className="mt-4">{t("preview.same")}</p>;
  const fields = format.list(changed.map((field) => t(`field.${field}`)));
  return <p className="measure mt-4">{t("preview.differences", { count: changed.length, fields })}</p>;
}

type PartProps = { field: ContentField; content: SolutionContent; before: SolutionContent | null };

function Part({ field, content, before }: PartProps) {
  const t = useTranslations("manage");
  return (
    <>
      <dt className="text-sm text-soft">
        {t(`field.${field}`)} {before && <strong className="tag text-ink">{t(`preview.${markOf()}`)}</strong>}
      </dt>
      <dd className={field === "name" || field === "summary" ? "measure text-lg" : "measure"}>
        <ContentValue field={field} content={content} />
      </dd>
      {before && !isEmpty(field, before) && (
        <dd className="measure mt-1 text-sm">
          <strong>{t("preview.was")}</strong> <ContentValue field={field} content={before} />
        </dd>
      )}
    </>
  );

  function markOf() {
    if (before && isEmpty(field, before)) return "added";
    return isEmpty(field, content) ? "removed" : "changed";
  }
}
