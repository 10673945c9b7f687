"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import type { Viewer } from "@/lib/core/roles";
import { addTask, changeTask, completeTask, prepareTasks, removeTask } from "./mutations";
import { newTaskSchema, prepareSchema, sameTaskSchema, taskSchema } from "./schema";

/** Puts the usual steps into the list. */
export async function prepareTasksAction(_: FormState, form: FormData) {
  return handleForm(prepareSchema, form, thenShow(prepareTasks, "tasksPrepared"));
}

/** Adds a task of my gemeente. */
export async function addTaskAction(_: FormState, form: FormData) {
  return handleForm(newTaskSchema, form, thenShow(addTask, "taskAdded"));
}

/** Says what is known of a step or task. */
export async function changeTaskAction(_: FormState, form: FormData) {
  return handleForm(taskSchema, form, thenShow(changeTask, "taskChanged"));
}

/** Done, today. */
export async function completeTaskAction(_: FormState, form: FormData) {
  return handleForm(sameTaskSchema, form, thenShow(completeTask, "taskDone"));
}

/** Takes a step or task out of the list. */
export async function removeTaskAction(_: FormState, form: FormData) {
  return handleForm(sameTaskSchema, form, thenShow(removeTask, "taskRemoved"));
}

function thenShow<I>(work: (viewer: Viewer, input: I) => Promise<{ slug: string }>, melding: string) {
  return async (viewer: Viewer, input: I) => {
    const { slug } = await work(viewer, input);
    return { to: `/mijn/${slug}?melding=${melding}` };
  };
}
