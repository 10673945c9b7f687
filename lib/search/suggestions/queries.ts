import "server-only";
import { today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { visitor } from "@/lib/core/roles";
import { getTotals } from "../counts/queries";
import { noChoices } from "../facets/schema";
import { parseQuestion } from "../question/rules";
import { classify } from "../statement/facets/queries";
import { likeMine, orderOf } from "../statement/order/queries";
import { listAsked, scoreWords } from "../statement/words/queries";
import { getVocabulary, stemWords } from "../words/queries";
import { expandTerms, listWordsToStem } from "../words/rules";
import { completeLast } from "./rules";

export type SuggestedSolution = { slug: string; name: string };

/** Published solutions for a question that is still being typed: the last word may be the begin of one. */
export async function suggestSolutions(question: string, limit: number): Promise<SuggestedSolution[]> {
  const terms = parseQuestion(question).filter(({ isExcluded }) => !isExcluded);
  const [vocabulary, totals] = await Promise.all([getVocabulary(), getTotals()]);
  const stemOf = await stemWords(listWordsToStem(terms), vocabulary);
  const asked = completeLast(expandTerms(terms, vocabulary, stemOf), terms, vocabulary);
  if (asked.length === 0) return [];
  const day = today();
  const judged = { choices: noChoices, terms: [], excluded: [], day, hasWords: true, isNarrow: true };
  return database().$queryRaw<SuggestedSolution[]>(Prisma.sql`
    WITH ${listAsked(asked)}, ${likeMine(visitor)}, ${scoreWords(asked.length, totals.published)},
    classified AS (${classify(judged)})
    SELECT r."slug", r."name" FROM classified r
    ORDER BY ${orderOf("relevantie", { question, priorMean: totals.priorMean, day })} LIMIT ${limit}`);
}
