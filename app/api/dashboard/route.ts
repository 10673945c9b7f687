import { getTranslations } from "next-intl/server";
import { toLines } from "@/components/dashboard/files";
import { parts } from "@/components/dashboard/links";
import { makeFileWords } from "@/components/dashboard/words";
import { toCsv } from "@/lib/core/csv";
import { today } from "@/lib/core/dates";
import { DomainError } from "@/lib/core/errors";
import { handleDownload } from "@/lib/core/http";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { getOverview } from "@/lib/dashboard/overview/queries";
import { parseStatus } from "@/lib/dashboard/rows/rules";
import { parseScope } from "@/lib/dashboard/scope/schema";

/** One part of the dashboard as a CSV file: the rows of its table, as far as this viewer may know them. */
export function GET(request: Request): Promise<Response> {
  return handleDownload(async () => {
    const asked = Object.fromEntries(new URL(request.url).searchParams);
    const part = parts.find((one) => one === asked.deel);
    if (!part) throw new DomainError("not-found", "notFound");
    const locale = toLocale(asked.taal);
    const scope = parseScope(asked, today());
    const [t, viewer] = await Promise.all([getTranslations({ locale }), getViewer()]);
    const overview = await getOverview(viewer, scope);
    const words = makeFileWords(t, locale);
    const body = toCsv(toLines(part, { overview, words, status: parseStatus(asked.status) }));
    return { body, type: "text/csv; charset=utf-8", name: `dashboard-${part}-${scope.day}.csv` };
  });
}
