"use client";
import { useLocale, useTranslations } from "next-intl";
import { TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { openSearchAction, removeSearchAction, saveSearchAction } from "@/lib/search/saved/actions";
import { savedPlaces, savedStepForm, saveSearchForm, toSavedPath } from "@/lib/search/saved/schema";

type SaveProps = { waar: keyof typeof savedPlaces; query: string; name: string };

/** Keeps the address of a search or of a view under a name. */
export function SaveSearchForm({ waar, query, name }: SaveProps) {
  const t = useTranslations("search.saved");
  const locale = useLocale();
  return (
    <Form
      id="bewaren"
      action={saveSearchAction}
      schema={saveSearchForm}
      defaultValue={{ name }}
      hidden={{ waar, query }}
      submit={t("save")}
      cancelHref={`/${locale}${toSavedPath(savedPlaces[waar], query)}`}
      isPersonal
    >
      {(fields) => <TextField field={fields.name} label={t("name")} help={t("nameHelp")} />}
    </Form>
  );
}

/** Opens a search, which makes what it finds seen; or forgets it. */
export function SavedStep({ id, step }: { id: string; step: "open" | "remove" }) {
  const t = useTranslations("search.saved");
  return (
    <Form
      id={`${step}-${id}`}
      action={step === "open" ? openSearchAction : removeSearchAction}
      schema={savedStepForm}
      hidden={{ id }}
      submit={t(step)}
      isPersonal
      isQuiet
    >
      {() => null}
    </Form>
  );
}
