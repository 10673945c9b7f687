import { handleApi } from "@/lib/core/http";
import { openApi } from "@/lib/search/resource";

/** What this API can do, for programs. */
export function GET(): Promise<Response> {
  return handleApi(async () => openApi());
}
