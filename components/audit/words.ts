import { useTranslations } from "next-intl";
import type { LogRow } from "@/lib/audit/queries";
import { toAuditAction, toAuditSubject } from "@/lib/audit/rules";
import type { AuditAction, AuditSubject } from "@/lib/audit/schema";
import { AdoptionStatus, Role } from "@/lib/core/generated/prisma/enums";

type Translator = ReturnType<typeof useTranslations<never>>;

/** The words of the log; an action or a subject without words does not compile. */
export function makeLogWords(t: Translator) {
  const label = (action: AuditAction) => t(`audit.label.${action}`);
  const subject = (kind: AuditSubject) => t(`audit.subject.${kind}`);
  const person = ({ actor, result }: LogRow) =>
    actor ? (actor.name ?? t("common.unknown")) : t(result === "REFUSED" ? "audit.somebody" : "audit.site");
  const subjectOf = (row: LogRow) => {
    if (row.subjectName) return row.subjectName;
    if (row.subjectType === "Page") return row.subjectId;
    if (row.subjectId === "platform") return t("audit.everybody");
    const kind = toAuditSubject(row.subjectType);
    return textIn(row.detail, "slug") ?? (kind ? subject(kind) : row.subjectType);
  };
  const sentence = (row: LogRow) => {
    const action = toAuditAction(row.action);
    if (!action) return t("audit.unknownAction", { person: person(row), action: row.action });
    return t(`audit.sentence.${action}`, {
      person: person(row),
      subject: subjectOf(row),
      to: statusIn(t, row.detail),
      role: roleIn(t, row.detail),
    });
  };
  const result = (value: LogRow["result"]) => t(`audit.result.${value}`);
  const yesNo = (value: boolean) => t(value ? "common.yes" : "common.no");
  return { label, subject, person, sentence, result, yesNo };
}

export type LogWords = ReturnType<typeof makeLogWords>;

/** The same, for a component. */
export function useLogWords() {
  return makeLogWords(useTranslations());
}

function valueIn(detail: unknown, key: string): unknown {
  if (typeof detail !== "object" || detail === null) return undefined;
  return Object.entries(detail).find(([name]) => name === key)?.[1];
}

function textIn(detail: unknown, key: string): string | null {
  const value = valueIn(detail, key);
  return typeof value === "string" ? value : null;
}

function statusIn(t: Translator, detail: unknown): string {
  const to = Object.values(AdoptionStatus).find((status) => status === textIn(detail, "to"));
  return to ? t(`terms.status.${to}`) : t("common.unknown");
}

/** One role, or those of a list. */
function roleIn(t: Translator, detail: unknown): string {
  const told = [valueIn(detail, "role"), valueIn(detail, "roles")].flat();
  const roles = Object.values(Role).filter((role) => told.includes(role));
  return roles.length > 0 ? roles.map((role) => t(`terms.role.${role}`)).join(", ") : t("common.unknown");
}
