import type { getFormatter, getTranslations } from "next-intl/server";
import { adoptionVerb } from "@/lib/adoptions/rules";
import type { ComparedSolution } from "@/lib/comparisons/queries";
import { criteria } from "@/lib/reviews/schema";
import type { Messages } from "@/messages";

export type Words = {
  t: Awaited<ReturnType<typeof getTranslations<never>>>;
  format: Awaited<ReturnType<typeof getFormatter>>;
};

export type SectionKey = keyof Messages["comparisons"]["section"];
export type Row = { label: string; values: string[]; isDutch: boolean; differs: boolean };
export type Section = { key: SectionKey; rows: Row[] };

/** Names up to this many; the rest is counted. */
const shownNames = 4;

/** Makes a row from what each facility says. */
type Make = (label: string, toText: (one: ComparedSolution) => string, isDutch?: boolean) => Row;

/** Every property of the facilities in words, by section: for the page and for the export alike. */
export function toSections(solutions: readonly ComparedSolution[], words: Words): Section[] {
  const make: Make = (label, toText, isDutch = false) => {
    const values = solutions.map(toText);
    return { label, values, isDutch, differs: new Set(values).size > 1 };
  };
  const isOfGemeente = solutions.some(({ likeMine }) => likeMine);
  return [
    { key: "what", rows: introduce(make, words) },
    { key: "who", rows: [...countUse(make, words), ...(isOfGemeente ? placeOwn(make, words) : [])] },
    { key: "think", rows: judge(make, words) },
    { key: "terms", rows: listTerms(make, words) },
  ];
}

function introduce(make: Make, { t, format }: Words): Row[] {
  const label = (key: keyof Messages["comparisons"]["row"]) => t(`comparisons.row.${key}`);
  const day = (value: string | null) =>
    value ? format.dateTime(new Date(value), "short") : t("comparisons.unknown");
  return [
    make(label("summary"), ({ summary }) => summary, true),
    make(label("audience"), ({ audience }) => audience || t("comparisons.unknown"), true),
    make(label("kind"), ({ kind }) => t(`terms.kind.${kind}`)),
    make(label("theme"), ({ theme }) => t(`terms.theme.${theme}`)),
    make(label("layer"), ({ layer }) => (layer ? t(`terms.layer.${layer}`) : t("comparisons.none"))),
    make(label("phase"), ({ phase }) => t(`terms.phase.${phase}`)),
    make(label("provider"), ({ provider }) => provider.name, true),
    make(label("confirmedOn"), ({ confirmedOn }) => day(confirmedOn)),
  ];
}

function countUse(make: Make, { t, format }: Words): Row[] {
  const count = (inUse: number | null) =>
    inUse === null ? t("common.fewerThanThree") : format.number(inUse);
  return [make(t("comparisons.row.inUse"), ({ inUse }) => count(inUse))];
}

function placeOwn(make: Make, words: Words): Row[] {
  return [
    make(words.t("comparisons.row.likeMine"), (one) => namesLikeMine(one, words)),
    make(words.t("comparisons.row.own"), (one) => ownState(one, words)),
  ];
}

function judge(make: Make, { t, format }: Words): Row[] {
  const label = (key: keyof Messages["comparisons"]["row"]) => t(`comparisons.row.${key}`);
  const decimal = (value: number | null | undefined) =>
    value == null ? t("comparisons.tooFew") : format.number(value, "decimal");
  const mean = ({ rating }: ComparedSolution) =>
    rating ? t("comparisons.meanOf", { mean: decimal(rating.mean), count: rating.count }) : decimal(null);
  return [
    make(label("mean"), mean),
    ...criteria.map((criterion) =>
      make(t(`terms.criterion.${criterion}`), ({ spread }) =>
        decimal(spread.find((one) => one.criterion === criterion)?.mean),
      ),
    ),
    make(label("recommend"), ({ recommend }) => decimal(recommend)),
    make(label("leadTime"), ({ leadTime }) => decimal(leadTime)),
    make(label("effort"), ({ effort }) =>
      effort === null ? decimal(null) : format.number(Math.round(effort)),
    ),
  ];
}

function listTerms(make: Make, { t }: Words): Row[] {
  const label = (key: keyof Messages["comparisons"]["row"]) => t(`comparisons.row.${key}`);
  return [
    make(label("price"), ({ priceModel }) => t(`terms.price.${priceModel}`)),
    make(label("obligation"), ({ obligation }) => t(`terms.obligation.${obligation}`)),
    make(label("licence"), ({ licence }) => licence ?? t("comparisons.unknown"), true),
    make(label("standards"), ({ standards }) => standards.join(", ") || t("comparisons.none"), true),
    make(label("legalBasis"), ({ legalBasis }) => legalBasis ?? t("comparisons.none"), true),
    make(label("sideEffects"), ({ sideEffects }) => sideEffects || t("comparisons.unknown"), true),
  ];
}

function namesLikeMine({ likeMine }: ComparedSolution, { t, format }: Words): string {
  if (!likeMine || likeMine.length === 0) return t("comparisons.nobodyLikeMine");
  const named = format.list(
    likeMine
      .slice(0, shownNames)
      .map(({ name, isDemo }) => (isDemo ? `${name} (${t("common.fictitious")})` : name)),
    { type: "unit", style: "short" },
  );
  const more = likeMine.length - shownNames;
  const names = more > 0 ? t("comparisons.more", { names: named, count: more }) : named;
  return t("comparisons.countOf", { count: likeMine.length, names });
}

function ownState({ own, kind }: ComparedSolution, { t }: Words): string {
  if (own === null) return t("comparisons.ownNone");
  if (own === "DECLINED") return t(`terms.declining.${adoptionVerb(kind)}`);
  return own === "CONNECTING" ? t(`terms.connecting.${adoptionVerb(kind)}`) : t(`terms.status.${own}`);
}
