import "server-only";
import { createHash } from "node:crypto";
import { createTranslator } from "next-intl";
import { z } from "zod";
import { today } from "@/lib/core/dates";
import { database, type Transaction } from "@/lib/core/db";
import type { Member } from "@/lib/core/roles";
import { messages } from "@/messages";
import { readNewest } from "../bulk/mutations";
import { listPortfolio } from "../portfolio/queries";
import { describeOutcome, type Judged, judgeRows } from "./rules";
import { columnNames, storedRowSchema } from "./schema";

const solutionColumns = {
  id: true,
  slug: true,
  name: true,
  kind: true,
  phase: true,
  publication: true,
  obligation: true,
  priceModel: true,
} as const;

type Reader = Pick<Transaction, "adoption" | "solution" | "portfolioImport">;

export type DryRun = { id: string; fileName: string; ignored: string[]; judged: Judged[]; seen: string };

/**
 * What a kept file would do to the adoptions of my gemeente as they are now, row by row; null when it is not
 * the reader's, or gone.
 */
export async function getDryRun(member: Member, id: string, db: Reader = database()): Promise<DryRun | null> {
  const gemeenteId = member.organisation.id;
  const kept = await db.portfolioImport.findFirst({
    where: { id, gemeenteId, userId: member.user.id },
    select: { fileName: true, ignored: true, rows: true },
  });
  if (!kept) return null;
  const [solutions, newest] = await Promise.all([
    // A draft exists only for a gemeente that has a history with it.
    db.solution.findMany({
      where: { OR: [{ publication: "PUBLISHED" }, { adoptions: { some: { gemeenteId } } }] },
      select: solutionColumns,
    }),
    readNewest(db, gemeenteId),
  ]);
  const say = createTranslator({ locale: "nl", messages: messages.nl, namespace: "portfolio.import" });
  const judged = judgeRows(z.array(storedRowSchema).parse(kept.rows), {
    solutions: solutions.map(({ publication, ...solution }) => ({
      ...solution,
      isPublished: publication === "PUBLISHED",
    })),
    newest,
    today: today(),
    origin: say("origin", { file: kept.fileName }),
  });
  const seen = createHash("sha256").update(describeOutcome(judged)).digest("hex");
  return { id, fileName: kept.fileName, ignored: kept.ignored, judged, seen };
}

/** The portfolio as rows of the file that can be imported again, with the names of the columns on top. */
export async function listExportRows(member: Member): Promise<string[][]> {
  const { column } = messages.nl.portfolio;
  const portfolio = await listPortfolio(member);
  const rows = portfolio.map((adoption) => {
    const { solution, coverage } = adoption;
    const told = adoption.events.find(({ isCorrection }) => !isCorrection);
    const values: Record<(typeof columnNames)[number], string | null> = {
      ...adoption,
      slug: solution.slug,
      name: solution.name,
      status: messages.nl.terms.status[adoption.status],
      coverage: coverage?.toString() ?? null,
      reason: told?.reason ?? null,
      scope: null,
    };
    return columnNames.map((name) => values[name] ?? "");
  });
  const byName = rows.sort(([, a = ""], [, b = ""]) => a.localeCompare(b, "nl"));
  return [columnNames.map((name) => column[name]), ...byName];
}
