import type { Thing } from "../things";
import type { Fields } from "../visit";

// Forms that are right in every field.

export const later = "2099-01-01";
export const pdf = () => new File(["%PDF-1.7\nbesluit\n%%EOF"], "besluit.pdf");
export const ofDocument: Fields = {
  kind: "COLLEGE_DECISION",
  title: "Besluit",
  datedOn: "2026-01-01",
  visibility: "OWN",
};
export const ofText: Fields = {
  kind: "COMPONENT",
  theme: "DIENSTVERLENING",
  phase: "PILOT",
  audience: "Gemeenten.",
};

export function ofWord(term: string): Fields {
  return { term, expansions: "voorbeeld", direction: "one", weight: "80", note: "" };
}

export const ofMerger: Fields = { predecessors: "Kampen", into: "Zwolle", effectiveOn: "2030-01-01" };
export const ofProvider: Fields = {
  label: "Nieuw",
  issuer: "https://nieuw.example.invalid",
  clientId: "nieuw",
  mailDomains: "nieuw.example",
};
const credential = { id: "AAAA", rawId: "AAAA", type: "public-key" };
export const newPasskey = JSON.stringify({
  ...credential,
  response: { clientDataJSON: "AAAA", attestationObject: "AAAA" },
});
export const passkeyAnswer = JSON.stringify({
  ...credential,
  response: { clientDataJSON: "AAAA", authenticatorData: "AAAA", signature: "AAAA" },
});

export function ofAdoption({ id, version }: Thing): Fields {
  return { adoptionId: id, version };
}

export function ofMember({ id, ownerId = "" }: Thing): Fields {
  return { organisationId: ownerId, userId: id };
}

export function ofStep({ id }: Thing): Fields {
  return { solutionId: id, revision: "1" };
}

export function ofEdit(thing: Thing): Fields {
  const said = { name: "Een nieuwe naam", summary: "Een samenvatting die lang genoeg is." };
  const chosen = { obligation: "VOLUNTARY", priceModel: "FREE" };
  return { ...ofText, ...said, ...chosen, ...ofStep(thing), version: thing.version };
}
