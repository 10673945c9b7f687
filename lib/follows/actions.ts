"use server";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { handleForm } from "@/lib/audit/action";
import type { FormState } from "@/lib/core/action";
import { DomainError } from "@/lib/core/errors";
import { toLocale } from "@/lib/core/locales";
import { toOwnPath } from "@/lib/core/own-path";
import type { Viewer } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { chooseFrequency, follow, markSeen, stopMail, unfollow } from "./mutations";
import { type FollowSubject, followForm, frequencyForm, stopForm } from "./schema";

const list = "/account/volgen";

/** Follows what the button stands beside, and shows the same page again. */
export async function followAction(form: FormData): Promise<void> {
  await stepOf(form, follow);
}

/** Stops following, and shows the same page again. */
export async function unfollowAction(form: FormData): Promise<void> {
  await stepOf(form, unfollow);
}

/** Chooses how often mail comes. */
export async function chooseFrequencyAction(_: FormState, form: FormData): Promise<FormState> {
  return handleForm(frequencyForm, form, async (viewer, { frequency }) => {
    await chooseFrequency(viewer, frequency);
    return { to: `${list}?melding=mail` };
  });
}

/** Counts everything on the page as seen. */
export async function markSeenAction(form: FormData): Promise<void> {
  await markSeen(await getViewer()).catch(unlessRefused);
  refresh();
  redirect(`/${toLocale(form.get("locale"))}${list}?melding=seen`);
}

/** Ends the mail of whoever has the link; whether there was anything to end, nobody learns. */
export async function stopMailAction(form: FormData): Promise<void> {
  const parsed = stopForm.safeParse({ wie: form.get("wie"), code: form.get("code") });
  if (parsed.success) await stopMail(await getViewer(), parsed.data).catch(unlessRefused);
  redirect(`/${toLocale(form.get("locale"))}/afmelden?klaar=1`);
}

async function stepOf(form: FormData, work: (viewer: Viewer, subject: FollowSubject) => Promise<void>) {
  const parsed = followForm.safeParse({ kind: form.get("kind"), key: form.get("key") });
  if (parsed.success) await work(await getViewer(), parsed.data).catch(unlessRefused);
  refresh();
  redirect(`/${toLocale(form.get("locale"))}${toOwnPath(form.get("next"))}`);
}

/** Whose session ended, or who follows more than fits, sees on the page that follows that nothing changed. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof DomainError)) throw error;
}
