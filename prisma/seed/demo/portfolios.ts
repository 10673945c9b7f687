import type { AdoptionStatus } from "@/lib/adoptions/rules";
import { addDays, today } from "./calendar";
import type { DemoSolution } from "./history";
import { chanceOf } from "./random";

/** The four gemeenten that a visitor of the demonstration can be: large and small, north to centre. */
export const shownGemeenten = ["zwolle", "utrecht", "sudwest-fryslan", "aa-en-hunze"] as const;

// Every state occurs in every portfolio: solution, state today, days since the start.
const plans: Record<(typeof shownGemeenten)[number], [string, AdoptionStatus, number][]> = {
  zwolle: [
    ["notifynl", "INTERESTED", 40],
    ["fsc", "EXPLORING", 200],
    ["gpp-woo", "DECIDING", 330],
    ["open-formulieren", "DECIDING", 260],
    ["monitoring-response", "COMMITTED", 320],
    ["kiss", "CONNECTING", 520],
    ["open-archiefbeheer", "PILOT", 600],
    ["open-zaak", "IN_USE", 1900],
    ["openstad", "IN_USE", 1500],
    ["gt-printing", "PHASING_OUT", 2400],
    ["gt-microsoft", "ENDED", 2300],
    ["common-gateway", "ON_HOLD", 420],
    ["signalen", "DECLINED", 700],
    ["begrafenisplanner", "NOT_APPLICABLE", 500],
  ],
  utrecht: [
    ["ddas", "INTERESTED", 60],
    ["diwi", "EXPLORING", 180],
    ["monitoring-response", "DECIDING", 240],
    ["notifynl", "DECIDING", 300],
    ["algoritmeregister", "COMMITTED", 300],
    ["open-inwoner", "CONNECTING", 480],
    ["klantinteracties-api", "PILOT", 700],
    ["open-zaak", "IN_USE", 2300],
    ["kiss", "IN_USE", 1400],
    ["haven", "PHASING_OUT", 1850],
    ["gt-printing", "ENDED", 2500],
    ["gt-connect-2", "ON_HOLD", 500],
    ["openwoo-app", "DECLINED", 800],
    ["pleio", "NOT_APPLICABLE", 900],
  ],
  "sudwest-fryslan": [
    ["gpp-woo", "INTERESTED", 50],
    ["open-klant", "EXPLORING", 160],
    ["gt-connect-2", "DECIDING", 280],
    ["collectief-schuldregelen", "DECIDING", 310],
    ["burgerpeiling", "COMMITTED", 260],
    ["objecten-api", "CONNECTING", 430],
    ["open-notificaties", "PILOT", 560],
    ["open-zaak", "IN_USE", 2000],
    ["zaakbrug", "IN_USE", 1600],
    ["ggm", "PHASING_OUT", 2000],
    ["gt-software-broker", "ENDED", 2300],
    ["gem", "ON_HOLD", 460],
    ["openstad", "DECLINED", 640],
    ["dashboard-veerkracht", "NOT_APPLICABLE", 420],
  ],
  "aa-en-hunze": [
    ["open-formulieren", "INTERESTED", 30],
    ["nl-design-system", "EXPLORING", 140],
    ["standaard-verwerkersovereenkomst", "DECIDING", 200],
    ["sdg-invoervoorziening", "DECIDING", 270],
    ["monitoring-response", "COMMITTED", 330],
    ["gibit", "CONNECTING", 410],
    ["open-webconcept", "PILOT", 540],
    ["waarstaatjegemeente", "IN_USE", 1800],
    ["nationaal-parkeer-register", "IN_USE", 1500],
    ["ibd", "IN_USE", 2600],
    ["digid", "IN_USE", 2500],
    ["ensia", "IN_USE", 2450],
    ["iwmo", "IN_USE", 2300],
    ["softwarecatalogus", "IN_USE", 1700],
    ["gt-software-broker", "PHASING_OUT", 2300],
    ["gt-printing", "ENDED", 2400],
    ["diwoo", "ON_HOLD", 380],
    ["open-raadsinformatie", "DECLINED", 720],
    ["burgerpeiling", "NOT_APPLICABLE", 600],
  ],
};

/** The state and start that a shown gemeente must have for a solution, if any. */
export function plannedFor(
  gemeente: string,
  solution: string,
): { entry: string; until: AdoptionStatus } | null {
  const plan = isShown(gemeente) ? plans[gemeente].find(([slug]) => slug === solution) : undefined;
  return plan ? { until: plan[1], entry: addDays(today, -plan[2]) } : null;
}

// The larger the gemeente, the more it would have.
const kept = { zwolle: 0.25, utrecht: 0.12, "sudwest-fryslan": 0.2, "aa-en-hunze": 1 };

/** Shown gemeenten keep a part of what they would have, so that a portfolio fits on a screen. */
export function mayKeep(gemeente: string, { slug, obligation }: DemoSolution): boolean {
  if (!isShown(gemeente) || obligation === "STATUTORY") return true;
  return chanceOf(`keep ${gemeente} ${slug}`).isTrue(kept[gemeente]);
}

function isShown(gemeente: string): gemeente is (typeof shownGemeenten)[number] {
  return shownGemeenten.some((shown) => shown === gemeente);
}
