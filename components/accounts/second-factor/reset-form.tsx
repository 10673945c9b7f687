"use client";
import type { ReactNode } from "react";
import { Form } from "@/components/ui/form";
import { resetFactorsAction } from "@/lib/accounts/second-factor/actions";
import { resetFactorsSchema } from "@/lib/accounts/second-factor/schema";

/** Removes the second step of somebody who lost it. */
export function ResetFactorsForm({ userId, submit }: { userId: string; submit: ReactNode }) {
  return (
    <Form
      id="tweede-stap"
      isQuiet
      action={resetFactorsAction}
      schema={resetFactorsSchema}
      hidden={{ userId }}
      submit={submit}
    >
      {() => null}
    </Form>
  );
}
