import { useFormatter, useTranslations } from "next-intl";
import { ScrollBox } from "@/components/ui/scroll-box";
import type { PublishedVersion } from "@/lib/publications/queries";

/** What was published when, by which two people. */
export function VersionsTable({ versions }: { versions: PublishedVersion[] }) {
  const t = useTranslations();
  const format = useFormatter();
  if (versions.length === 0) return <p className="mt-2">{t("manage.versions.none")}</p>;
  return (
    <ScrollBox label={t("manage.versions.title")}>
      <table className="data-table">
        <thead>
          <tr>
            {(["number", "published", "author", "approver"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`manage.versions.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {versions.map(({ number, publishedAt, author, approver, isDemo }) => (
            <tr key={number}>
              <th scope="row">
                {number} {isDemo && <span className="tag">{t("common.fictitious")}</span>}
              </th>
              <td>{publishedAt && format.dateTime(publishedAt, "short")}</td>
              <td>{author ?? t("manage.versions.imported")}</td>
              <td>{approver ?? "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
