"use client";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext } from "react";
import { actingForField } from "@/lib/core/forms";

/** The organisation that a page was opened for: its id and its name in a sentence. */
export type ActingOrganisation = { id: string; name: string };

/** `undefined` for a visitor; `null` for whoever is signed in and acts for nobody. */
type Acting = ActingOrganisation | null | undefined;

const ActingForContext = createContext<Acting>(undefined);

type Props = { organisation: Acting; children: ReactNode };

/** Tells the forms within on whose behalf they are opened. */
export function ActingFor({ organisation, children }: Props) {
  return <ActingForContext value={organisation}>{children}</ActingForContext>;
}

/**
 * On whose behalf a form acts. After a refusal the page may have been read anew for another
 * organisation: the form keeps the one that it was `opened` for, so that sending again is refused too.
 */
export function useActingFor(opened: unknown) {
  const acting = useContext(ActingForContext);
  const current = acting === undefined ? undefined : (acting?.id ?? "");
  const id = typeof opened === "string" ? opened : current;
  return { id, name: acting && acting.id === id ? acting.name : null };
}

type Acted = ReturnType<typeof useActingFor>;

/** Carries the organisation with the form; the server refuses it for another. */
export function ActingForInput({ id }: Pick<Acted, "id">) {
  return id === undefined ? null : <input type="hidden" name={actingForField} value={id} />;
}

/** Beside the button: for whom this is done. */
export function ActingForSentence({ name }: Pick<Acted, "name">) {
  const t = useTranslations("common");
  return name && <p className="mt-3 text-sm text-soft">{t("onBehalf", { organisation: name })}</p>;
}
