"use client";
import { parseWithZod } from "@conform-to/zod/v4";
import { createContext, type ReactNode, useContext } from "react";
import type { z } from "zod";
import { formIdField } from "@/lib/core/forms";

type Field = [name: string, value: string];

const RefilledContext = createContext<Field[] | null>(null);

/** Gives the forms within what was typed into one of them before; see core/unsent. */
export function Refilled({ fields, children }: { fields: Field[] | null; children: ReactNode }) {
  return <RefilledContext value={fields}>{children}</RefilledContext>;
}

/**
 * What was typed before into the form with this id: `values` for its fields, and what it `carried` itself, such as
 * the version that was read: a change of somebody else since is still noticed.
 */
export function useRefilled(id: string, schema: z.ZodType) {
  const fields = useContext(RefilledContext);
  if (!fields?.some(([name, value]) => name === formIdField && value === id)) return null;
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return { values: parseWithZod(form, { schema }).payload, carried: new Map(fields) };
}
