import { useLocale, useTranslations } from "next-intl";
import { mostCompared, toComparisonQuery } from "@/lib/comparisons/schema";

type Found = { slug: string; name: string; summary: string };
type Props = {
  /** What is compared already. */
  slugs: string[];
  q: string;
  /** What the question found, or what is about the same subject. */
  found: Found[];
};

/** Adds a facility: a question, and a list to choose from. Plain links and one GET form. */
export function Chooser({ slugs, q, found }: Props) {
  const t = useTranslations("comparisons");
  const locale = useLocale();
  if (slugs.length >= mostCompared) return <p className="no-print mt-8">{t("full")}</p>;
  return (
    <section aria-labelledby="kies" className="no-print mt-8">
      <h2 id="kies">{slugs.length === 0 ? t("start") : t("add")}</h2>
      <form action={`/${locale}/vergelijken`} className="measure mt-2">
        {slugs.map((slug) => (
          <input key={slug} type="hidden" name="v" value={slug} />
        ))}
        <label htmlFor="kies-naam" className="mb-1 block font-semibold">
          {t("searchLabel")}
        </label>
        <div className="flex flex-wrap gap-2 sm:flex-nowrap">
          <input
            id="kies-naam"
            type="search"
            name="zoek"
            defaultValue={q}
            maxLength={100}
            autoComplete="off"
            aria-describedby="kies-hulp"
            className="control"
          />
          <button type="submit" className="button shrink-0">
            {t("search")}
          </button>
        </div>
        <p id="kies-hulp" className="mt-1 text-sm text-soft">
          {t("addHelp")}
        </p>
      </form>
      {q && found.length === 0 && (
        <p role="status" className="mt-4">
          {t("nothingFound", { q })}
        </p>
      )}
      {!q && found.length > 0 && <h3 className="mt-6">{t("alike")}</h3>}
      <ul className="measure mt-2 grid gap-2">
        {found.map(({ slug, name, summary }) => (
          <li key={slug} className="card">
            <a href={`/${locale}/vergelijken?${toComparisonQuery([...slugs, slug])}`} lang="nl">
              {t("addName", { name })}
            </a>
            <p lang="nl" className="text-sm">
              {summary}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
