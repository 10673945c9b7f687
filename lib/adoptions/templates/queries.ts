import "server-only";
import { database, type Transaction } from "@/lib/core/db";
import type { SolutionKind } from "@/lib/core/generated/prisma/enums";
import type { Viewer } from "@/lib/core/roles";
import { canEditKindSteps, canEditSolutionSteps } from "./policy";
import { kindOfScope, stepKinds } from "./schema";

type Reader = Pick<Transaction, "taskTemplate" | "taskTemplateList" | "solution">;

/** The steps that apply to a scope, and whose they are. */
export type StepList = {
  scope: string;
  /** Of everything that it was made of: changes with it. */
  version: string;
  labels: string[];
  /** Those of its kind, while the solution has none of its own. */
  isOfKind: boolean;
  isDemo: boolean;
};

/** Every kind with how many steps it has, in the order of the kinds; null for who may not edit them. */
export async function listKindSteps(viewer: Viewer): Promise<{ kind: SolutionKind; count: number }[] | null> {
  if (!canEditKindSteps(viewer)) return null;
  const rows = await database().taskTemplate.groupBy({
    by: ["scope"],
    where: { scope: { in: [...stepKinds] } },
    _count: true,
  });
  return stepKinds.map((kind) => ({ kind, count: rows.find(({ scope }) => scope === kind)?._count ?? 0 }));
}

/** The steps of a kind; null for who may not edit them. */
export async function getKindSteps(viewer: Viewer, kind: SolutionKind): Promise<StepList | null> {
  return canEditKindSteps(viewer) ? readSteps(database(), kind, null) : null;
}

/** The steps of a solution; null where there is no such solution for who asks. */
export async function getSolutionSteps(
  viewer: Viewer,
  slug: string,
): Promise<(StepList & { name: string; kind: SolutionKind }) | null> {
  const solution = await findSolution(database(), slug);
  if (!solution || !canEditSolutionSteps(viewer, solution)) return null;
  return { ...(await readSteps(database(), slug, solution.kind)), name: solution.name, kind: solution.kind };
}

/** Whose solution it is, and of which kind; null for what no solution is called. */
export async function findSolution(db: Pick<Reader, "solution">, slug: string) {
  if (kindOfScope(slug)) return null;
  const select = { name: true, kind: true, providerId: true } as const;
  return db.solution.findUnique({ where: { slug }, select });
}

/** The steps of a scope: its own, or else those of `kind`. Two statements. */
export async function readSteps(db: Reader, scope: string, kind: SolutionKind | null): Promise<StepList> {
  const where = { scope: { in: kind ? [scope, kind] : [scope] } };
  const [rows, lists] = [
    await db.taskTemplate.findMany({ where, orderBy: { position: "asc" } }),
    await db.taskTemplateList.findMany({ where }),
  ];
  const labelsOf = (of: string) => rows.flatMap((row) => (row.scope === of ? [row.label] : []));
  const versionOf = (of: string | null) => lists.find((list) => list.scope === of)?.version ?? 0;
  const own = labelsOf(scope);
  const isOfKind = kind !== null && own.length === 0;
  return {
    ...{ scope, isOfKind, labels: isOfKind ? labelsOf(kind) : own },
    version: isOfKind ? `${versionOf(scope)}-${versionOf(kind)}` : String(versionOf(scope)),
    isDemo: lists.some((list) => list.scope === (isOfKind ? kind : scope) && list.isDemo),
  };
}
