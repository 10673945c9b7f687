"use client";
import type { ReactNode } from "react";

/**
 * Keeps what was typed when the server refuses: React resets a form after its action, and with the
 * form the text of whoever has to try again.
 */
export function KeepTyped({ children }: { children: ReactNode }) {
  return <div onReset={(event) => event.preventDefault()}>{children}</div>;
}
