import { stringify } from "csv-stringify/sync";
import { getFormatter, getTranslations } from "next-intl/server";
import { toSections } from "@/components/comparisons/rows";
import { compareSolutions } from "@/lib/comparisons/queries";
import { comparisonSearch } from "@/lib/comparisons/schema";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";

/** A comparison as a CSV file, with what this viewer may see; opens in a spreadsheet. */
export async function GET(request: Request): Promise<Response> {
  const params = new URL(request.url).searchParams;
  const locale = toLocale(params.get("taal"));
  const { slugs } = comparisonSearch.parse({ v: params.getAll("v") });
  const [t, format, viewer] = await Promise.all([
    getTranslations({ locale }),
    getFormatter({ locale }),
    getViewer(),
  ]);
  const solutions = await compareSolutions(viewer, slugs);
  const rows = toSections(solutions, { t, format }).flatMap(({ key, rows: lines }) =>
    lines.map(({ label, values }) => [t(`comparisons.section.${key}`), label, ...values]),
  );
  const head = ["", t("comparisons.property"), ...solutions.map(({ name }) => name)];
  // A cell that begins like a formula stays text (escape_formulas); the mark tells Excel that it is UTF-8.
  const body = stringify([head, ...rows], { bom: true, delimiter: ";", escape_formulas: true });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="vergelijking.csv"',
      "Cache-Control": "private, no-store",
    },
  });
}
