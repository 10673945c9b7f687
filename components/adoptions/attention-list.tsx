import { useLocale, useTranslations } from "next-intl";
import type { pickAttention } from "@/lib/adoptions/attention/rules";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { useAttentionPath, useAttentionSentence } from "./portfolio/use-attention";

type Props = { attention: ReturnType<typeof pickAttention<AdoptionRecord>> };

/** Today's five things, each with the way to do it, and the way to the others. */
export function AttentionList({ attention: { shown, more } }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const sentence = useAttentionSentence();
  const path = useAttentionPath();
  return (
    <section aria-labelledby="aandacht" className="no-print mt-8">
      <h2 id="aandacht">{t("adoptions.attention.title")}</h2>
      {shown.length === 0 && <p className="mt-2">{t("adoptions.attention.none")}</p>}
      <ul className="mt-3 grid gap-2">
        {shown.map((thing, at) => (
          <li key={at} className="border-action border-l-4 bg-subtle px-4 py-2">
            <a href={path(thing)}>{sentence(thing)}</a>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p className="mt-2">
          <a href={`/${locale}/mijn/aandacht`}>{t("portfolio.attention.more", { count: more })}</a>
        </p>
      )}
    </section>
  );
}
