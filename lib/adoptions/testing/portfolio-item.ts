import type { PortfolioItem } from "../portfolio/rules";
import type { AdoptionStatus } from "../rules";

/** An adoption as the portfolio sees it, recorded this summer, about a voluntary solution in use. */
export function aPortfolioItem(
  name: string,
  status: AdoptionStatus,
  more: Partial<PortfolioItem> = {},
): PortfolioItem {
  return {
    status,
    since: "2026-06-01",
    nextOn: null,
    contractEndsOn: null,
    checkedOn: "2026-06-01",
    explanation: null,
    contactName: null,
    leadName: null,
    solution: {
      slug: name.toLowerCase(),
      name,
      theme: "DIENSTVERLENING",
      obligation: "VOLUNTARY",
      phase: "MANAGED",
    },
    pending: null,
    lateTasks: [],
    ...more,
  };
}
