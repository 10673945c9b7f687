import type { AdoptionStatus } from "@/lib/adoptions/rules";
import type { DemoAdoption } from "./adoptions";
import { addDays, latest } from "./calendar";
import { listPeople } from "./people";
import { shownGemeenten } from "./portfolios";
import { uuidOf } from "./random";

/** An invented step that waits for somebody's yes. */
export type DemoProposal = {
  id: string;
  origin: "SECOND_PERSON" | "PROVIDER";
  gemeente: string;
  solution: string;
  adoptionId: string | null;
  to: AdoptionStatus;
  step: Record<string, string>;
  note: string | null;
  organisation: string;
  proposedById: string | null;
  proposedAt: string;
};

const claims: Record<(typeof shownGemeenten)[number], string> = {
  zwolle: "objecten-api",
  utrecht: "referentielijsten",
  "sudwest-fryslan": "zac",
  "aa-en-hunze": "podiumd",
};

/** Per shown gemeente: one college decision without its second person, and one claim of a provider. */
export function makeProposals(adoptions: DemoAdoption[]): DemoProposal[] {
  return shownGemeenten.flatMap((gemeente) => {
    const deciding = adoptions.find(
      (adoption) => adoption.gemeente === gemeente && adoption.status === "DECIDING",
    );
    return [...(deciding ? [awaitSecondPerson(deciding)] : []), claimUse(gemeente, claims[gemeente])];
  });
}

function awaitSecondPerson({ id, gemeente, solution, since }: DemoAdoption): DemoProposal {
  const occurredOn = latest("2026-11-17", since);
  return {
    id: uuidOf(`second person ${id}`),
    origin: "SECOND_PERSON",
    gemeente,
    solution,
    adoptionId: id,
    to: "COMMITTED",
    step: { to: "COMMITTED", occurredOn, body: "COLLEGE", reference: "B&W 2026-1117-04" },
    note: null,
    organisation: gemeente,
    proposedById: listPeople(gemeente, "MANAGER")[0]?.id ?? null,
    proposedAt: `${addDays(occurredOn, 1)}T08:30:00Z`,
  };
}

function claimUse(gemeente: string, solution: string): DemoProposal {
  return {
    id: uuidOf(`claim ${gemeente} ${solution}`),
    origin: "PROVIDER",
    gemeente,
    solution,
    adoptionId: null,
    to: "IN_USE",
    step: {},
    note: "Volgens onze administratie in gebruik sinds september 2026.",
    organisation: "dimpact",
    proposedById: listPeople("dimpact", "COORDINATOR")[0]?.id ?? null,
    proposedAt: "2026-11-12T13:00:00Z",
  };
}
