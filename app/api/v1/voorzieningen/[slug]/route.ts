import { DomainError } from "@/lib/core/errors";
import { handleApi } from "@/lib/core/http";
import { visitor } from "@/lib/core/roles";
import { findPublished } from "@/lib/search/queries";
import { toVoorzieningDetail } from "@/lib/solutions/resource";

type Context = { params: Promise<{ slug: string }> };

/** One published solution, as the public may see it. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return handleApi(async () => {
    const found = await findPublished(visitor, (await params).slug);
    if (!found) throw new DomainError("not-found", "notFound");
    return toVoorzieningDetail(found.listed, found.solution);
  });
}
