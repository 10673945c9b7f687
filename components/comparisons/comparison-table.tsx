import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ScrollBox } from "@/components/ui/scroll-box";
import type { ComparedSolution } from "@/lib/comparisons/queries";
import { toComparisonQuery } from "@/lib/comparisons/schema";
import { type Row, type Section, toSections } from "./rows";

type Props = { solutions: ComparedSolution[]; isOnlyDifferences: boolean };

/** Facilities side by side; what differs says so in words, not by colour alone. */
export function ComparisonTable({ solutions, isOnlyDifferences }: Props) {
  const t = useTranslations();
  const format = useFormatter();
  const sections = toSections(solutions, { t, format })
    .map(({ key, rows }) => ({ key, rows: isOnlyDifferences ? rows.filter(({ differs }) => differs) : rows }))
    .filter(({ rows }) => rows.length > 0);
  if (sections.length === 0) return <p className="mt-6">{t("comparisons.noDifferences")}</p>;
  const title = t("comparisons.tableTitle", { count: solutions.length });
  return (
    <ScrollBox label={title} className="mt-4">
      <table className="data-table table-fixed">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th scope="col" className="w-36 sm:w-44 print:w-32">
              {t("comparisons.property")}
            </th>
            {solutions.map((solution) => (
              <Head key={solution.slug} {...{ solution, solutions, isOnlyDifferences }} />
            ))}
          </tr>
        </thead>
        {sections.map((section) => (
          <Rows key={section.key} section={section} columns={solutions.length + 1} />
        ))}
      </table>
      {solutions.length > 1 && <p className="mt-2 text-sm text-soft">{t("comparisons.legend")}</p>}
    </ScrollBox>
  );
}

function Head({ solution, solutions, isOnlyDifferences }: Props & { solution: ComparedSolution }) {
  const t = useTranslations();
  const locale = useLocale();
  const { name, slug, isDemo } = solution;
  const rest = solutions.map((one) => one.slug).filter((one) => one !== slug);
  return (
    <th scope="col" className="w-40 whitespace-normal! sm:w-52 print:w-auto">
      <a href={`/${locale}/voorzieningen/${slug}`} lang="nl">
        {name}
      </a>{" "}
      {isDemo && <span className="tag">{t("common.fictitious")}</span>}
      <a
        href={`/${locale}/vergelijken?${toComparisonQuery(rest, isOnlyDifferences)}`}
        aria-label={t("comparisons.removeName", { name })}
        className="no-print link mt-1 block font-normal"
      >
        {t("comparisons.remove")}
      </a>
    </th>
  );
}

function Rows({ section: { key, rows }, columns }: { section: Section; columns: number }) {
  const t = useTranslations("comparisons.section");
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={columns} className="bg-subtle text-base">
          {t(key)}
        </th>
      </tr>
      {rows.map((row) => (
        <Line key={row.label} row={row} />
      ))}
    </tbody>
  );
}

function Line({ row: { label, values, isDutch, differs } }: { row: Row }) {
  const t = useTranslations("comparisons");
  return (
    <tr>
      <th scope="row" className="hyphens-auto wrap-break-word">
        {label}
        {differs && values.length > 1 && (
          <span className="ml-1 font-normal" title={t("differs")}>
            <span aria-hidden="true">≠</span>
            <span className="sr-only">{t("differs")}</span>
          </span>
        )}
      </th>
      {values.map((value, index) => (
        <td
          key={index}
          lang={isDutch ? "nl" : undefined}
          className={differs ? "break-words" : "break-words text-soft"}
        >
          {value}
        </td>
      ))}
    </tr>
  );
}
