import "server-only";
import { toDay, today } from "@/lib/core/dates";
import type { Viewer } from "@/lib/core/roles";
import { getPublishedSolution } from "@/lib/solutions/queries";
import { getCatalogue, getCurrentCatalogue, keepUp } from "./catalogue/queries";
import { totalsOf } from "./counts/rules";
import { isSlug } from "./facets/schema";
import { find } from "./find/rules";
import { listPart } from "./order/rules";
import { isNoise, parseQuestion, type Term, toQuestion } from "./question/rules";
import { forViewer, type SearchResult, toListed, toResult } from "./rules";
import { hasChoices, type SearchFilters, type Sort } from "./schema";
import { readLikeMine } from "./statement/like-mine/queries";
import { readAgreeing, runPage, runWholeCatalogue } from "./statement/queries";
import { getVocabulary, refreshVocabulary, stemWords } from "./words/queries";
import { expandTerms, listExcluded, listWordsToStem } from "./words/rules";
import { correctTerms } from "./words/typos/rules";

/** After the first moment, up to and with the second; without a second up to now. */
export type Period = { since: Date; until?: Date };

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
  const page = await runWholeCatalogue(viewer, filters);
  if (!page) return toResult({ filters, ...(await ask(viewer, filters, [])) });
  await keepUp(page.changes);
  const { published, facets } = totalsOf(await getCatalogue());
  // Signs that no word is made of ask for something that does not exist.
  const isNothing = filters.q !== "" && parseQuestion(filters.q).length === 0;
  const row = isNothing
    ? { ...page, found: 0, total: 0, items: [], facets: [] }
    : { ...page, found: published, total: published, facets: [...facets, ...page.facets] };
  return toResult({ filters, row: { ...row, hits: 0, met: [] }, asked: [] });
}

/** How many of what a search finds were published in a period. */
export async function countPublished(
  viewer: Viewer,
  given: SearchFilters,
  { since, until }: Period,
): Promise<number> {
  const filters = forViewer(viewer, given);
  await getCurrentCatalogue();
  const { fitting } = await look(viewer, filters, parseQuestion(filters.q));
  const isWithin = (moment: number) =>
    moment > since.getTime() && moment <= (until?.getTime() ?? Number.POSITIVE_INFINITY);
  return fitting.filter(({ solution }) => isWithin(solution.publishedAt ?? 0)).length;
}

/** The terms in the words of the catalogue. */
export async function toWords(terms: readonly Term[]) {
  const vocabulary = await getVocabulary();
  const stemOf = await stemWords(listWordsToStem(terms), vocabulary);
  const wanted = terms.filter(({ isExcluded }) => !isExcluded);
  const asked = expandTerms(wanted, vocabulary, stemOf);
  return { asked, excluded: listExcluded(terms, vocabulary, stemOf) };
}

/** What is remembered that fits the question and the choices, for this viewer. */
async function look(viewer: Viewer, filters: SearchFilters, terms: readonly Term[]) {
  const [words, agreeing, likeMine] = await Promise.all([
    toWords(terms),
    readAgreeing(terms),
    readLikeMine(viewer),
  ]);
  const remembered = await getCatalogue();
  const question = { choices: filters, ...words, agreeing, likeMine, day: today() };
  const { priorMean } = totalsOf(remembered);
  const finds = find(remembered.catalogue, question);
  return { ...finds, asked: words.asked, likeMine, priorMean, revision: remembered.revision };
}

/** After so many changes in a row the answer is of a moment since it was asked, and that is new enough. */
const mostLooks = 3;

/** What is remembered answers, and one statement reads the items and whether anything has changed: then again. */
async function ask(viewer: Viewer, filters: SearchFilters, terms: readonly Term[], looks = 1) {
  const { fitting, asked, likeMine, priorMean, revision, ...finds } = await look(viewer, filters, terms);
  const part = listPart(fitting, {
    sort: sortOf(filters, asked.length > 0),
    circumstances: { question: filters.q, priorMean, day: today() },
    skip: (filters.page - 1) * filters.pageSize,
    size: filters.pageSize,
  });
  const ids = part.map(({ solution: { id } }) => ({ id, likeMine: likeMine.get(id)?.size ?? null }));
  const page = await runPage(ids, asked);
  if ((await keepUp(page.changes)) !== revision && looks < mostLooks) {
    return ask(viewer, filters, terms, looks + 1);
  }
  const row = { ...finds, ...page, total: fitting.length };
  const isMet = (text: string) => !asked.some((term, at) => term.text === text && !row.met.includes(at));
  return { row, asked, isMet };
}

function sortOf({ sort }: SearchFilters, hasWords: boolean): Sort {
  const chosen = sort ?? "relevantie";
  return chosen === "relevantie" && !hasWords ? "gebruik" : chosen;
}

/** One published solution for the public API, with counts for everybody; or null. */
export async function findPublished(slug: string) {
  const solution = isSlug(slug) ? await getPublishedSolution(slug) : null;
  if (!solution) return null;
  const confirmedOn = solution.confirmedOn && toDay(solution.confirmedOn);
  return { solution, listed: toListed({ ...solution, confirmedOn }) };
}
