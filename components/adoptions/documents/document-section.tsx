import { useLocale, useTranslations } from "next-intl";
import type { OwnDocument, SharedDocument } from "@/lib/adoptions/documents/queries";
import { DocumentLine } from "./document-line";

type Props = {
  documents: OwnDocument[];
  /** The page where they are kept, without the language; null for who does not keep them. */
  room: string | null;
};

/** The documents behind the decisions of my gemeente about one facility. */
export function DocumentSection({ documents, room }: Props) {
  const t = useTranslations("documents");
  const locale = useLocale();
  const tellOf = ({ visibility, predecessor }: OwnDocument) =>
    [t(`visibility.${visibility}`), ...(predecessor ? [t("predecessor", { name: predecessor })] : [])].join(
      "; ",
    );
  return (
    <section aria-labelledby="documenten" className="mt-10">
      <h2 id="documenten">{t("title")}</h2>
      {documents.length === 0 ? (
        <p className="mt-2">{t("none")}</p>
      ) : (
        <ul className="mt-3">
          {documents.map((document) => (
            <li key={document.id} className="border-line border-t py-3">
              <DocumentLine document={document} more={tellOf(document)} />
            </li>
          ))}
        </ul>
      )}
      {room && (
        <p className="no-print mt-3">
          <a href={`/${locale}${room}`}>{t("manage")}</a>
        </p>
      )}
    </section>
  );
}

/** What gemeenten share of their decisions about a facility; nothing where there is none. */
export function SharedDocuments({ documents }: { documents: SharedDocument[] }) {
  const t = useTranslations("documents");
  if (documents.length === 0) return null;
  return (
    <section aria-labelledby="gedeeld" className="mt-10">
      <h2 id="gedeeld">{t("shared")}</h2>
      <p className="mt-2 text-soft">{t("sharedHelp")}</p>
      <ul className="mt-3">
        {documents.map((document) => (
          <li key={document.id} className="border-line border-t py-3">
            <DocumentLine document={document} more={document.gemeente.name} />
          </li>
        ))}
      </ul>
    </section>
  );
}
