import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";

type Props = {
  id: string;
  title: ReactNode;
  help?: ReactNode;
  /** Left out where what is inside says it. */
  updatedOn?: Date;
  children: ReactNode;
};

/** One question of the dashboard with its own address. */
export function Block({ id, title, help, updatedOn, children }: Props) {
  const common = useTranslations("common");
  const t = useTranslations("dashboard");
  const format = useFormatter();
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id}>{title}</h2>
      {help && <p className="measure mt-2 text-soft">{help}</p>}
      <div className="mt-4">{children}</div>
      <p className="mt-3 text-sm text-soft">
        {updatedOn && `${common("updatedOn", { date: format.dateTime(updatedOn, "day") })}. `}
        <a href={`#${id}`} className="link no-print">
          {t("permalink")}
          <span className="sr-only">: {title}</span>
        </a>
      </p>
    </section>
  );
}
