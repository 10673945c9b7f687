import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Scope } from "@/lib/dashboard/scope/schema";
import { filePath, type Part, permanentPath } from "./links";
import { useWords } from "./words";

type Props = {
  id: Part;
  scope: Scope;
  title: ReactNode;
  help?: ReactNode;
  /** Left out where what is inside says it. */
  hasDate?: boolean;
  /** A picture of rows that are named elsewhere has no file of its own. */
  hasFile?: boolean;
  children: ReactNode;
};

/** One question of the dashboard with its own address, on its day, and its numbers as a file. */
export function Block({ id, scope, title, help, hasDate = true, hasFile = true, children }: Props) {
  const t = useTranslations("dashboard");
  const locale = useLocale();
  const { day } = useWords();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id}>{title}</h2>
      {help && <p className="measure mt-2 text-soft">{help}</p>}
      <div className="mt-4">{children}</div>
      <p className="mt-3 flex flex-wrap gap-x-4 text-sm text-soft">
        {hasDate && <span>{t("standOn", { date: day(scope.day) })}</span>}
        <a href={permanentPath(locale, scope, id)} className="link no-print">
          {t("permalink")}
          <span className="sr-only">: {title}</span>
        </a>
        {hasFile && (
          <a href={filePath(locale, scope, id)} className="link no-print" download>
            {t("file")}
            <span className="sr-only">: {title}</span>
          </a>
        )}
      </p>
    </section>
  );
}
