import { type Catalogue, type Standing, sizeOf } from "../catalogue/rules";
import { cutoffOf, listWordWeights, ranking } from "../rules";
import type { Alternative, AskedTerm } from "../words/rules";

// What each solution is worth for the words of a question (docs/zoeken.md).

export type Scored = {
  /** What is worth enough, as places in the catalogue. */
  places: number[];
  /** By place: the score of the text, and how many terms are met. */
  text: Float64Array;
  hits: Uint8Array;
  /** The terms, by their number, that are met by anything. */
  met: number[];
};

// By the bits of the fields; no word stands in no field.
const weights = Float64Array.from([0, ...listWordWeights()]);

/**
 * An alternative counts when all its stems are met, a term by its best alternative and a little by the
 * others; a term that few solutions meet weighs more (inverse document frequency).
 */
export function scoreWords(asked: readonly AskedTerm[], catalogue: Catalogue): Scored {
  const size = catalogue.solutions.length;
  const terms = asked.map(({ alternatives }) => scoreTerm(alternatives, catalogue));
  const met = terms.flatMap(({ places }, term) => (places.length > 0 ? [term] : []));
  const text = new Float64Array(size);
  const hits = new Uint8Array(size);
  let whole = 0;
  for (const term of terms.filter(({ places }) => places.length > 0)) {
    const weight = rarityOf(term, sizeOf(catalogue));
    whole += weight;
    for (const place of term.places) {
      text[place] = at(text, place) + at(term.worth, place) * weight;
      hits[place] = at(hits, place) + 1;
    }
  }
  let most = 0;
  for (let place = 0; place < size; place++) {
    if (at(hits, place) === 0) continue;
    text[place] = (at(text, place) / whole) * (at(hits, place) / met.length) ** ranking.coverage;
    most = Math.max(most, at(text, place));
  }
  const least = cutoffOf(asked.length) * most;
  const places: number[] = [];
  for (let place = 0; place < size; place++) {
    if (at(hits, place) > 0 && at(text, place) >= least) places.push(place);
  }
  return { places, text, hits, met };
}

type Term = { places: number[]; worth: Float64Array };

function scoreTerm(alternatives: readonly Alternative[], catalogue: Catalogue): Term {
  const most = new Float64Array(catalogue.solutions.length);
  const sum = new Float64Array(catalogue.solutions.length);
  const places: number[] = [];
  for (const { stems, factor } of alternatives) {
    forEachMet([...new Set(stems)], catalogue, (place, weight) => {
      const worth = factor * weight;
      if (at(most, place) === 0) places.push(place);
      if (worth > at(most, place)) most[place] = worth;
      sum[place] = at(sum, place) + worth;
    });
  }
  for (const place of places) {
    most[place] = at(most, place) + ranking.further * (at(sum, place) - at(most, place));
  }
  return { places, worth: most };
}

type Visit = (place: number, weight: number) => void;

/** Where all of the stems stand, with the mean of their weights. */
function forEachMet(stems: readonly string[], { standing }: Catalogue, visit: Visit): void {
  const [first, ...others] = stems.map((stem) => standing.get(stem));
  const rest = others.map((own) => {
    const weightAt = new Map<number, number>();
    forEachPlace(own, (place, weight) => weightAt.set(place, weight));
    return weightAt;
  });
  forEachPlace(first, (place, weight) => {
    if (rest.length === 0) visit(place, weight);
    else if (rest.every((own) => own.has(place))) {
      visit(place, rest.reduce((sum, own) => sum + (own.get(place) ?? 0), weight) / stems.length);
    }
  });
}

/** Each place once: of several words with this stem, which follow each other, the one in the heaviest fields. */
function forEachPlace(own: Standing | undefined, visit: Visit): void {
  if (!own) return;
  const { places, fields } = own;
  for (let row = 0; row < places.length; row++) {
    const place = places[row] ?? 0;
    let weight = at(weights, fields[row] ?? 0);
    while (places[row + 1] === place) weight = Math.max(weight, at(weights, fields[++row] ?? 0));
    visit(place, weight);
  }
}

/** How much a term weighs: more when fewer of the published solutions meet it well. */
function rarityOf({ places, worth }: Term, published: number): number {
  const best = places.reduce((most, place) => Math.max(most, at(worth, place)), 0);
  const count = places.filter((place) => at(worth, place) >= ranking.wellMet * best).length;
  return Math.log(1 + (Math.max(published - count, 0) + 0.5) / (count + 0.5));
}

/** Every array here is as long as the catalogue. */
function at(values: Float64Array | Uint8Array, place: number): number {
  return values[place] ?? 0;
}
