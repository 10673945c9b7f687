import "server-only";
import { toDay } from "@/lib/core/dates";
import type { Viewer } from "@/lib/core/roles";
import { getPublishedSolution } from "@/lib/solutions/queries";
import { getTotals } from "./counts/queries";
import { isSlug } from "./facets/schema";
import { isNoise, parseQuestion, type Term, toQuestion } from "./question/rules";
import { forViewer, onlyChosenFacet, type SearchResult, toListed, toResult } from "./rules";
import { hasChoices, type SearchFilters } from "./schema";
import { type Period, runCountPublished, runSearch, runWholeCatalogue } from "./statement/queries";
import { getVocabulary, refreshVocabulary, stemWords } from "./words/queries";
import { expandTerms, listExcluded, listWordsToStem } from "./words/rules";
import { correctTerms } from "./words/typos/rules";

/**
 * Published solutions for a question and choices: within a facet any of the choices, across facets
 * all of them; each facet counts what the question and the other facets leave. A word finds its forms,
 * the compounds it is part of, its own parts and its synonyms; not every word need be met, but the more
 * the better. Words that find nothing are taken as typing errors. One statement, two with correction.
 */
export async function searchSolutions(viewer: Viewer, given: SearchFilters): Promise<SearchResult> {
  const filters = forViewer(viewer, given);
  const terms = parseQuestion(filters.q);
  const asksNothing = terms.every(({ text, isPhrase }) => !isPhrase && isNoise(text));
  if (asksNothing && !hasChoices(filters)) return listWholeCatalogue(viewer, filters);
  const first = await ask(viewer, filters, terms);
  if (await refreshVocabulary(first.row.versions)) return searchSolutions(viewer, given);
  const { correctable } = await getVocabulary();
  const corrected = correctTerms(terms, first.isMet, correctable);
  if (!corrected) return toResult({ filters, ...first });
  const second = await ask(viewer, filters, corrected);
  const isBetter = second.row.found > 0;
  const result = toResult({ filters, ...(isBetter ? second : first) });
  return { ...result, corrected: isBetter ? toQuestion(corrected) : null };
}

/** Nothing chosen and nothing asked: a page of everything, with counts that are remembered. */
async function listWholeCatalogue(viewer: Viewer, filters: SearchFilters): Promise<SearchResult> {
  const page = await runWholeCatalogue(viewer, filters, await getTotals());
  const { published, facets } = await getTotals(page.versions.counts);
  // Signs that no word is made of ask for something that does not exist.
  const isNothing = filters.q !== "" && parseQuestion(filters.q).length === 0;
  const row = isNothing
    ? { ...page, items: [], facets: [] }
    : { ...page, found: published, total: published, facets: [...facets, ...page.facets] };
  return toResult({ filters, row, asked: [] });
}

/** How many of what a search finds were published in a period. */
export async function countPublished(viewer: Viewer, given: SearchFilters, period: Period): Promise<number> {
  const filters = forViewer(viewer, given);
  const terms = parseQuestion(filters.q);
  const [words, totals] = await Promise.all([toWords(terms), getTotals()]);
  return runCountPublished(viewer, { filters, terms, ...words, isNarrow: true }, totals, period);
}

/** The terms in the words of the catalogue. */
async function toWords(terms: readonly Term[]) {
  const vocabulary = await getVocabulary();
  const stemOf = await stemWords(listWordsToStem(terms), vocabulary);
  const wanted = terms.filter(({ isExcluded }) => !isExcluded);
  const asked = expandTerms(wanted, vocabulary, stemOf);
  return { asked, excluded: listExcluded(terms, vocabulary, stemOf) };
}

async function ask(viewer: Viewer, filters: SearchFilters, terms: readonly Term[]) {
  const [{ asked, excluded }, totals] = await Promise.all([toWords(terms), getTotals()]);
  const alone = terms.length === 0 ? onlyChosenFacet(filters) : null;
  const question = { filters, terms, asked, excluded, isNarrow: alone !== null };
  const row = await runSearch(viewer, question, totals);
  const isMet = (text: string) => !asked.some((term, at) => term.text === text && !row.met.includes(at));
  if (alone === null) return { row, asked, isMet };
  // What a facet counts leaves out the choice in itself: without any other that is the whole catalogue.
  const whole = (await getTotals(row.versions.counts)).facets.filter(({ facet }) => facet === alone);
  const others = row.facets.filter(({ facet }) => facet !== alone);
  return { row: { ...row, facets: [...others, ...whole] }, asked, isMet };
}

/** One published solution for the public API, with counts for everybody; or null. */
export async function findPublished(slug: string) {
  const solution = isSlug(slug) ? await getPublishedSolution(slug) : null;
  if (!solution) return null;
  const confirmedOn = solution.confirmedOn && toDay(solution.confirmedOn);
  return { solution, listed: toListed({ ...solution, confirmedOn }) };
}
