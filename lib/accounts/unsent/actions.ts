"use server";
import { refresh } from "next/cache";
import { DomainError } from "@/lib/core/errors";
import { actingForField } from "@/lib/core/forms";
import { keepForm, reasonNotToTake } from "@/lib/core/unsent";
import { getViewer } from "@/lib/core/viewer";
import { switchOrganisation } from "@/lib/memberships/mine/mutations";
import { organisationStepSchema } from "@/lib/memberships/schema";

/**
 * Shows a form that was not taken once more, filled in: for whoever signed in since, or acts again for the
 * organisation that it was opened for. Nothing is sent; that is the next step of whoever reads it.
 */
export async function reopenFormAction(form: FormData): Promise<void> {
  const viewer = await getViewer();
  const openedFor = organisationStepSchema.safeParse({ organisationId: form.get(actingForField) });
  if (openedFor.success && reasonNotToTake(form, viewer) === "otherOrganisation")
    await switchOrganisation(viewer, openedFor.data).catch(unlessRefused);
  await keepForm(form, reasonNotToTake(form, await getViewer()) ?? "filledIn");
  refresh();
}

/** Whoever is no longer in that organisation reads what they typed, and no more. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
}
