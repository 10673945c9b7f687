"use client";
import type { FieldMetadata } from "@conform-to/react";
import { useLocale, useTranslations } from "next-intl";
import { RadioField, TextArea, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { addSynonymAction, changeSynonymAction, removeSynonymAction } from "@/lib/search/synonyms/actions";
import { addSynonymForm, changeSynonymForm, removeSynonymForm } from "@/lib/search/synonyms/schema";

export type WordValues = {
  id: string;
  version: number;
  term: string;
  expansions: string[];
  isMutual: boolean;
  weight: number;
  note: string | null;
};

const list = "/beheer/zoekwoorden";

/** A new term of the field language. */
export function AddWord() {
  const t = useTranslations("search.wordForm");
  const locale = useLocale();
  return (
    <Form
      id="zoekwoord"
      action={addSynonymAction}
      schema={addSynonymForm}
      defaultValue={{ direction: "one", weight: "80" }}
      submit={t("add")}
      cancelHref={`/${locale}${list}`}
    >
      {(fields) => <WordFields fields={fields} />}
    </Form>
  );
}

/** A term as it is, to be changed. */
export function ChangeWord({ word }: { word: WordValues }) {
  const t = useTranslations("search.wordForm");
  const locale = useLocale();
  return (
    <Form
      id="zoekwoord"
      action={changeSynonymAction}
      schema={changeSynonymForm}
      defaultValue={toValues(word)}
      hidden={{ id: word.id, version: String(word.version) }}
      submit={t("change")}
      cancelHref={`/${locale}${list}`}
    >
      {(fields) => <WordFields fields={fields} />}
    </Form>
  );
}

type Fields = Record<"term" | "expansions" | "direction" | "weight" | "note", FieldMetadata<unknown>>;

function WordFields({ fields }: { fields: Fields }) {
  const t = useTranslations("search.wordForm");
  const words = useTranslations("search.words");
  const directions = (["one", "both"] as const).map((value) => ({ value, label: words(value) }));
  return (
    <>
      <TextField field={fields.term} label={t("term")} help={t("termHelp")} />
      <TextArea field={fields.expansions} label={t("expansions")} help={t("expansionsHelp")} rows={6} />
      <RadioField
        field={fields.direction}
        label={t("direction")}
        help={t("directionHelp")}
        options={directions}
      />
      <TextField
        field={fields.weight}
        label={t("weight")}
        help={t("weightHelp")}
        type="number"
        min={1}
        max={100}
      />
      <TextField field={fields.note} label={t("note")} />
    </>
  );
}

function toValues({ term, expansions, isMutual, weight, note }: WordValues) {
  return {
    term,
    expansions: expansions.join("\n"),
    direction: isMutual ? ("both" as const) : ("one" as const),
    weight: String(weight),
    note: note ?? "",
  };
}

/** Takes a term away; quiet, because it is rarely what somebody came for. */
export function RemoveWord({ word }: { word: Pick<WordValues, "id" | "version"> }) {
  const t = useTranslations("search.wordForm");
  return (
    <Form
      id="verwijderen"
      action={removeSynonymAction}
      schema={removeSynonymForm}
      hidden={{ id: word.id, version: String(word.version) }}
      submit={t("remove")}
      isQuiet
    >
      {() => null}
    </Form>
  );
}
