import { useTranslations } from "next-intl";
import type { SolutionKind, SolutionPhase, Theme } from "@/lib/core/generated/prisma/enums";
import type { FacetValue } from "@/lib/search/rules";
import type { Facet } from "@/lib/search/schema";

/** The words for a value of a facet. Keys that do not exist do not compile, hence the narrow types. */
export function useFacetLabel() {
  const t = useTranslations("terms");
  return (facet: Facet, { value, label }: Pick<FacetValue, "value" | "label">): string => {
    switch (facet) {
      case "thema":
        return t(`theme.${value as Theme}`);
      case "soort":
        return t(`kind.${value as SolutionKind}`);
      case "fase":
        return t(`phase.${value as SolutionPhase}`);
      case "aanbieder":
        return label;
    }
  };
}
