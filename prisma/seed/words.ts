import type {
  Layer,
  Obligation,
  OrganisationKind,
  PriceModel,
  Province,
  RelationKind,
  SolutionKind,
  SolutionPhase,
  Theme,
  Verification,
} from "@/lib/core/generated/prisma/enums";

// The Dutch words of the reference files and the codes they stand for.

export const provinces: Record<string, Province> = {
  Groningen: "GRONINGEN",
  Fryslân: "FRYSLAN",
  Drenthe: "DRENTHE",
  Overijssel: "OVERIJSSEL",
  Flevoland: "FLEVOLAND",
  Gelderland: "GELDERLAND",
  Utrecht: "UTRECHT",
  "Noord-Holland": "NOORD_HOLLAND",
  "Zuid-Holland": "ZUID_HOLLAND",
  Zeeland: "ZEELAND",
  "Noord-Brabant": "NOORD_BRABANT",
  Limburg: "LIMBURG",
};

export const organisationKinds: Record<string, OrganisationKind> = {
  samenwerkingsverband: "SAMENWERKINGSVERBAND",
  cooperatie: "COOPERATIE",
  koepel: "KOEPEL",
  ministerie: "MINISTERIE",
  uitvoeringsorganisatie: "UITVOERINGSORGANISATIE",
  leverancier: "LEVERANCIER",
  kennisinstelling: "KENNISINSTELLING",
};

export const kinds: Record<string, SolutionKind> = {
  standaard: "STANDAARD",
  component: "COMPONENT",
  dienst: "DIENST",
  raamovereenkomst: "RAAMOVEREENKOMST",
  infrastructuur: "INFRASTRUCTUUR",
  dashboard: "DASHBOARD",
  handreiking: "HANDREIKING",
  register: "REGISTER",
};

export const themes: Record<string, Theme> = {
  dienstverlening: "DIENSTVERLENING",
  burgerzaken: "BURGERZAKEN",
  sociaal_domein: "SOCIAAL_DOMEIN",
  werk_en_inkomen: "WERK_EN_INKOMEN",
  fysiek_domein: "FYSIEK_DOMEIN",
  openbare_orde: "OPENBARE_ORDE",
  bedrijfsvoering: "BEDRIJFSVOERING",
  informatievoorziening: "INFORMATIEVOORZIENING",
  informatieveiligheid: "INFORMATIEVEILIGHEID",
  data_en_sturing: "DATA_EN_STURING",
  democratie: "DEMOCRATIE",
  identiteit_en_toegang: "IDENTITEIT_EN_TOEGANG",
};

export const phases: Record<string, SolutionPhase> = {
  idee: "IDEA",
  verkenning: "EXPLORATION",
  ontwikkeling: "DEVELOPMENT",
  pilot: "PILOT",
  opschaling: "SCALING",
  beheer: "MANAGED",
  uitfasering: "SUNSETTING",
  uitgefaseerd: "RETIRED",
  gepauzeerd: "PAUSED",
  gestopt: "STOPPED",
  "bewust lokaal": "DELIBERATELY_LOCAL",
};

export const layers: Record<string, Layer> = {
  interactie: "INTERACTIE",
  proces: "PROCES",
  integratie: "INTEGRATIE",
  services: "SERVICES",
  data: "DATA",
};

export const prices: Record<string, PriceModel> = {
  "open source": "OPEN_SOURCE",
  gratis: "FREE",
  ggu: "GGU",
  raamovereenkomst: "FRAMEWORK",
  "centraal budget": "CENTRAL_BUDGET",
  "rijk betaald": "STATE_PAID",
  lidmaatschap: "MEMBERSHIP",
  "per bericht": "PER_TRANSACTION",
  "evenredige bijdrage": "DISTRIBUTION_KEY",
  verdeelsleutel: "DISTRIBUTION_KEY",
  medefinanciering: "CO_FUNDING",
  marktprijs: "MARKET",
  onbekend: "UNKNOWN",
};

export const obligations: Record<string, Obligation> = {
  vrijwillig: "VOLUNTARY",
  aanbevolen: "RECOMMENDED",
  "pas toe of leg uit": "COMPLY_OR_EXPLAIN",
  "wettelijk verplicht": "STATUTORY",
};

export const verifications: Record<string, Verification> = {
  bron: "SOURCE",
  deels: "PARTLY",
  kennis: "KNOWLEDGE",
};

export const licenceChecks: Record<string, "yes" | "no"> = { ja: "yes", nee: "no", "": "no" };

export const relationKinds: Record<string, RelationKind> = {
  vereist: "REQUIRES",
  "onderdeel van": "PART_OF",
  vervangt: "REPLACES",
  "werkt samen met": "WORKS_WITH",
};
