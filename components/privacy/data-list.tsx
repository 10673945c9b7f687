import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Entry } from "@/lib/privacy/register";
import { retention } from "@/lib/privacy/rules";

/** Each kind of data: what it is, what for, on which ground, how long, who sees it, and where it is kept. */
export function DataList({ register }: { register: Entry[] }) {
  return register.map((entry) => <DataCard key={entry.kind} entry={entry} />);
}

function DataCard({ entry: { kind, ground, tables } }: { entry: Entry }) {
  const t = useTranslations("privacy");
  return (
    <section aria-labelledby={kind} className="card mt-5">
      <h3 id={kind}>{t(`kind.${kind}.title`)}</h3>
      <dl className="mt-2">
        <Term label={t("list.what")}>{t(`kind.${kind}.what`)}</Term>
        <Term label={t("list.purpose")}>{t(`kind.${kind}.purpose`)}</Term>
        <Term label={t("list.keep")}>{t(`kind.${kind}.keep`, retention)}</Term>
        <Term label={t("list.shown")}>{t(`kind.${kind}.shown`)}</Term>
        <Term label={t("list.ground")}>{t(`ground.${ground}`)}</Term>
      </dl>
      <details className="mt-3 text-sm">
        <summary>{t("list.where")}</summary>
        <ul className="mt-2 list-disc pl-6" lang="en">
          {tables.map(({ table, personal }) => (
            <li key={table} className="break-words">
              {t("list.column", { table, columns: personal.join(", ") })}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Term({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="mt-2">
      <dt className="text-sm font-semibold">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
