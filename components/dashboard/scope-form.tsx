import { useLocale, useTranslations } from "next-intl";
import type { AdoptionStatus } from "@/lib/adoptions/rules";
import { Province, Theme } from "@/lib/core/generated/prisma/enums";
import { toAddressWord } from "@/lib/core/text";
import type { ScopeOptions } from "@/lib/dashboard/country/queries";
import { firstDay, isPartOfCountry, type Scope } from "@/lib/dashboard/scope/schema";
import { sizeClasses } from "@/lib/gemeenten/rules";
import { themeWords } from "@/lib/search/schema";

type Props = {
  scope: Scope;
  options: ScopeOptions;
  today: string;
  path?: string;
  /** Stays chosen. */
  status?: AdoptionStatus | null;
};

/** What the dashboard is about and on which day; a plain form, so that it works without scripts. */
export function ScopeForm({ scope, options, today, path = "/dashboard", status }: Props) {
  const t = useTranslations("dashboard.scope");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const slugs = (all: ScopeOptions["providers"]) => all.map(({ slug, name }) => [slug, name] as const);
  const solutions =
    options.solution && !options.solutions.some(({ slug }) => slug === options.solution?.slug)
      ? [options.solution, ...options.solutions]
      : options.solutions;
  const isNarrowed =
    scope.theme || scope.provider || scope.solution || isPartOfCountry(scope) || !scope.isToday;
  return (
    <form
      action={`/${locale}${path}`}
      aria-label={t("title")}
      className="no-print mt-6 grid gap-4 rounded-md border border-line p-4 *:min-w-0 sm:grid-cols-2 lg:grid-cols-3"
    >
      <Choice
        name="thema"
        chosen={scope.theme ? themeWords[scope.theme] : ""}
        options={Object.values(Theme).map((theme) => [themeWords[theme], terms(`theme.${theme}`)])}
      />
      <Choice name="voorziening" chosen={scope.solution ?? ""} options={slugs(solutions)} />
      <Choice name="aanbieder" chosen={scope.provider ?? ""} options={slugs(options.providers)} />
      <Choice
        name="provincie"
        chosen={scope.province ? toAddressWord(scope.province) : ""}
        options={Object.values(Province).map((one) => [toAddressWord(one), terms(`province.${one}`)])}
      />
      <Choice
        name="grootte"
        chosen={scope.size ?? ""}
        options={sizeClasses.map(({ id }) => [id, terms(`sizeClass.${id}`)])}
      />
      <label>
        <span className="mb-1 block font-semibold">{t("stand")}</span>
        <input
          type="date"
          name="stand"
          min={firstDay}
          max={today}
          defaultValue={scope.day}
          className="control"
        />
      </label>
      {status && <input type="hidden" name="status" value={toAddressWord(status)} />}
      <div className="flex flex-wrap items-center gap-4 sm:col-span-2 lg:col-span-3">
        <button type="submit" className="button">
          {t("submit")}
        </button>
        {isNarrowed && (
          <a href={`/${locale}${path}`} className="link">
            {t("clear")}
          </a>
        )}
      </div>
    </form>
  );
}

type ChoiceProps = {
  name: "thema" | "voorziening" | "aanbieder" | "provincie" | "grootte";
  chosen: string;
  options: (readonly [string, string])[];
};

function Choice({ name, chosen, options }: ChoiceProps) {
  const t = useTranslations("dashboard.scope");
  const common = useTranslations("common");
  return (
    <label>
      <span className="mb-1 block font-semibold">{t(name)}</span>
      <select name={name} defaultValue={chosen} className="control">
        <option value="">{common("all")}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
