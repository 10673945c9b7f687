import "server-only";
import { today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { Prisma } from "@/lib/core/generated/prisma/client";
import type { FacetRow } from "../rules";
import { countCatalogue } from "../statement/queries";

/** What is remembered of the whole catalogue, which nobody should have to count again. */
export type Totals = {
  published: number;
  /** Mean of all ratings, 1 to 5; 0 when there is none. */
  priorMean: number;
  facets: FacetRow[];
};

type Remembered = { totals: Totals; key: string };

let remembered: Remembered | null = null;
let reading: Promise<Remembered> | null = null;

/**
 * The totals of the catalogue: as they are at version `counts` of the catalogue (and today, because
 * facts age by the day), or as far as they are remembered when no version is asked.
 */
export async function getTotals(counts?: string): Promise<Totals> {
  const isRight = ({ key }: Remembered) => counts === undefined || key === keyOf(counts);
  if (remembered && isRight(remembered)) return remembered.totals;
  reading ??= readTotals().finally(() => {
    reading = null;
  });
  remembered = await reading;
  return remembered.totals;
}

const keyOf = (counts: string) => `${counts} ${today()}`;

/** The version is read first: what changes in between makes it too old, never too new. */
async function readTotals(): Promise<Remembered> {
  const [row] = await database().$queryRaw<
    { counts: string; published: number; priorMean: number }[]
  >(Prisma.sql`
    SELECT (SELECT "counts"::text FROM "CatalogueVersion") AS "counts", count(*)::int AS "published",
      coalesce(sum("ratingSum") / nullif(sum("ratingWeight"), 0), 0) AS "priorMean"
    FROM "Solution" WHERE "publication" = 'PUBLISHED'`);
  if (!row) throw new Error("a count always answers");
  const { counts, ...totals } = row;
  return { totals: { ...totals, facets: await countCatalogue() }, key: keyOf(counts) };
}
