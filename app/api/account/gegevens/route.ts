import { getTranslations } from "next-intl/server";
import { toCsv } from "@/lib/core/csv";
import { requirePermission } from "@/lib/core/errors";
import { handleDownload } from "@/lib/core/http";
import { getViewer } from "@/lib/core/viewer";
import { recordDownload } from "@/lib/privacy/mutations";
import { canSeeOwnData } from "@/lib/privacy/policy";
import { readOwnData } from "@/lib/privacy/queries";
import { toSheet } from "@/lib/privacy/resource";
import { ownDataSchema } from "@/lib/privacy/schema";

/** Everything that is kept about whoever asks, as JSON or as CSV; that it was fetched is in the log. */
export function GET(request: Request): Promise<Response> {
  return handleDownload(async () => {
    const { vorm, taal } = ownDataSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    const viewer = await getViewer();
    const maySee = canSeeOwnData(viewer);
    requirePermission(maySee, viewer);
    await recordDownload(viewer, vorm);
    const data = await readOwnData(viewer);
    if (vorm === "json") {
      const body = JSON.stringify(data, null, 2);
      return { body, type: "application/json; charset=utf-8", name: "mijn-gegevens.json" };
    }
    const t = await getTranslations({ locale: taal, namespace: "privacy.file" });
    const words = { section: (name: keyof typeof data) => t(`section.${name}`), none: t("none") };
    return { body: toCsv(toSheet(data, words)), type: "text/csv; charset=utf-8", name: "mijn-gegevens.csv" };
  });
}
