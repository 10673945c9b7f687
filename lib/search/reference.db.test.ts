import { expect, test } from "vitest";
import { readQuestions } from "@/bench/relevance/measure";
import { visitor } from "@/lib/core/roles";
import { facetValues, isFixed, publicFacets } from "./facets/schema";
import { searchSolutions } from "./queries";
import type { FacetRow } from "./rules";
import { publicSorts, type SearchFilters, searchSchema } from "./schema";
import { searchByReference } from "./testing/reference";

// What the process finds in its memory is what one SQL statement finds that does everything itself.

const words = readQuestions()
  .map(({ question }) => question)
  .filter((question) => !question.includes('"'));

/** Every question as it is; every fifth also in some order, a part of it, and with choices that occur in its answer. */
async function* listCases(): AsyncGenerator<SearchFilters> {
  for (const [at, q] of ["", "-parkeren", "vergunning -parkeren", ...words].entries()) {
    const plain = searchSchema.parse({ q });
    if (q) yield plain;
    if (at % 5 !== 0) continue;
    const { facets } = await searchSolutions(visitor, plain);
    const chosen = publicFacets.flatMap((facet) => {
      const [first, , third] = facets[facet];
      const values = [first?.word, third?.word].filter((word) => word !== undefined);
      return values.length > 0 ? [{ [facet]: values }] : [];
    });
    const one = chosen[at % chosen.length] ?? {};
    const other = chosen[(at * 7 + 3) % chosen.length] ?? {};
    for (const sort of publicSorts) yield { ...plain, ...one, sort };
    yield { ...plain, ...one, ...other };
    yield { ...plain, ...other, page: 2, pageSize: 3 };
  }
}

test("a search answers as one statement of SQL does", async () => {
  let compared = 0;
  for await (const filters of listCases()) {
    const own = await searchSolutions(visitor, filters);
    // Words that find nothing are taken as typing errors, which is no business of the statement.
    if (own.corrected) continue;
    const reference = await searchByReference(filters);
    const title = JSON.stringify(filters);
    expect({ total: own.total, found: own.totalWithoutChoices }, title).toEqual({
      total: reference.total,
      found: reference.found,
    });
    expect(
      own.items.map(({ slug }) => slug),
      title,
    ).toEqual(reference.items.map(({ slug }) => slug));
    for (const facet of publicFacets) {
      const counted = own.facets[facet].filter(({ count }) => count > 0);
      expect(
        counted.map(({ word, count }) => ({ word, count })),
        `${facet} ${title}`,
      ).toEqual(listCounts(reference.facets, facet));
    }
    compared++;
  }
  expect(compared).toBeGreaterThan(500);
});

/** Per value how often it occurs: those known beforehand in their own order, the others by name. */
function listCounts(rows: readonly FacetRow[], facet: FacetRow["facet"]) {
  const own = rows.filter((row) => row.facet === facet);
  if (!isFixed(facet)) return own.map(({ value, count }) => ({ word: value, count }));
  return [...facetValues[facet]].flatMap(([word, values]) => {
    const count = own.reduce((sum, row) => sum + (values.includes(row.value) ? row.count : 0), 0);
    return count > 0 ? [{ word, count }] : [];
  });
}
