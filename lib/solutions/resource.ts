import { z } from "zod";
import {
  Layer,
  type Obligation,
  type PriceModel,
  type RelationKind,
  SolutionKind,
  type SolutionPhase,
  Theme,
  type Verification,
} from "@/lib/core/generated/prisma/enums";
import { toAddressWord } from "@/lib/core/text";
import type { PublishedSolution } from "./queries";

// The words of addresses and of the public API: Dutch, lower case, with hyphens. They are a
// promise to whoever links here, so they do not follow the words on screen.

const addressWords = <V extends string>(values: Record<string, V>) =>
  Object.fromEntries(Object.values(values).map((value) => [value, toAddressWord(value)])) as Record<
    V,
    string
  >;

export const themeWords = addressWords(Theme);
export const kindWords = addressWords(SolutionKind);
export const layerWords = addressWords(Layer);

export const phaseWords: Record<SolutionPhase, string> = {
  IDEA: "idee",
  EXPLORATION: "verkenning",
  DEVELOPMENT: "ontwikkeling",
  PILOT: "beproeving",
  SCALING: "opschaling",
  MANAGED: "beheer",
  SUNSETTING: "uitfasering",
  RETIRED: "uitgefaseerd",
  PAUSED: "gepauzeerd",
  STOPPED: "gestopt",
  DELIBERATELY_LOCAL: "bewust-lokaal",
};

export const obligationWords: Record<Obligation, string> = {
  VOLUNTARY: "vrijwillig",
  RECOMMENDED: "aanbevolen",
  COMPLY_OR_EXPLAIN: "pas-toe-of-leg-uit",
  STATUTORY: "wettelijk-verplicht",
};

const priceWords: Record<PriceModel, string> = {
  OPEN_SOURCE: "open-source",
  FREE: "gratis",
  GGU: "ggu",
  FRAMEWORK: "raamovereenkomst",
  CENTRAL_BUDGET: "centraal-budget",
  STATE_PAID: "betaald-door-het-rijk",
  MEMBERSHIP: "lidmaatschap",
  PER_TRANSACTION: "per-transactie",
  DISTRIBUTION_KEY: "verdeelsleutel",
  CO_FUNDING: "medefinanciering",
  MARKET: "marktprijs",
  UNKNOWN: "onbekend",
};

const verificationWords: Record<Verification, string> = {
  SOURCE: "bron",
  PARTLY: "deels",
  KNOWLEDGE: "algemeen-bekend",
};

const relationWords: Record<RelationKind, string> = {
  REQUIRES: "vereist",
  PART_OF: "onderdeel-van",
  REPLACES: "vervangt",
  WORKS_WITH: "werkt-samen-met",
};

const word = (words: Record<string, string>) => z.enum(Object.values(words));
const party = z.object({ slug: z.string(), naam: z.string() });

const aantalSchema = z
  .object({ aantal: z.int().min(0).nullable(), minderDan: z.int().optional() })
  .describe("Aantal gemeenten. Kleine aantallen zijn afgeschermd: dan is aantal null en minderDan 3.");

export const demonstratieSchema = z
  .boolean()
  .describe("Op deze installatie zijn adopties en oordelen, en dus de aantallen, deels verzonnen.");

export const voorzieningSchema = z.object({
  slug: z.string(),
  naam: z.string(),
  samenvatting: z.string(),
  soort: word(kindWords),
  thema: word(themeWords),
  laag: word(layerWords).nullable().describe("Laag van Common Ground."),
  fase: word(phaseWords),
  verplichting: word(obligationWords),
  aanbieder: party,
  deelname: z.object({
    inGebruik: aantalSchema,
    opWeg: aantalSchema,
    belangstelling: aantalSchema,
    volgensOpenbareBron: z.int().min(0).describe("Niet bevestigd door de gemeenten zelf."),
  }),
  oordeel: z
    .object({ gemiddelde: z.number().min(1).max(5), gemeenten: z.int().min(3) })
    .nullable()
    .describe("Gemiddelde van 1 tot 5; null bij minder dan drie ervaringen."),
  fictief: z.boolean().describe("Verzonnen voor een demonstratie."),
  gepubliceerdOp: z.iso.datetime().nullable(),
  bevestigdOp: z.iso.date().nullable().describe("Wanneer de aanbieder de gegevens voor het laatst nakeek."),
  _links: z.object({ self: z.string(), pagina: z.string() }),
});

export const voorzieningDetailSchema = voorzieningSchema.extend({
  demonstratie: demonstratieSchema,
  beschrijving: z.string(),
  doelgroep: z.string(),
  neveneffecten: z.string(),
  trefwoorden: z.array(z.string()),
  redenVanFase: z.string().nullable(),
  website: z.string().nullable(),
  broncode: z.string().nullable(),
  licentie: z.string().nullable(),
  wettelijkeGrondslag: z.string().nullable(),
  standaarden: z.array(z.string()),
  prijsmodel: word(priceWords),
  gecontroleerd: word(verificationWords).nullable(),
  bron: z.string().nullable(),
  documenten: z.array(z.object({ naam: z.string(), adres: z.string() })),
  relaties: z.array(party.extend({ soort: word(relationWords) })),
});

export type Voorziening = z.infer<typeof voorzieningSchema>;
export type VoorzieningDetail = z.infer<typeof voorzieningDetailSchema>;

/** A solution as a reader finds it: counts as far as that reader may know them (null: fewer than 3). */
export type ListedSolution = {
  slug: string;
  name: string;
  summary: string;
  kind: SolutionKind;
  theme: Theme;
  layer: Layer | null;
  phase: SolutionPhase;
  obligation: Obligation;
  provider: { slug: string; name: string };
  adopters: { inUse: number | null; joining: number | null; interested: number | null; reported: number };
  rating: { mean: number; count: number } | null;
  isDemo: boolean;
  publishedAt: Date | null;
  /** ISO day on which the provider last said that all this is still right. */
  confirmedOn: string | null;
};

/** One solution in the list of the public API. */
export function toVoorziening(solution: ListedSolution): Voorziening {
  const { adopters, rating } = solution;
  return {
    slug: solution.slug,
    naam: solution.name,
    samenvatting: solution.summary,
    soort: kindWords[solution.kind],
    thema: themeWords[solution.theme],
    laag: solution.layer && layerWords[solution.layer],
    fase: phaseWords[solution.phase],
    verplichting: obligationWords[solution.obligation],
    aanbieder: { slug: solution.provider.slug, naam: solution.provider.name },
    deelname: {
      inGebruik: toAantal(adopters.inUse),
      opWeg: toAantal(adopters.joining),
      belangstelling: toAantal(adopters.interested),
      volgensOpenbareBron: adopters.reported,
    },
    oordeel: rating && { gemiddelde: Math.round(rating.mean * 10) / 10, gemeenten: rating.count },
    fictief: solution.isDemo,
    gepubliceerdOp: solution.publishedAt?.toISOString() ?? null,
    bevestigdOp: solution.confirmedOn,
    _links: {
      self: `/api/v1/voorzieningen/${solution.slug}`,
      pagina: `/nl/voorzieningen/${solution.slug}`,
    },
  };
}

function toAantal(count: number | null): z.infer<typeof aantalSchema> {
  return count === null ? { aantal: null, minderDan: 3 } : { aantal: count };
}

type Found = { listed: ListedSolution; solution: PublishedSolution; isDemo: boolean };

/** One solution with everything the public may read of it. */
export function toVoorzieningDetail({ listed, solution, isDemo }: Found): VoorzieningDetail {
  return {
    ...toVoorziening(listed),
    demonstratie: isDemo,
    beschrijving: solution.description,
    doelgroep: solution.audience,
    neveneffecten: solution.sideEffects,
    trefwoorden: solution.keywords,
    redenVanFase: solution.phaseReason,
    website: solution.homepage,
    broncode: solution.repository,
    licentie: solution.licence,
    wettelijkeGrondslag: solution.legalBasis,
    standaarden: solution.standards,
    prijsmodel: priceWords[solution.priceModel],
    gecontroleerd: solution.verification && verificationWords[solution.verification],
    bron: solution.source,
    documenten: solution.links.map(({ label, url }) => ({ naam: label, adres: url })),
    relaties: solution.relationsFrom.map(({ kind, to }) => ({
      soort: relationWords[kind],
      slug: to.slug,
      naam: to.name,
    })),
  };
}
