import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/core/locales";
import type { Waiting } from "@/lib/publications/queries";

/** Texts that this viewer can approve, first of all. */
export function WaitingList({ waiting, locale }: { waiting: Waiting[]; locale: Locale }) {
  const t = useTranslations();
  return (
    <section aria-labelledby="wacht" className="card mt-8 bg-subtle">
      <h2 id="wacht">{t("manage.waiting.title")}</h2>
      {waiting.length === 0 && <p className="mt-2">{t("manage.waiting.none")}</p>}
      {waiting.length > 0 && <p className="mt-2">{t("manage.waiting.intro", { count: waiting.length })}</p>}
      <ul className="mt-3 grid gap-3">
        {waiting.map(({ slug, name, provider, author, isDemo }) => (
          <li key={slug}>
            <a href={`/${locale}/beheer/${slug}/voorbeeld`} className="link font-semibold" lang="nl">
              {name}
            </a>{" "}
            {isDemo && <span className="tag">{t("common.fictitious")}</span>}
            <span className="block text-sm text-soft">
              {author === null
                ? t("manage.waiting.itemUnknown", { provider })
                : t("manage.waiting.item", { provider, author })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
