import { useTranslations } from "next-intl";
import type {
  Layer,
  Obligation,
  SolutionKind,
  SolutionPhase,
  Theme,
} from "@/lib/core/generated/prisma/enums";
import {
  type Cost,
  type Facet,
  type FixedFacet,
  type Freshness,
  facetValues,
  type RatingBand,
  type Use,
} from "@/lib/search/facets/schema";
import type { FacetValue } from "@/lib/search/rules";

/** The words for a value of a facet. Keys that do not exist do not compile, hence the narrow types. */
export function useFacetLabel() {
  const terms = useTranslations("terms");
  const t = useTranslations("solutions.facets");
  return (facet: Facet, { word, label }: Pick<FacetValue, "word" | "label">): string => {
    switch (facet) {
      case "thema":
        return terms(`theme.${toValue(facet, word) as Theme}`);
      case "soort":
        return terms(`kind.${toValue(facet, word) as SolutionKind}`);
      case "fase":
        return terms(`phase.${toValue(facet, word) as SolutionPhase}`);
      case "laag":
        return terms(`layer.${toValue(facet, word) as Layer}`);
      case "verplichting":
        return terms(`obligation.${toValue(facet, word) as Obligation}`);
      case "kosten":
        return t(`cost.${word as Cost}`);
      case "oordeel":
        return t(`rating.${word as RatingBand}`);
      case "gebruikt":
        return t(`use.${word as Use}`);
      case "actualiteit":
        return t(`freshness.${word as Freshness}`);
      case "licentie":
        return word === "niet-vermeld" ? t("noLicence") : label;
      case "aanbieder":
        return label;
    }
  };
}

function toValue(facet: FixedFacet, word: string): string {
  return facetValues[facet].get(word)?.[0] ?? "";
}
