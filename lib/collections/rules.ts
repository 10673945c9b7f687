import type { Layer, Theme } from "@/lib/core/generated/prisma/enums";
import { fold, toAddressWord } from "@/lib/core/text";

// Ways into the catalogue besides a question: facilities that share a theme, a provider, a law, a
// standard or a layer of Common Ground.

export const entrances = ["thema", "aanbieder", "wet", "standaard", "laag"] as const;
/** The words of the address. */
export type Entrance = (typeof entrances)[number];

/** What of a facility decides where it is found. */
export type Classified = {
  id: string;
  theme: Theme;
  layer: Layer | null;
  legalBasis: string | null;
  standards: string[];
  provider: { slug: string; name: string };
};

/** `code` is the theme or layer, whose words are in the messages; of the others `label` is the name. */
export type Collection = {
  entrance: Entrance;
  slug: string;
  label: string;
  code: Theme | Layer | null;
  ids: string[];
};

type Place = Omit<Collection, "ids">;

/** Where one facility belongs. */
function placesOf(one: Classified): Place[] {
  const named = (entrance: Entrance, label: string) => ({
    entrance,
    slug: toCollectionSlug(label),
    label,
    code: null,
  });
  const places: Place[] = [
    { entrance: "thema", slug: toAddressWord(one.theme), label: "", code: one.theme },
    { entrance: "aanbieder", slug: one.provider.slug, label: one.provider.name, code: null },
    ...(one.layer
      ? [{ entrance: "laag" as const, slug: toAddressWord(one.layer), label: "", code: one.layer }]
      : []),
    ...listLaws(one.legalBasis).map((law) => named("wet", law)),
    ...one.standards.flatMap(splitNames).map((standard) => named("standaard", standard)),
  ];
  return places.filter(({ slug }) => slug !== "");
}

/** All collections that have a facility, by entrance and then by name; each facility once in each. */
export function collect(solutions: readonly Classified[]): Collection[] {
  const found = new Map<string, Collection>();
  for (const one of solutions)
    for (const place of placesOf(one)) {
      const key = `${place.entrance}/${place.slug}`;
      const collection = found.get(key) ?? { ...place, ids: [] };
      if (!collection.ids.includes(one.id)) collection.ids.push(one.id);
      found.set(key, collection);
    }
  return [...found.values()].sort(
    (a, b) =>
      entrances.indexOf(a.entrance) - entrances.indexOf(b.entrance) || a.label.localeCompare(b.label, "nl"),
  );
}

/**
 * The laws that a legal basis names: "Wmo 2015, Jeugdwet" are two, and an article or a remark between
 * brackets belongs to its law. "Pas toe of leg uit" is an obligation, no law.
 */
export function listLaws(legalBasis: string | null): string[] {
  return splitNames(legalBasis ?? "")
    .map((name) => name.replace(/\s+art\.?\s.*$/i, "").trim())
    .filter((name) => name !== "" && !/^\d+(\.\d+)*$/.test(name) && !/^pas toe of leg uit/i.test(name));
}

function splitNames(text: string): string[] {
  return text
    .replace(/\s*\([^)]*\)/g, "")
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** The name as it stands in an address: "ZGW API's" is "zgw-apis". */
export function toCollectionSlug(name: string): string {
  return fold(name)
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80);
}
