import { useLocale, useTranslations } from "next-intl";
import { aspects, type Weights } from "@/lib/peers/rules";
import { areUsual, aspectWords, heaviest } from "@/lib/peers/schema";

const levels = Array.from({ length: heaviest + 1 }, (_, level) => String(level)) as ("0" | "1" | "2" | "3")[];

/** What counts and how heavily: a plain GET form, so that the answer has an address. */
export function WeightsForm({ weights }: { weights: Weights }) {
  const t = useTranslations("peers.weights");
  const locale = useLocale();
  const path = `/${locale}/mijn/vergelijkbaar`;
  return (
    <details className="card no-print mt-6" open={!areUsual(weights)}>
      <summary className="link font-semibold">{t("title")}</summary>
      <form action={path} className="mt-4 grid gap-4 sm:grid-cols-3">
        {aspects.map((aspect) => (
          <div key={aspect}>
            <label htmlFor={aspectWords[aspect]} className="mb-1 block font-semibold">
              {t(aspect)}
            </label>
            <select
              id={aspectWords[aspect]}
              name={aspectWords[aspect]}
              defaultValue={String(weights[aspect])}
              aria-describedby={`${aspectWords[aspect]}-hulp`}
              className="control"
            >
              {levels.map((level) => (
                <option key={level} value={level}>
                  {t(`level.${level}`)}
                </option>
              ))}
            </select>
            <p id={`${aspectWords[aspect]}-hulp`} className="mt-1 text-sm text-soft">
              {t(`${aspect}Help`)}
            </p>
          </div>
        ))}
        <div className="flex flex-wrap items-center gap-4 sm:col-span-3">
          <button type="submit" className="button button-quiet">
            {t("submit")}
          </button>
          {!areUsual(weights) && <a href={path}>{t("usual")}</a>}
        </div>
      </form>
      {aspects.every((aspect) => weights[aspect] === 0) && <p className="mt-3">{t("none")}</p>}
    </details>
  );
}
