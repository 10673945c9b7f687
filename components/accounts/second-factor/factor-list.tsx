import { useFormatter, useTranslations } from "next-intl";
import type { OwnFactor } from "@/lib/accounts/second-factor/queries";
import { RemoveFactorForm } from "./forms";

/** One's second factors with when they were last used, each with the way to remove it. */
export function FactorList({ factors }: { factors: OwnFactor[] }) {
  const t = useTranslations("secondFactor.list");
  return (
    <section className="mt-8">
      <h2>{t("title")}</h2>
      <ul className="mt-3 grid gap-3">
        {factors.map((factor) => (
          <li key={factor.id} className="card">
            <Factor factor={factor} isLast={factors.length === 1} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Factor({ factor, isLast }: { factor: OwnFactor; isLast: boolean }) {
  const t = useTranslations("secondFactor.list");
  const format = useFormatter();
  const { id, kind, name, createdAt, lastUsedAt } = factor;
  return (
    <>
      <h3 className="text-base">
        {name} <span className="tag font-normal">{t(kind)}</span>
      </h3>
      <p className="text-sm text-soft">
        {t("added", { date: format.dateTime(createdAt, "day") })}
        {lastUsedAt && `, ${t("used", { date: format.dateTime(lastUsedAt, "day") })}`}
      </p>
      <details className="mt-2">
        <summary className="link cursor-pointer" aria-label={t("removeTitle", { name })}>
          {t("remove")}
        </summary>
        <p className="mt-2 mb-3">{t(isLast ? "removeLast" : "removeHelp")}</p>
        <RemoveFactorForm factorId={id} />
      </details>
    </>
  );
}
