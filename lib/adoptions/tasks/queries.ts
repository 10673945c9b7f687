import "server-only";
import { toDay } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import type { Member } from "@/lib/core/roles";

// Steps and tasks are read within the gemeente alone: every read is scoped by the gemeente of the member.

const columns = {
  id: true,
  position: true,
  label: true,
  isOwn: true,
  ownerName: true,
  dueOn: true,
  doneOn: true,
  evidence: true,
  note: true,
  version: true,
  isDemo: true,
  doneBy: { select: { name: true } },
} satisfies Prisma.AdoptionTaskSelect;

/** The steps and tasks of an adoption of my gemeente, in their order. */
export async function listTasks(member: Member, adoptionId: string) {
  const rows = await database().adoptionTask.findMany({
    where: { adoption: { id: adoptionId, gemeenteId: member.organisation.id } },
    relationLoadStrategy: "join",
    orderBy: { position: "asc" },
    select: columns,
  });
  return rows.map(({ dueOn, doneOn, doneBy, ...row }) => ({
    ...row,
    dueOn: dueOn && toDay(dueOn),
    doneOn: doneOn && toDay(doneOn),
    doneBy: doneBy?.name ?? null,
  }));
}

export type Task = Awaited<ReturnType<typeof listTasks>>[number];

/** One step or task by its number in the list; null when there is none. */
export async function getTask(member: Member, adoptionId: string, position: number): Promise<Task | null> {
  const tasks = await listTasks(member, adoptionId);
  return tasks.find((task) => task.position === position) ?? null;
}

/** Who of my gemeente can be given the task, by name. */
export async function listColleagues(member: Member): Promise<{ id: string; name: string }[]> {
  const rows = await database().user.findMany({
    where: {
      disabledAt: null,
      memberships: { some: { organisationId: member.organisation.id, disabledAt: null } },
    },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
  return rows.map(({ id, name }) => ({ id, name: name ?? "" }));
}
