import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import { answerForm, type FormState, type FormWork, type ToWords } from "@/lib/core/action";
import type { DomainError } from "@/lib/core/errors";
import type { Viewer } from "@/lib/core/roles";
import { recordRefusal } from "./mutations";
import { toPagePath } from "./rules";

/**
 * The one shape of a server action (see `answerForm`). What policy forbids somebody who is signed in
 * leaves a trace of its own; a change that succeeds pays nothing for that.
 */
export function handleForm<S extends z.ZodType>(
  schema: S,
  form: FormData,
  work: FormWork<S>,
  toWords?: ToWords,
): Promise<FormState> {
  return answerForm(schema, form, work, { witness: recordForbidden, toWords });
}

async function recordForbidden(viewer: Viewer, { code, key }: DomainError): Promise<void> {
  if (code !== "forbidden" || !viewer.user) return;
  const page = toPagePath((await headers()).get("referer"));
  const subject = { subjectType: "Page", subjectId: page, detail: { refusal: key } } as const;
  await recordRefusal(viewer, { action: "request.refused", ...subject });
}
