import { useLocale, useTranslations } from "next-intl";
import {
  type PortfolioFilters,
  parsePortfolioQuery,
  sortWords,
  standWords,
  toPortfolioQuery,
} from "@/lib/adoptions/portfolio/schema";
import type { Theme } from "@/lib/core/generated/prisma/enums";
import { toAddressWord } from "@/lib/core/text";

type Props = { filters: PortfolioFilters; themes: Theme[] };

/** Search, state, theme and order; the address holds what was chosen. */
export function PortfolioFiltersForm({ filters, themes }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const stands = Object.entries(standWords).map(([value, group]) => ({
    value,
    label: t(`terms.statusGroup.${group}`),
  }));
  const themeOptions = themes.map((theme) => ({
    value: toAddressWord(theme),
    label: t(`terms.theme.${theme}`),
  }));
  const orders = sortWords.map((value) => ({ value, label: t(`adoptions.portfolio.sorting.${value}`) }));
  return (
    <form action={`/${locale}/mijn`} className="no-print mt-4 flex flex-wrap items-end gap-x-4 gap-y-3">
      {filters.beeld !== "tabel" && <input type="hidden" name="beeld" value={filters.beeld} />}
      <label className="grow basis-48">
        <span className="block text-sm font-semibold">{t("adoptions.portfolio.search")}</span>
        <input type="search" name="q" defaultValue={filters.q} maxLength={100} className="control" />
      </label>
      <Choice
        name="stand"
        label={t("adoptions.portfolio.stand")}
        value={filters.stand}
        options={stands}
        all
      />
      <Choice
        name="thema"
        label={t("adoptions.portfolio.theme")}
        value={filters.thema}
        options={themeOptions}
        all
      />
      <Choice name="sorteer" label={t("adoptions.portfolio.sort")} value={filters.sorteer} options={orders} />
      <button type="submit" className="button button-quiet">
        {t("adoptions.portfolio.apply")}
      </button>
      <a
        href={`/${locale}/mijn?${toPortfolioQuery({ ...parsePortfolioQuery(""), beeld: filters.beeld })}`}
        className="link py-2"
      >
        {t("adoptions.portfolio.reset")}
      </a>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  all?: boolean;
};

function Choice({ name, label, value, options, all = false }: ChoiceProps) {
  const t = useTranslations("common");
  return (
    <label>
      <span className="block text-sm font-semibold">{label}</span>
      <select name={name} defaultValue={value ?? ""} className="control">
        {all && <option value="">{t("all")}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
