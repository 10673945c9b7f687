import type { Locale } from "@/lib/core/locales";
import en from "./en";
import nl from "./nl";

/** Dutch is the reference: every other language must have the same keys. */
export type Messages = typeof nl;

export const messages: Record<Locale, Messages> = { nl, en };
