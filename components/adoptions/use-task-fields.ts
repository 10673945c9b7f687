import { useTranslations } from "next-intl";
import type { FieldSpec } from "./adoption-form";

/** The fields of a task; those of something that can be done come with one that exists. */
export function useTaskFields({ isNew, today }: { isNew: boolean; today: string }): FieldSpec[] {
  const t = useTranslations("adoptions.tasks.form");
  const done: FieldSpec[] = [
    { name: "doneOn", label: t("doneOn"), help: t("doneHelp"), control: "date", max: today },
    { name: "evidence", label: t("evidence"), help: t("evidenceHelp"), control: "text" },
  ];
  return [
    { name: "label", label: t("label"), control: "text" },
    { name: "ownerName", label: t("ownerName"), control: "text" },
    { name: "dueOn", label: t("dueOn"), control: "date" },
    ...(isNew ? [] : done),
    { name: "note", label: t("note"), help: t("noteHelp"), control: "area" },
  ];
}
