import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { Messages } from "@/messages";

type Key = keyof Messages["adoptions"]["notice"];

/** What just changed, when the address names a change that exists. */
export function AdoptionNotice({ melding }: { melding: unknown }) {
  const t = useTranslations("adoptions.notice");
  if (typeof melding !== "string" || !/^[a-zA-Z]+$/.test(melding) || !t.has(melding as Key)) return null;
  return <Notice>{t(melding as Key)}</Notice>;
}
