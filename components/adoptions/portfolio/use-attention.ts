import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Attention } from "@/lib/adoptions/attention/rules";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { useStatusLabel } from "../use-status-label";

/** What asks for attention, in a sentence. */
export function useAttentionSentence() {
  const t = useTranslations("adoptions");
  const portfolio = useTranslations("portfolio.attention");
  const format = useFormatter();
  const label = useStatusLabel();
  const dayOf = (day: string | null) => format.dateTime(new Date(day ?? ""), "day");
  return (thing: Attention<AdoptionRecord>) => {
    if (thing.reason === "proposals") return t("attention.proposals", { count: thing.count });
    if ("count" in thing) return portfolio(thing.reason, { count: thing.count });
    const { solution, status, nextStep, nextOn, contractEndsOn, pending, lateTasks } = thing.item;
    const { name, kind } = solution;
    switch (thing.reason) {
      case "confirm":
        return t("attention.confirm", { solution: name, status: label(pending?.to ?? status, kind) });
      case "waiting":
        return t("attention.waiting", { solution: name });
      case "stuck":
        return t("attention.stuck", { solution: name, months: thing.months, status: label(status, kind) });
      case "contract":
        return portfolio("contract", { solution: name, date: dayOf(contractEndsOn) });
      case "tasks":
        return portfolio("tasks", { solution: name, count: lateTasks.length, label: lateTasks[0] ?? "" });
      case "unexplained":
        return portfolio("unexplained", { solution: name });
      case "sunset":
        return portfolio("sunset", { solution: name });
      case "overdue":
        return t("attention.overdue", {
          solution: name,
          what: nextStep ?? t(`nextOn.${status}`),
          date: dayOf(nextOn),
        });
    }
  };
}

/** The address where it is solved in one click. */
export function useAttentionPath() {
  const locale = useLocale();
  return (thing: Attention<AdoptionRecord>) => `/${locale}/mijn/${pathOf(thing)}`;
}

const pathOfMany = { proposals: "voorstellen", stale: "bevestigen", explain: "aandacht#explain" } as const;

function pathOf(thing: Attention<AdoptionRecord>): string {
  if ("count" in thing) return pathOfMany[thing.reason];
  const { id, solution, pending, canMove, next } = thing.item;
  const record = solution.slug;
  if (thing.reason === "tasks") return `${record}#taken`;
  if (!canMove) return record;
  switch (thing.reason) {
    case "confirm":
      return pending ? `voorstellen#${pending.id}` : record;
    case "overdue":
      return pending ? record : `${record}/planning`;
    case "contract":
      return `bewerken?a=${id}`;
    case "sunset":
      return next.includes("PHASING_OUT") && !pending ? `${record}/stap?naar=PHASING_OUT` : record;
    default:
      return record;
  }
}
