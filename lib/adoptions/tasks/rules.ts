type Task = { doneOn: string | null; dueOn: string | null };

/** Is the day gone by on which this should have been done? Days as "2026-11-20". */
export function isLate({ doneOn, dueOn }: Task, today: string): boolean {
  return doneOn === null && dueOn !== null && dueOn < today;
}

/** How far a list is: how many of how many are done, and how many should have been. */
export function progressOf(tasks: readonly Task[], today: string) {
  const done = tasks.filter(({ doneOn }) => doneOn !== null).length;
  return { done, total: tasks.length, late: tasks.filter((task) => isLate(task, today)).length };
}
