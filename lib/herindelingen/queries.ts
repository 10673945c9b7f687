import "server-only";
import { toDay } from "@/lib/core/dates";
import { database, inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, requirePermission } from "@/lib/core/errors";
import { Prisma } from "@/lib/core/generated/prisma/client";
import type { Viewer } from "@/lib/core/roles";
import { toSlug } from "@/lib/solutions/rules";
import { type Named, type Outcome, readOutcome } from "./outcome/queries";
import { canMerge } from "./policy";
import type { ChoiceInput } from "./schema";

/** A herindeling as it was chosen, looked up. */
export type Plan = {
  effectiveOn: string;
  law: string | null;
  predecessors: Named[];
  /** Null for a new gemeente. */
  successor: Named | null;
  fresh: { name: string; cbsCode: string } | null;
};

type Row = Named & {
  officialName: string;
  validFrom: Date | null;
  validTo: Date | null;
  endsInId: string | null;
};

/**
 * Looks up what was chosen, by name or slug. Errors: invalid for names that nobody has, a gemeente that
 * merges into itself, that has ended already or began later, and for a name or code that is taken; conflict where
 * another herindeling ends one of them.
 */
export async function resolveChoice(
  db: Pick<Transaction, "$queryRaw" | "gemeente" | "organisation" | "herindeling">,
  input: ChoiceInput,
): Promise<Plan> {
  const { predecessors: names, into, cbsCode, effectiveOn, law } = input;
  const predecessors = await findByName(db, names);
  const [successor] = cbsCode ? [] : await findByName(db, [into]);
  const all = successor ? [...predecessors, successor] : predecessors;
  if (successor && predecessors.some(({ id }) => id === successor.id))
    throw new DomainError("invalid", "mergesIntoItself", successor.name);
  refuse(all, ({ validTo }) => validTo !== null, "gemeenteAlreadyEnded");
  refuse(
    all,
    ({ validFrom }) => validFrom !== null && toDay(validFrom) >= effectiveOn,
    "gemeenteBeginsLater",
  );
  const planned = await db.herindeling.findMany({
    where: { carriedOutAt: null, successorId: { in: predecessors.map(({ id }) => id) } },
    select: { successorId: true },
  });
  const receiving = new Set(planned.map(({ successorId }) => successorId));
  refuse(all, ({ id, endsInId }) => endsInId !== null || receiving.has(id), "alreadyMerging", "conflict");
  if (cbsCode) await refuseTaken(db, { name: into, cbsCode });
  return {
    ...{ effectiveOn, law: law || null },
    predecessors: predecessors.map(toNamed),
    successor: successor ? toNamed(successor) : null,
    fresh: cbsCode ? { name: into, cbsCode } : null,
  };
}

const toNamed = ({ id, slug, name }: Named): Named => ({ id, slug, name });

function refuse(
  rows: readonly Row[],
  isWrong: (row: Row) => boolean,
  key: "gemeenteAlreadyEnded" | "gemeenteBeginsLater" | "alreadyMerging",
  code: "invalid" | "conflict" = "invalid",
): void {
  const wrong = rows.filter(isWrong).map(({ name }) => name);
  if (wrong.length > 0) throw new DomainError(code, key, wrong.join(", "));
}

/** In the order asked, each once; accents and capitals aside. */
async function findByName(db: Pick<Transaction, "$queryRaw">, names: readonly string[]): Promise<Row[]> {
  const rows = await db.$queryRaw<(Row & { asked: string })[]>(Prisma.sql`
    SELECT n.asked, o."id", o."slug", o."name", g."officialName", g."validFrom", g."validTo", g."endsInId"
    FROM unnest(${names}::text[]) WITH ORDINALITY AS n(asked, place)
    JOIN "Organisation" o ON o."slug" = lower(n.asked) OR lower(f_unaccent(o."name")) = lower(f_unaccent(n.asked))
    JOIN "Gemeente" g ON g."organisationId" = o."id"
    ORDER BY n.place, g."validTo" DESC NULLS FIRST`);
  const unknown = names.filter((name) => !rows.some(({ asked }) => asked === name));
  if (unknown.length > 0) throw new DomainError("invalid", "unknownGemeenten", unknown.join(", "));
  const first = names.flatMap((name) => rows.find(({ asked }) => asked === name) ?? []);
  return first.filter((row, at) => first.findIndex(({ id }) => id === row.id) === at);
}

async function refuseTaken(
  db: Pick<Transaction, "gemeente" | "organisation" | "herindeling">,
  { name, cbsCode }: { name: string; cbsCode: string },
): Promise<void> {
  const known = await db.gemeente.count({ where: { OR: [{ cbsCode }, { officialName: name }] } });
  const named = await db.organisation.count({ where: { slug: toSlug(name) } });
  const planned = await db.herindeling.count({
    where: { carriedOutAt: null, OR: [{ newName: name }, { newCbsCode: cbsCode }] },
  });
  if (known + named + planned > 0) throw new DomainError("invalid", "gemeenteTaken", `${name}, ${cbsCode}`);
}

/** The choice with all that would happen; nothing changes. Errors as `resolveChoice`, forbidden. */
export async function getDryRun(viewer: Viewer, input: ChoiceInput): Promise<Plan & { outcome: Outcome }> {
  const mayMerge = canMerge(viewer);
  requirePermission(mayMerge, viewer);
  return inTransaction(async (tx) => {
    const plan = await resolveChoice(tx, input);
    return { ...plan, outcome: await readOutcome(tx, plan) };
  });
}

const named = { select: { organisation: { select: { id: true, slug: true, name: true } } } } as const;
const columns = {
  id: true,
  effectiveOn: true,
  law: true,
  newName: true,
  newCbsCode: true,
  carriedOutAt: true,
  outcome: true,
  isDemo: true,
  successor: named,
  predecessors: { ...named, orderBy: { organisation: { name: "asc" } } },
} satisfies Prisma.HerindelingSelect;

/** Every herindeling, the latest day first. Error: forbidden. */
export async function listHerindelingen(viewer: Viewer) {
  const mayMerge = canMerge(viewer);
  requirePermission(mayMerge, viewer);
  const rows = await database().herindeling.findMany({
    select: columns,
    orderBy: [{ effectiveOn: "desc" }, { createdAt: "desc" }],
  });
  return rows.map(toHerindeling);
}

/** One, with what would happen now while it is planned. Null when there is none. Error: forbidden. */
export async function getHerindeling(viewer: Viewer, id: string) {
  const mayMerge = canMerge(viewer);
  requirePermission(mayMerge, viewer);
  return inTransaction(async (tx) => {
    const found = await readHerindeling(tx, id);
    if (!found) return null;
    return { ...found, preview: found.carriedOutAt ? null : await readOutcome(tx, found) };
  });
}

/** One as it stands; null when there is none. */
export async function readHerindeling(tx: Transaction, id: string) {
  const row = await tx.herindeling.findUnique({ where: { id }, select: columns });
  return row && toHerindeling(row);
}

export type Herindeling = ReturnType<typeof toHerindeling>;

function toHerindeling(row: Prisma.HerindelingGetPayload<{ select: typeof columns }>) {
  const { effectiveOn, successor, predecessors, newName, newCbsCode, ...rest } = row;
  return {
    ...rest,
    effectiveOn: toDay(effectiveOn),
    predecessors: predecessors.map(({ organisation }) => organisation),
    successor: successor?.organisation ?? null,
    fresh: newName !== null && newCbsCode !== null ? { name: newName, cbsCode: newCbsCode } : null,
  };
}
