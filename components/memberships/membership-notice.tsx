import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Messages } from "@/messages";

type Key = keyof Messages["memberships"]["notice"];

/** What just changed, when the address names a change that exists. */
export function MembershipNotice({ melding }: { melding: unknown }) {
  const t = useTranslations("memberships.notice");
  if (typeof melding !== "string" || !/^[a-zA-Z]+$/.test(melding) || !t.has(melding as Key)) return null;
  return <Notice>{t(melding as Key)}</Notice>;
}
