import { useTranslations } from "next-intl";
import type { AuditAction, AuditSubject } from "@/lib/audit/schema";

/** The words of the log in the reader's language; an action or subject without words does not compile. */
export function useAuditWords() {
  const t = useTranslations("audit");
  return {
    label: (action: AuditAction) => t(`label.${action}`),
    subject: (subject: AuditSubject) => t(`subject.${subject}`),
  };
}
