import { DomainError } from "@/lib/core/errors";
import { handleApi } from "@/lib/core/http";

/** An address of the API that does not exist answers in the API's own form. */
export function GET(): Promise<Response> {
  return handleApi(async () => {
    throw new DomainError("not-found", "notFound");
  });
}
