import "server-only";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { logError } from "@/lib/core/log";
import type { Versions } from "../statement/queries";
import { toVocabulary, type Vocabulary, type VocabularyRows } from "./vocabulary/rules";

type WordVersions = Pick<Versions, "words" | "synonyms">;
type Remembered = { vocabulary: Vocabulary; versions: WordVersions };

let remembered: Remembered | null = null;
let reading: Promise<Remembered> | null = null;

/** The words of the catalogue, as this process remembers them. */
export async function getVocabulary(): Promise<Vocabulary> {
  remembered ??= await readOnce();
  return remembered.vocabulary;
}

/**
 * Reads anew what has changed since it was remembered, and says whether the question must be asked
 * again: after a change of synonyms it must; other new words help with compounds and typing errors only,
 * and may come a moment later.
 */
export async function refreshVocabulary(now: WordVersions): Promise<boolean> {
  const before = remembered?.versions;
  if (before?.words === now.words && before.synonyms === now.synonyms) return false;
  const work = readOnce().then((result) => {
    remembered = result;
  });
  if (before?.synonyms === now.synonyms) {
    work.catch((error) => logError(error));
    return false;
  }
  await work;
  return true;
}

/** Whoever asks while it is being read waits for the same answer. */
function readOnce(): Promise<Remembered> {
  reading ??= readVocabulary().finally(() => {
    reading = null;
  });
  return reading;
}

/**
 * Every stem with its words and in how many solutions it is. Doubles go before anything is gathered: to sort
 * two million words twice took six seconds, longer than a statement may.
 */
const knownStems = Prisma.sql`
  SELECT w."stem", w."words", s."count"
  FROM (SELECT "stem", jsonb_agg("word" ORDER BY "word") AS "words"
    FROM (SELECT "stem", "word" FROM "SolutionWord" GROUP BY "stem", "word") AS pair GROUP BY "stem") AS w
  JOIN (SELECT "stem", count(*) AS "count"
    FROM (SELECT "stem" FROM "SolutionWord" GROUP BY "stem", "solutionId") AS pair GROUP BY "stem") AS s
    ON s."stem" = w."stem"`;

async function readVocabulary(): Promise<Remembered> {
  const [row] = await database().$queryRaw<(WordVersions & VocabularyRows)[]>(Prisma.sql`
    SELECT v."words"::text AS "words", v."synonyms"::text AS "synonyms",
      (SELECT coalesce(jsonb_agg(known), '[]') FROM (${knownStems}) AS known) AS "stems",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('term', "term", 'expansions', "expansions", 'isMutual', "isMutual",
        'weight', "weight") ORDER BY "term"), '[]') FROM "Synonym") AS "synonymRows",
      (SELECT coalesce(jsonb_agg(jsonb_build_array(word, search_stem(word))), '[]') FROM (
        SELECT DISTINCT word FROM search_words((
          SELECT string_agg("term" || ' ' || array_to_string("expansions", ' '), ' ') FROM "Synonym")) AS word) AS own) AS "synonymWords"
    FROM "CatalogueVersion" v`);
  if (!row) throw new Error("the catalogue always has a version");
  const { words, synonyms, ...rows } = row;
  return { vocabulary: toVocabulary(rows), versions: { words, synonyms } };
}

const mostStems = 20_000;
const stemsOfOthers = new Map<string, string>();

/** The stem of each word, also of words that the catalogue does not have: those are asked once. */
export async function stemWords(words: readonly string[], vocabulary: Vocabulary) {
  const known = (word: string) => vocabulary.stemOf.get(word) ?? stemsOfOthers.get(word);
  const unknown = words.filter((word) => known(word) === undefined);
  if (unknown.length > 0) {
    const rows = await database().$queryRaw<{ word: string; stem: string }[]>(Prisma.sql`
      SELECT word, search_stem(word) AS "stem" FROM unnest(${unknown}::text[]) AS word`);
    if (stemsOfOthers.size > mostStems) stemsOfOthers.clear();
    for (const { word, stem } of rows) stemsOfOthers.set(word, stem);
  }
  return (word: string) => known(word) ?? word;
}
