import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What just changed, on top of the page that follows an action; announced by screen readers. */
export function Notice({ children }: { children: ReactNode }) {
  const t = useTranslations("common.notice");
  return (
    <div role="status" className="no-print mb-6 rounded-md border-2 border-action bg-action-subtle p-4">
      <p className="font-semibold">{t("title")}</p>
      <p>{children}</p>
    </div>
  );
}
