import { emptyCatalogue, type Published, put, type Word } from "../catalogue/rules";

/** A published solution in which nothing stands out. */
export function publishedAs(changes: Partial<Published> & { id: string }): Published {
  const name = changes.name ?? changes.id;
  return {
    slug: changes.id,
    name,
    lowerName: name.toLowerCase(),
    sortName: name.toLowerCase(),
    theme: "DIENSTVERLENING",
    kind: "COMPONENT",
    layer: null,
    phase: "MANAGED",
    obligation: "VOLUNTARY",
    priceModel: "FREE",
    provider: { slug: "aanbieder", name: "Aanbieder" },
    licence: { word: "niet-vermeld", name: "" },
    confirmedOn: null,
    publishedAt: null,
    ratingCount: 0,
    ratingSum: 0,
    ratingWeight: 0,
    inUseCount: 0,
    joiningCount: 0,
    reportedCount: 0,
    ...changes,
  };
}

/** A catalogue of solutions with their words, "zak 1 brug 4": stems, each with the bits of its fields. */
export function catalogueOf(texts: Record<string, string>) {
  const catalogue = emptyCatalogue();
  for (const [id, text] of Object.entries(texts)) put(catalogue, publishedAs({ id }), wordsOf(text));
  return catalogue;
}

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/(\S+) (\d+)/g)].map(([, stem = "", fields]) => ({
    stem,
    fields: Number(fields),
  }));
}
