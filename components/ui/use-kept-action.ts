"use client";
import { parseWithZod } from "@conform-to/zod/v4";
import { unstable_rethrow } from "next/navigation";
import { useActionState, useSyncExternalStore } from "react";
import type { z } from "zod";
import type { FormAction, FormState } from "@/lib/core/action";
import type { ErrorKey } from "@/lib/core/errors";

/**
 * The action of a form, whose answer may fail to come: the line drops, the database is gone, the server
 * refuses what is too much. With a script the form then stays as it was and says why; without one the
 * browser shows the page that the server answers.
 */
export function useKeptAction(action: FormAction, schema: z.ZodType) {
  const [answer, plainAction] = useActionState(action, null);
  const [kept, scriptedAction, isPending] = useActionState(
    (state: FormState, form: FormData) => action(state, form).catch((error) => keep(error, form, schema)),
    null,
  );
  const isScripted = useSyncExternalStore(subscribe, inBrowser, onServer);
  return [kept ?? answer, isScripted ? scriptedAction : plainAction, isPending] as const;
}

const subscribe = () => () => {};
const inBrowser = () => true;
const onServer = () => false;

function keep(error: unknown, form: FormData, schema: z.ZodType): FormState {
  unstable_rethrow(error);
  return parseWithZod(form, { schema }).reply({ formErrors: [reasonOf(error)] });
}

const reasons: Record<string, ErrorKey> = {
  tooMany: "tooManyRequests",
  tooLarge: "tooLargeToSend",
  tooSlow: "notSent",
  notFromHere: "notSent",
};

/** The server in front of the pages says why in one word, "door:tooMany:30"; else nobody knows what it did. */
function reasonOf(error: unknown): string {
  const [sign, word = "", value] = error instanceof Error ? error.message.split(":") : [];
  const key = sign === "door" ? reasons[word] : undefined;
  return key && value ? `${key}:${value}` : (key ?? "noAnswer");
}
