import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import type { Attention, pickAttention } from "@/lib/adoptions/portfolio/rules";
import { useStatusLabel } from "./use-status-label";

type Props = { attention: ReturnType<typeof pickAttention<AdoptionRecord>> };

/** Today's five things, each with the way to do it. */
export function AttentionList({ attention: { shown, more } }: Props) {
  const t = useTranslations("adoptions.attention");
  return (
    <section aria-labelledby="aandacht" className="mt-8">
      <h2 id="aandacht">{t("title")}</h2>
      {shown.length === 0 && <p className="mt-2">{t("none")}</p>}
      <ul className="mt-3 grid gap-2">
        {shown.map((thing, at) => (
          <li key={at} className="border-action border-l-4 bg-subtle px-4 py-2">
            <Thing thing={thing} />
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-2 text-sm text-soft">{t("more", { count: more })}</p>}
    </section>
  );
}

function Thing({ thing }: { thing: Attention<AdoptionRecord> }) {
  const locale = useLocale();
  const sentence = useSentence();
  return <a href={`/${locale}/mijn/${pathOf(thing)}`}>{sentence(thing)}</a>;
}

function pathOf(thing: Attention<AdoptionRecord>): string {
  if (thing.reason === "proposals") return "voorstellen#bronnen";
  const { solution, pending } = thing.item;
  return thing.reason === "confirm" && pending ? `voorstellen#${pending.id}` : solution.slug;
}

function useSentence() {
  const t = useTranslations("adoptions");
  const format = useFormatter();
  const label = useStatusLabel();
  return (thing: Attention<AdoptionRecord>) => {
    if (thing.reason === "proposals") return t("attention.proposals", { count: thing.count });
    const { solution, status, nextStep, nextOn, pending } = thing.item;
    const name = solution.name;
    switch (thing.reason) {
      case "confirm":
        return t("attention.confirm", {
          solution: name,
          status: label(pending?.to ?? status, solution.kind),
        });
      case "waiting":
        return t("attention.waiting", { solution: name });
      case "stuck":
        return t("attention.stuck", {
          solution: name,
          months: thing.months,
          status: label(status, solution.kind),
        });
      case "overdue":
        return t("attention.overdue", {
          solution: name,
          what: nextStep ?? t(`nextOn.${status}`),
          date: format.dateTime(new Date(nextOn ?? ""), "day"),
        });
    }
  };
}
