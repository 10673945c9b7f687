import "server-only";
import { today } from "@/lib/core/dates";
import { getCurrentCatalogue } from "../catalogue/queries";
import { totalsOf } from "../counts/rules";
import { find, unlimited } from "../find/rules";
import { listPart } from "../order/rules";
import { parseQuestion } from "../question/rules";
import { getVocabulary, stemWords } from "../words/queries";
import { expandTerms, listWordsToStem } from "../words/rules";
import { completeLast } from "./rules";

export type SuggestedSolution = { slug: string; name: string };

/** Published solutions for a question that is still being typed: the last word may be the begin of one. */
export async function suggestSolutions(question: string, limit: number): Promise<SuggestedSolution[]> {
  const terms = parseQuestion(question).filter(({ isExcluded }) => !isExcluded);
  const vocabulary = await getVocabulary();
  const stemOf = await stemWords(listWordsToStem(terms), vocabulary);
  const asked = completeLast(expandTerms(terms, vocabulary, stemOf), terms, vocabulary);
  if (asked.length === 0) return [];
  const remembered = await getCurrentCatalogue();
  const { priorMean } = totalsOf(remembered);
  const day = today();
  const { fitting } = find(remembered.catalogue, { ...unlimited, asked, day });
  const circumstances = { question, priorMean, day };
  return listPart(fitting, { sort: "relevantie", circumstances, skip: 0, size: limit }).map(
    ({ solution: { slug, name } }) => ({ slug, name }),
  );
}
