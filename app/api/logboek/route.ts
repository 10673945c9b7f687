import { getTranslations } from "next-intl/server";
import { type LogWords, makeLogWords } from "@/components/audit/words";
import { recordLogUse } from "@/lib/audit/mutations";
import { canReadLog } from "@/lib/audit/policy";
import { type LogRow, streamLog } from "@/lib/audit/queries";
import { toAuditAction } from "@/lib/audit/rules";
import { exportFilters } from "@/lib/audit/schema";
import { toCsv } from "@/lib/core/csv";
import { requirePermission } from "@/lib/core/errors";
import { handleDownload } from "@/lib/core/http";
import { getViewer } from "@/lib/core/viewer";

const columns = [
  ...(["when", "person", "onBehalf", "action", "sentence", "result", "from", "request"] as const),
  ...(["subjectType", "subjectId", "fictitious", "chain", "position", "hash"] as const),
];

/** The filtered log as a CSV file for a spreadsheet, of any length; that it was fetched is in the log. */
export function GET(request: Request): Promise<Response> {
  return handleDownload(async () => {
    const asked = Object.fromEntries(new URL(request.url).searchParams);
    const { deel, taal, ...filters } = exportFilters.parse(asked);
    const scope = deel === "platform" ? "platform" : "organisation";
    const viewer = await getViewer();
    const mayRead = canReadLog(viewer, scope);
    requirePermission(mayRead, viewer);
    const t = await getTranslations({ locale: taal });
    await recordLogUse(viewer, { action: "log.exported", scope, filters });
    const rows = streamLog({ member: viewer, scope, filters });
    const header = columns.map((column) => t(`audit.file.${column}`));
    const body = toCsv(toLines(header, rows, makeLogWords(t)));
    return { body, type: "text/csv; charset=utf-8", name: `logboek-${deel}.csv` };
  });
}

async function* toLines(header: string[], rows: AsyncIterable<LogRow>, words: LogWords) {
  yield header;
  for await (const row of rows) yield toCells(row, words);
}

function toCells(row: LogRow, words: LogWords): string[] {
  const action = toAuditAction(row.action);
  return [
    ...[row.at.toISOString(), words.person(row), row.organisation?.name ?? ""],
    ...[action ? words.label(action) : row.action, words.sentence(row), words.result(row.result)],
    ...[row.address ?? "", row.requestId ?? "", row.subjectType, row.subjectId, words.yesNo(row.isDemo)],
    ...[row.chain, String(row.position), row.hash],
  ];
}
