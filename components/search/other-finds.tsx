import { useTranslations } from "next-intl";
import type { OrganisationKind } from "@/lib/core/generated/prisma/enums";

type Party = { slug: string; name: string; kind: OrganisationKind; solutions: number; href: string };

/** What else a question finds: gemeenten and organisations by name, above the solutions. */
export function OtherFinds({ parties }: { parties: Party[] }) {
  const t = useTranslations("search.others");
  const kinds = useTranslations("terms.organisationKind");
  if (parties.length === 0) return null;
  return (
    <section aria-labelledby="ook-gevonden" className="card mb-4">
      <h2 id="ook-gevonden" className="text-lg">
        {t("title")}
      </h2>
      <ul className="mt-1 flex flex-wrap gap-x-6 gap-y-1">
        {parties.map(({ slug, name, kind, solutions, href }) => (
          <li key={slug}>
            <a href={href}>{name}</a>{" "}
            <span className="text-sm text-soft">
              {kinds(kind)}
              {kind !== "GEMEENTE" && `, ${t("provides", { count: solutions })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
