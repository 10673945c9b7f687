import { z } from "zod";
import { listExportRows } from "@/lib/adoptions/spreadsheet/queries";
import { toCsv } from "@/lib/core/csv";
import { requirePermission } from "@/lib/core/errors";
import { handleDownload } from "@/lib/core/http";
import { isGemeenteMember } from "@/lib/core/roles";
import { writeXlsx } from "@/lib/core/sheets/write-xlsx";
import { getViewer } from "@/lib/core/viewer";
import { messages } from "@/messages";

const params = z.object({
  vorm: z.enum(["csv", "xlsx"]).catch("csv"),
  /** Only the names of the columns and an example. */
  voorbeeld: z.literal("ja").optional().catch(undefined),
});

/** The portfolio of my gemeente as a file that can be imported again, or the example of such a file. */
export function GET(request: Request): Promise<Response> {
  return handleDownload(async () => {
    const { vorm, voorbeeld } = params.parse(Object.fromEntries(new URL(request.url).searchParams));
    const viewer = await getViewer();
    const maySee = isGemeenteMember(viewer);
    requirePermission(maySee, viewer);
    const [head = [], ...rows] = await listExportRows(viewer);
    const example = Object.keys(messages.nl.portfolio.column).map(
      (name) => (messages.nl.portfolio.example as Record<string, string>)[name] ?? "",
    );
    const table = voorbeeld ? [head, example] : [head, ...rows];
    const name = voorbeeld ? "voorbeeld-adopties" : `adopties-${viewer.organisation.slug}`;
    if (vorm === "csv") return { body: toCsv(table), type: "text/csv; charset=utf-8", name: `${name}.csv` };
    const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return {
      body: new Uint8Array(writeXlsx(messages.nl.portfolio.sheet, table)),
      type,
      name: `${name}.xlsx`,
    };
  });
}
