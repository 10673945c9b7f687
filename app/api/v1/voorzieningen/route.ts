import { DomainError, type ErrorKey } from "@/lib/core/errors";
import { handleApi } from "@/lib/core/http";
import { visitor } from "@/lib/core/roles";
import { hasDemoLayer } from "@/lib/organisations/queries";
import { searchSolutions } from "@/lib/search/queries";
import { toVoorzieningen } from "@/lib/search/resource";
import { apiSearchSchema, type SearchFilters, toApiInput } from "@/lib/search/schema";

/** The published solutions, by the same search as the catalogue, as the public may see them. */
export function GET(request: Request): Promise<Response> {
  return handleApi(async () => {
    const filters = parseFilters(new URL(request.url).searchParams);
    const [result, isDemo] = await Promise.all([searchSolutions(visitor, filters), hasDemoLayer()]);
    return toVoorzieningen({ filters, result, isDemo });
  });
}

function parseFilters(params: URLSearchParams): SearchFilters {
  const parsed = apiSearchSchema.safeParse(toApiInput(params));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new DomainError("invalid", (issue?.message ?? "invalid") as ErrorKey, String(issue?.path[0]));
}
