// Dutch writes a compound as one word: "parkeervergunning" is about parking and about a permit. All
// words here are stems as the database makes them (search_stem), which have doubled letters once, so
// that "parkeer" in a compound and "parkeren" alone are the same.

/** What a compound that holds the word is worth, beside the word itself. */
export const relativeWorth = { derived: 0.8, head: 0.75, modifier: 0.65, inside: 0.35 } as const;

/** Letters that tie the parts together: "arbeidS", "gemeentE", "schuldEN", "kindER", "belastINGS". */
const links = ["", "s", "e", "en", "n", "er", "ing", "ings", "st"];

/** Before a verb or noun these make another word, no compound: "vermelding" is no kind of "melding". */
const prefixes = new Set(
  "ver be ge ont her aan af uit in op om toe door mis wan on sub pre pro anti".split(" "),
);

type Relative = { stem: string; factor: number };

/** Looking through all known stems is a quarter of what finding costs: what was looked up is remembered as long as they. */
const remembered = new WeakMap<ReadonlyMap<string, number>, Map<string, Relative[]>>();
const mostRemembered = 10_000;

/** The known stems of which this stem is a part. A kind of it ("omgevingsvergunning") is nearest. */
export function listRelatives(stem: string, known: ReadonlyMap<string, number>): readonly Relative[] {
  const own = remembered.get(known) ?? new Map<string, Relative[]>();
  remembered.set(known, own);
  const before = own.get(stem);
  if (before) return before;
  const found = findRelatives(stem, known);
  if (own.size >= mostRemembered) own.clear();
  own.set(stem, found);
  return found;
}

function findRelatives(stem: string, known: ReadonlyMap<string, number>): Relative[] {
  if (stem.length < 3 || /^\d+$/.test(stem)) return [];
  const found = listDerivations(stem)
    .filter((candidate) => known.has(candidate))
    .map((candidate) => ({ stem: candidate, factor: relativeWorth.derived as number }));
  for (const candidate of known.keys()) {
    if (candidate.length < stem.length + 2 || !candidate.includes(stem)) continue;
    const factor = worthOf(stem, candidate, known);
    if (factor > 0) found.push({ stem: candidate, factor });
  }
  return found;
}

/** The noun of a verb and the verb of a noun: "publiceren" and "publicatie". */
function listDerivations(stem: string): string[] {
  if (/...atie$/.test(stem)) return [stem.replace(/atie$/, "er")];
  if (/...er$/.test(stem)) return [stem.replace(/er$/, "atie")];
  return [];
}

function worthOf(stem: string, candidate: string, known: ReadonlyMap<string, number>): number {
  const isLong = stem.length >= 5;
  if (candidate.endsWith(stem)) {
    const before = candidate.slice(0, -stem.length);
    const isCompound = before.length >= 3 && (isLong ? !prefixes.has(before) : isWord(before, known));
    return isCompound ? relativeWorth.head : 0;
  }
  if (candidate.startsWith(stem)) {
    return isLong || isWord(candidate.slice(stem.length), known) ? relativeWorth.modifier : 0;
  }
  return stem.length >= 6 ? relativeWorth.inside : 0;
}

/** Is this, apart from the letters that tie it, a word of the catalogue? */
function isWord(part: string, known: ReadonlyMap<string, number>): boolean {
  return links.some(
    (link) =>
      (part.startsWith(link) &&
        isLongEnough(part.slice(link.length)) &&
        known.has(part.slice(link.length))) ||
      (link !== "" &&
        part.endsWith(link) &&
        isLongEnough(part.slice(0, -link.length)) &&
        known.has(part.slice(0, -link.length))),
  );
}

const isLongEnough = (part: string) => part.length >= 3;

export type Split = { modifier: string | null; head: string | null };

/**
 * The parts of a compound that are words somewhere: both if possible, and then those of which the
 * shorter is longest; else the one that is known, when it is long enough to be no accident.
 */
export function splitCompound(stem: string, isKnown: (stem: string) => boolean): Split | null {
  let best: { split: Split; score: number } | null = null;
  const offer = (split: Split, score: number) => {
    if (!best || score > best.score) best = { split, score };
  };
  for (let at = 3; at <= stem.length - 3; at++) {
    const modifier = stem.slice(0, at);
    if (!isKnown(modifier)) continue;
    if (modifier.length >= 5) offer({ modifier, head: null }, modifier.length);
    for (const link of links) {
      const head = stem.slice(at + link.length);
      if (!stem.startsWith(link, at) || head.length < 3 || !isKnown(head)) continue;
      offer({ modifier, head }, 100 + Math.min(modifier.length, head.length) - link.length / 10);
    }
  }
  for (let at = 3; at <= stem.length - 5; at++) {
    const head = stem.slice(at);
    if (isKnown(head) && !prefixes.has(stem.slice(0, at))) offer({ modifier: null, head }, head.length);
  }
  return (best as { split: Split } | null)?.split ?? null;
}
