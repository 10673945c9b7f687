import { DomainError } from "@/lib/core/errors";
import { handleApi } from "@/lib/core/http";
import { hasDemoLayer } from "@/lib/organisations/queries";
import { findPublished } from "@/lib/search/queries";
import { toVoorzieningDetail } from "@/lib/solutions/resource";

type Context = { params: Promise<{ slug: string }> };

/** One published solution, as the public may see it. */
export function GET(_request: Request, { params }: Context): Promise<Response> {
  return handleApi(async () => {
    const { slug } = await params;
    const [found, isDemo] = await Promise.all([findPublished(slug), hasDemoLayer()]);
    if (!found) throw new DomainError("not-found", "notFound");
    return toVoorzieningDetail({ ...found, isDemo });
  });
}
