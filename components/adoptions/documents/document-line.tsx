import { useFormatter, useTranslations } from "next-intl";
import type { OwnDocument } from "@/lib/adoptions/documents/queries";

type Document = Pick<OwnDocument, "id" | "kind" | "title" | "datedOn" | "format" | "bytes" | "isDemo">;

type Props = {
  document: Document;
  /** What else is told: who may read it, or of whom it is. */
  more?: string;
};

/** A document to download: its title, what it is, of which day, how large. */
export function DocumentLine({ document, more }: Props) {
  const t = useTranslations("documents");
  const common = useTranslations("common");
  const format = useFormatter();
  const { id, kind, title, datedOn, bytes, isDemo } = document;
  const size = useSize(bytes);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <a href={`/api/documenten/${id}`} download lang="nl" className="link wrap-anywhere">
          {title}
        </a>
        {isDemo && <span className="tag">{common("fictitious")}</span>}
      </p>
      <p className="flex flex-wrap gap-x-3 text-sm text-soft">
        <span>
          {t(`kind.${kind}`)} {t("dated", { date: format.dateTime(new Date(datedOn), "day") })}
        </span>
        <span>{t("size", { format: document.format.toUpperCase(), size })}</span>
        {more && <span>{more}</span>}
      </p>
    </>
  );
}

/** A document in one line, where room is scarce: its title, what it is, of which day, about what. */
export function DocumentInWords({ document, about }: { document: Document; about: string }) {
  const t = useTranslations("documents");
  const common = useTranslations("common");
  const format = useFormatter();
  const { id, kind, title, datedOn, isDemo } = document;
  const what = `${t(`kind.${kind}`)} ${t("dated", { date: format.dateTime(new Date(datedOn), "day") })}`;
  return (
    <>
      <a href={`/api/documenten/${id}`} download lang="nl" className="link wrap-anywhere">
        {title}
      </a>
      , {what}, <span lang="nl">{about}</span>
      {isDemo && ` (${common("fictitious")})`}
    </>
  );
}

function useSize(bytes: number): string {
  const format = useFormatter();
  const [value, unit] = bytes < 1e6 ? [Math.ceil(bytes / 1e3), "kilobyte"] : [bytes / 1e6, "megabyte"];
  return format.number(value, { style: "unit", unit, maximumFractionDigits: 1 });
}
