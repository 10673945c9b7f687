// Forms of one word that the stemmer keeps apart: "verhuist" and "verhuizen", "gehackt" and "hacken",
// "contractje" and "contract", "huizen" and "huis". All words here are stems (search_stem).

/** What another form of the word is worth, beside the word itself. */
export const formWorth = 0.9;

/** Stems that could be of the same word; whoever asks keeps those that are words somewhere. */
export function listForms(stem: string): string[] {
  const forms = [stem, ...listBases(stem)].flatMap((base) => [
    base,
    ...listSpellings(base),
    ...listParticiples(base),
  ]);
  return [...new Set(forms)].filter((form) => form !== stem);
}

/** What is left without the ending of a diminutive or a verb, and without the "ge" of a participle. */
function listBases(stem: string): string[] {
  return suffixes.filter(([form]) => form.test(stem)).map(([form, base]) => stem.replace(form, base));
}

const suffixes: [form: RegExp, base: string][] = [
  // "woninkje" is of "woning", of which the stemmer may have left "won".
  [/(?<=...)inkj(es)?$/, "ing"],
  [/(?<=...)inkj(es)?$/, ""],
  [/(?<=...)[ept]?t?j(es)?$/, ""],
  [/(?<=...[^j])j(es)?$/, ""],
  // Of a shorter word the last letter is too often its own: "beeld", "kaart".
  [/(?<=....)[dt]$/, ""],
  [/^ge(.{3,})[dt]$/, "$1"],
  [/^(.{2,5})ge(.{3,})[dt]$/, "$1$2"],
];

/** Short stems keep v, z and double letters as they stood: "huiz" and "huis", "bell" and "bel". */
function listSpellings(stem: string): string[] {
  if (stem.length > 4) return [];
  const last = stem.slice(-1);
  const other = otherEnds[last];
  return [
    ...(other ? [stem.slice(0, -1) + other] : []),
    ...(stem.length === 3 && /[bdfgklmnprst]/.test(last) ? [stem + last] : []),
    ...(stem.length === 4 && stem.at(-2) === last ? [stem.slice(0, -1)] : []),
  ];
}

const otherEnds: Record<string, string> = { z: "s", s: "z", v: "f", f: "v" };

function listParticiples(stem: string): string[] {
  return stem.length < 3 ? [] : [`ge${stem}t`, `ge${stem}d`];
}
