"use server";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import type { Viewer } from "@/lib/core/roles";
import { addDocument, changeDocument, removeDocument } from "./mutations";
import { documentSchema, newDocumentSchema, sameDocumentSchema } from "./schema";

/** Adds a document to an adoption of my gemeente. */
export async function addDocumentAction(_: FormState, form: FormData) {
  return handleForm(newDocumentSchema, form, async (viewer, { bestand, ...told }) => {
    const content = new Uint8Array(await bestand.arrayBuffer());
    return toDocuments(await addDocument(viewer, { ...told, content }), "documentAdded");
  });
}

/** Says anew what a document is and who may read it. */
export async function changeDocumentAction(_: FormState, form: FormData) {
  return handleForm(documentSchema, form, thenShow(changeDocument, "documentChanged"));
}

/** Removes a document. */
export async function removeDocumentAction(_: FormState, form: FormData) {
  return handleForm(sameDocumentSchema, form, thenShow(removeDocument, "documentRemoved"));
}

function thenShow<I>(work: (viewer: Viewer, input: I) => Promise<{ slug: string }>, melding: string) {
  return async (viewer: Viewer, input: I) => toDocuments(await work(viewer, input), melding);
}

const toDocuments = ({ slug }: { slug: string }, melding: string) => ({
  to: `/mijn/${slug}/documenten?melding=${melding}`,
});
