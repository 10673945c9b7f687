import "server-only";
import { headers } from "next/headers";
import { actingForField, formIdField } from "./forms";
import type { Viewer } from "./roles";

/** Why a form was not taken: nobody is signed in any more, or not for the organisation that it was opened for. */
type Reason = "signedOut" | "otherOrganisation";

/** A form that was not taken because of who sent it, or that is filled in again now, with all but files and secrets. */
export type Unsent = { state: Reason | "filledIn"; fields: UnsentField[] };
export type UnsentField = [name: string, value: string];

type Request = Awaited<ReturnType<typeof headers>>;

// A form and the page that answers it are one request, and its headers are one object: nothing outlives it.
const unsent = new WeakMap<Request, Unsent>();

/** Typed anew, rather than sent back on a page that others may see over a shoulder. */
const secret = /secret|token|^code$|recoveryCode/i;

/** What stands between this form and this viewer, if anything. Forms about the person alone carry no organisation. */
export function reasonNotToTake(form: FormData, { user, organisation }: Viewer): Reason | null {
  const openedFor = form.get(actingForField);
  if (openedFor === null) return null;
  if (!user) return "signedOut";
  return openedFor === (organisation?.id ?? "") ? null : "otherOrganisation";
}

/**
 * Keeps a form that is not taken for the page that answers it: without a script that page may be another than the
 * form was on, one that asks to sign in or is of another organisation. With a script the form itself stays, and
 * this says no.
 */
export async function keepUnsent(form: FormData, reason: Reason): Promise<boolean> {
  const isPlain = form.has(formIdField) && !(await headers()).has("next-action");
  if (isPlain) await keepForm(form, reason);
  return isPlain;
}

/** Keeps a form for the page that answers this request, to be filled in again there or to be read. */
export async function keepForm(form: FormData, state: Unsent["state"]): Promise<void> {
  const fields = [...form].flatMap(([name, value]): UnsentField[] =>
    typeof value === "string" && !secret.test(name) ? [[name, value]] : [],
  );
  unsent.set(await headers(), { state, fields });
}

/** The form of this request that was not taken, or is filled in again. */
export async function getUnsent(): Promise<Unsent | null> {
  return unsent.get(await headers()) ?? null;
}
