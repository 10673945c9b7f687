import { getTranslations } from "next-intl/server";
import { handleApi } from "@/lib/core/http";
import { toLocale } from "@/lib/core/locales";
import { findByName } from "@/lib/search/names/queries";
import { question } from "@/lib/search/schema";
import { suggestSolutions } from "@/lib/search/suggestions/queries";
import { toSuggestions } from "@/lib/search/suggestions/resource";

const mostSolutions = 6;
const mostParties = 3;

/** What the box on every page suggests while somebody types; the same for everybody. */
export function GET(request: Request): Promise<Response> {
  return handleApi(async () => {
    const params = new URL(request.url).searchParams;
    const locale = toLocale(params.get("taal"));
    const q = question.parse(params.get("q") ?? "");
    const [t, solutions, parties] = await Promise.all([
      getTranslations({ locale, namespace: "search.suggestions" }),
      suggestSolutions(q, mostSolutions),
      findByName(q, mostParties),
    ]);
    const suggestions = toSuggestions(locale, { solutions, parties });
    return {
      melding: t("count", { count: suggestions.length }),
      suggesties: suggestions.map(({ kind, name, href }) => ({
        soort: t(`kind.${kind}`),
        naam: name,
        adres: href,
      })),
    };
  });
}
