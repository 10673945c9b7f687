"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { discardSheet, importSheet, keepSheet } from "./mutations";
import { discardSchema, importSchema, uploadSchema } from "./schema";

/** Takes a file in for its dry run. */
export async function uploadSheetAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(uploadSchema, form, async (viewer, { bestand }) => {
    const bytes = Buffer.from(await bestand.arrayBuffer());
    return { to: `/mijn/importeren/${await keepSheet(viewer, { name: bestand.name, bytes })}` };
  });
}

/** Records what the dry run showed. */
export async function importSheetAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(importSchema, form, async (viewer, input) => {
    const { count } = await importSheet(viewer, input);
    return { to: `/mijn?melding=imported&aantal=${count}` };
  });
}

/** Throws the file away. */
export async function discardSheetAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(discardSchema, form, async (viewer, input) => {
    await discardSheet(viewer, input);
    return { to: "/mijn/importeren?melding=discarded" };
  });
}
