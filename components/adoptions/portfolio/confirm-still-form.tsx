"use client";
import type { ReactNode } from "react";
import { Form } from "@/components/ui/form";
import { confirmStillAction } from "@/lib/adoptions/confirmation/actions";
import { confirmStillSchema } from "@/lib/adoptions/confirmation/schema";

type Props = { id: string; ids: string[]; submit: ReactNode; isQuiet?: boolean };

/** One button: what was recorded about these adoptions is still right. */
export function ConfirmStillForm({ id, ids, submit, isQuiet = false }: Props) {
  return (
    <Form
      id={id}
      action={confirmStillAction}
      schema={confirmStillSchema}
      hidden={{ ids: ids.join(",") }}
      submit={submit}
      isQuiet={isQuiet}
    >
      {() => null}
    </Form>
  );
}
