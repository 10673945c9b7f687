import { useLocale, useTranslations } from "next-intl";
import { Source, useEvidenceDay, useEvidenceLabel } from "@/components/adoptions/reported-facts";
import { useStatusLabel } from "@/components/adoptions/use-status-label";
import { ScrollBox } from "@/components/ui/scroll-box";
import type { GemeenteFact } from "@/lib/dashboard/queries";

/** What public sources say about a gemeente and that it has not confirmed: apart, with evidence. */
export function PublicFacts({ facts }: { facts: GemeenteFact[] }) {
  const t = useTranslations("gemeenten.facts");
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby="openbare-bronnen" className="later">
      <h2 id="openbare-bronnen">{t("title")}</h2>
      <p className="measure mt-2 text-soft">{t("help")}</p>
      <ScrollBox label={t("title")} className="mt-3">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">{t("solution")}</th>
              <th scope="col">{t("state")}</th>
              <th scope="col">{t("evidence")}</th>
              <th scope="col">{t("date")}</th>
              <th scope="col">{t("source")}</th>
            </tr>
          </thead>
          <tbody>
            {facts.map((fact) => (
              <FactRow key={fact.id} fact={fact} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function FactRow({ fact: { solution, to, evidenceKind, evidenceDate, source } }: { fact: GemeenteFact }) {
  const t = useTranslations("gemeenten.facts");
  const locale = useLocale();
  const status = useStatusLabel();
  const evidence = useEvidenceLabel();
  const day = useEvidenceDay();
  return (
    <tr>
      <th scope="row" lang="nl">
        <a href={`/${locale}/voorzieningen/${solution.slug}`}>{solution.name}</a>
      </th>
      <td>{t("unconfirmed", { status: status(to, solution.kind) })}</td>
      <td>{evidence(evidenceKind)}</td>
      <td className="whitespace-nowrap">{day(evidenceDate)}</td>
      <td className="min-w-60 break-words" lang="nl">
        <Source source={source} />
      </td>
    </tr>
  );
}
