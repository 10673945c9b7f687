import type { Catalogue } from "../catalogue/rules";
import { judge, type LikeMine } from "../facets/rules";
import { type Choices, noChoices } from "../facets/schema";
import type { Candidate } from "../order/rules";
import type { FacetRow } from "../rules";
import { type Scored, scoreWords } from "../score/rules";
import type { AskedTerm } from "../words/rules";

// What a question finds among what is remembered.

export type Question = {
  choices: Choices;
  asked: readonly AskedTerm[];
  /** Stems that nothing found may have. */
  excluded: readonly string[];
  /** Of a question with phrases: the ids of what agrees with those. */
  agreeing: ReadonlySet<string> | null;
  /** Today, by which facts are fresh or stale. */
  day: string;
  /** By solution, for who is of a gemeente. */
  likeMine: ReadonlyMap<string, LikeMine>;
};

/** For who asks without choices, and is of no gemeente. */
export const unlimited = {
  choices: noChoices,
  excluded: [],
  agreeing: null,
  likeMine: new Map<string, LikeMine>(),
} as const;

export type Finds = {
  /** Found for the words, before anything else leaves something out. */
  found: number;
  /** The most terms that one solution meets. */
  hits: number;
  /** How often each value of each facet occurs. */
  facets: FacetRow[];
  /** What fits the choices, in no order. */
  fitting: Candidate[];
  /** The terms, by their number, that are met by anything. */
  met: number[];
};

/** What is found for a question and its choices. */
export function find(catalogue: Catalogue, question: Question): Finds {
  const { asked, likeMine } = question;
  const { places, text, hits, met } =
    asked.length > 0 ? scoreWords(asked, catalogue) : scoreNothing(catalogue);
  const { fitting, nearly, counts } = judge(leaveOut(places, catalogue, question), catalogue, question);
  const candidates: Candidate[] = [];
  for (const place of fitting) {
    const solution = catalogue.solutions[place];
    if (solution)
      candidates.push({ solution, text: text[place] ?? 0, likeMine: likeMine.get(solution.id)?.size ?? 0 });
  }
  return {
    found: places.length,
    hits: Math.max(mostOf(hits, fitting), mostOf(hits, nearly)),
    facets: counts,
    fitting: candidates,
    met,
  };
}

function mostOf(hits: Uint8Array, places: readonly number[]): number {
  let most = 0;
  for (const place of places) most = Math.max(most, hits[place] ?? 0);
  return most;
}

/** Without words everything that is published is found, and alike. */
function scoreNothing({ solutions }: Catalogue): Scored {
  const places: number[] = [];
  for (let place = 0; place < solutions.length; place++) if (solutions[place]) places.push(place);
  return { places, text: new Float64Array(), hits: new Uint8Array(), met: [] };
}

/** Without what has an excluded word, or does not agree with the phrases. */
function leaveOut(places: number[], catalogue: Catalogue, { excluded, agreeing }: Question): number[] {
  if (excluded.length === 0 && agreeing === null) return places;
  const withExcluded = new Set(excluded.flatMap((stem) => catalogue.standing.get(stem)?.places ?? []));
  return places.filter(
    (place) => !withExcluded.has(place) && agreeing?.has(catalogue.solutions[place]?.id ?? "") !== false,
  );
}
