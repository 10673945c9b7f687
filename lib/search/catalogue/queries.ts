import "server-only";
import { runStatement } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { type Catalogue, emptyCatalogue, type Published, put, remove, type Word } from "./rules";

/** What a statement saw of the changes since what is remembered: read in the same moment as its answer. */
export type Changes = {
  /** Transactions before this one had all ended: what they changed has been seen. */
  until: string;
  changed: { id: string; in: string }[];
};

type Remembered = {
  catalogue: Catalogue;
  /** Counts the times that something changed. */
  revision: number;
  until: string;
  /** By solution the transaction whose change was read last. */
  readIn: Map<string, string>;
};

// The build has a copy of this module for pages and one for the API: together they remember once.
const shared = globalThis as { pluseenCatalogue?: Remembered & { reading: Promise<void> } };
shared.pluseenCatalogue ??= {
  ...{ catalogue: emptyCatalogue(), revision: 0, until: "0", readIn: new Map() },
  reading: Promise.resolve(),
};
const remembered = shared.pluseenCatalogue;

/** The published solutions as this process remembers them; the first who asks reads them all. */
export async function getCatalogue(): Promise<Readonly<Remembered>> {
  return remembered.until === "0" ? getCurrentCatalogue() : remembered;
}

/** The published solutions as they are now, for who asks no statement that tells of changes. */
export async function getCurrentCatalogue(): Promise<Readonly<Remembered>> {
  const [row] = await runStatement<{ changes: Changes }>(Prisma.sql`SELECT ${changesAsJson()}`);
  if (row) await keepUp(row.changes);
  return remembered;
}

/**
 * For a statement: what changed since what is remembered. Whatever an earlier statement did not see was
 * changed by a transaction that had not ended then, and those are all at or past its `until`. Numbers yet to
 * come are of another server, from which this database was restored.
 */
export function changesAsJson(): Prisma.Sql {
  const { until } = remembered;
  return Prisma.sql`jsonb_build_object('until', pg_snapshot_xmin(pg_current_snapshot())::text,
    'changed', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c."solutionId", 'in', c."changedIn"::text)), '[]')
      FROM "SolutionChange" c WHERE c."changedIn" >= ${until}::bigint
        AND (${until === "0"}::boolean OR c."changedIn" < pg_snapshot_xmax(pg_current_snapshot())::text::bigint))) AS "changes"`;
}

/**
 * Reads anew what changed, and says at which revision that is: an answer of an earlier one must be made again,
 * also when it was another question that read the change. Changes are read one after another, so that the newest
 * stays; what a transaction still open holds up is told again, and known.
 */
export async function keepUp(changes: Changes): Promise<number> {
  if (listNews(changes).length === 0) {
    advance(changes);
  } else {
    const work = remembered.reading.then(() => readAnew(changes));
    remembered.reading = work.catch(() => {});
    await work;
  }
  return remembered.revision;
}

function listNews({ changed }: Changes) {
  return changed.filter((change) => remembered.readIn.get(change.id) !== change.in);
}

function advance({ until }: Changes): void {
  if (BigInt(until) > BigInt(remembered.until)) remembered.until = until;
}

const atOnce = 500;

async function readAnew(changes: Changes): Promise<void> {
  const due = listNews(changes);
  for (let from = 0; from < due.length; from += atOnce) {
    const part = due.slice(from, from + atOnce);
    const rows = await readSolutions(part.map(({ id }) => id));
    for (const { id, in: changedIn } of part) {
      const row = rows.get(id);
      if (row) put(remembered.catalogue, row.solution, row.words);
      else remove(remembered.catalogue, id);
      remembered.readIn.set(id, changedIn);
    }
    remembered.revision += 1;
  }
  advance(changes);
}

type Row = Published & { words: string | null };

/** Those of these that are published, with their words. */
async function readSolutions(ids: string[]) {
  const rows = await runStatement<Row>(Prisma.sql`
    SELECT s."id", s."slug", s."name", lower(s."name") AS "lowerName", lower(f_unaccent(s."name")) AS "sortName",
      s."theme"::text AS "theme", s."kind"::text AS "kind", s."layer"::text AS "layer", s."phase"::text AS "phase",
      s."obligation"::text AS "obligation", s."priceModel"::text AS "priceModel",
      jsonb_build_object('slug', o."slug", 'name', o."name") AS "provider",
      jsonb_build_object('word', licence_word(coalesce(s."licence", '')), 'name', licence_name(coalesce(s."licence", ''))) AS "licence",
      s."confirmedOn"::text AS "confirmedOn", (extract(epoch FROM s."publishedAt") * 1000)::float8 AS "publishedAt",
      s."ratingCount", s."ratingSum", s."ratingWeight", s."inUseCount", s."joiningCount", s."reportedCount",
      (SELECT string_agg(w."stem" || ' ' || w."fields", ' ') FROM "SolutionWord" w WHERE w."solutionId" = s."id") AS "words"
    FROM "Solution" s JOIN "Organisation" o ON o."id" = s."providerId"
    WHERE s."id" = ANY(${ids}::uuid[]) AND s."publication" = 'PUBLISHED'`);
  return new Map(
    rows.map(({ words, ...solution }) => [solution.id, { solution, words: parseWords(words ?? "") }]),
  );
}

/** "zak 1 brug 4": stems, each with the bits of its fields. */
function parseWords(text: string): Word[] {
  const parts = text.split(" ");
  const words: Word[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2)
    words.push({ stem: parts[at] ?? "", fields: Number(parts[at + 1]) });
  return words;
}
