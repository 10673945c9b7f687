import { useLocale, useTranslations } from "next-intl";
import { type Attention, type AttentionReason, attentionReasons } from "@/lib/adoptions/attention/rules";
import type { AdoptionRecord, Unmentioned } from "@/lib/adoptions/portfolio/queries";
import { useAttentionPath, useAttentionSentence } from "./use-attention";

type Props = { things: Attention<AdoptionRecord>[]; unmentioned: Unmentioned[] };

/** Everything that needs attention, by reason: why it matters, and per row the one click that solves it. */
export function AttentionGroups({ things, unmentioned }: Props) {
  const t = useTranslations("portfolio.attention");
  const groups = attentionReasons.flatMap((reason) => {
    const rows = things.filter((thing) => thing.reason === reason);
    return rows.length > 0 ? [{ reason, rows }] : [];
  });
  if (groups.length === 0) return <p className="mt-6">{t("nothing")}</p>;
  return groups.map(({ reason, rows }) => (
    <section key={reason} id={reason} aria-labelledby={`${reason}-titel`} className="mt-8 scroll-mt-6">
      <h2 id={`${reason}-titel`}>{t(`groups.${reason}.title`)}</h2>
      <p className="mt-1 text-soft">{t(`groups.${reason}.why`)}</p>
      <ul className="mt-3 grid gap-2">
        {reason === "explain" ? (
          <UnmentionedRows rows={unmentioned} />
        ) : (
          rows.map((thing, at) => <Row key={at} thing={thing} reason={reason} />)
        )}
      </ul>
    </section>
  ));
}

function Row({ thing, reason }: { thing: Attention<AdoptionRecord>; reason: AttentionReason }) {
  const t = useTranslations("portfolio.attention");
  const sentence = useAttentionSentence();
  const path = useAttentionPath();
  const name = "item" in thing ? thing.item.solution.name : null;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-b pb-2">
      <span>{sentence(thing)}</span>
      <a href={path(thing)} className="button button-quiet button-small">
        {t(`groups.${reason}.solve`)}
        {name && <span className="sr-only"> ({name})</span>}
      </a>
    </li>
  );
}

function UnmentionedRows({ rows }: { rows: Unmentioned[] }) {
  const t = useTranslations("portfolio.attention");
  const locale = useLocale();
  return rows.map(({ slug, name }) => (
    <li
      key={slug}
      className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-b pb-2"
    >
      <span lang="nl">{name}</span>
      <a href={`/${locale}/mijn/${slug}`} className="button button-quiet button-small">
        {t("groups.explain.solve")}
        <span className="sr-only"> ({name})</span>
      </a>
    </li>
  ));
}
