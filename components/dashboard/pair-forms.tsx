import { useLocale, useTranslations } from "next-intl";
import { Province } from "@/lib/core/generated/prisma/enums";
import { toAddressWord } from "@/lib/core/text";
import type { ScopeOptions } from "@/lib/dashboard/country/queries";
import { firstDay, type Scope } from "@/lib/dashboard/scope/schema";

type Props = { pair: [Scope, Scope] | null; options: ScopeOptions; today: string };

/** Chooses two facilities, or two provinces; plain forms, so that they work without scripts. */
export function PairForms({ pair, options, today }: Props) {
  const t = useTranslations("dashboard.pair");
  const terms = useTranslations("terms.province");
  const day = pair?.[0].day ?? today;
  const wordOf = ({ province }: Scope) => (province ? toAddressWord(province) : "");
  return (
    <div className="no-print mt-6 grid gap-6 *:min-w-0 lg:grid-cols-2">
      <PairForm
        name="voorziening"
        label={t("solutions")}
        chosen={pair?.map(({ solution }) => solution ?? "") ?? []}
        choices={options.solutions.map(({ slug, name }) => [slug, name])}
        {...{ day, today }}
      />
      <PairForm
        name="provincie"
        label={t("provinces")}
        chosen={pair?.map(wordOf) ?? []}
        choices={Object.values(Province).map((one) => [toAddressWord(one), terms(one)])}
        {...{ day, today }}
      />
    </div>
  );
}

type FormProps = {
  name: "voorziening" | "provincie";
  label: string;
  chosen: string[];
  choices: (readonly [string, string])[];
  day: string;
  today: string;
};

function PairForm({ name, label, chosen, choices, day, today }: FormProps) {
  const t = useTranslations("dashboard");
  const common = useTranslations("common");
  const locale = useLocale();
  return (
    <form
      action={`/${locale}/dashboard/vergelijken`}
      className="grid gap-4 rounded-md border border-line p-4 *:min-w-0"
    >
      <h2 className="text-lg">{label}</h2>
      {(["first", "second"] as const).map((which, at) => (
        <label key={which}>
          <span className="mb-1 block font-semibold">{t(`pair.${which}`)}</span>
          <select name={name} defaultValue={chosen[at] ?? ""} required className="control">
            <option value="">{common("choose")}</option>
            {choices.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
      ))}
      <label>
        <span className="mb-1 block font-semibold">{t("scope.stand")}</span>
        <input type="date" name="stand" min={firstDay} max={today} defaultValue={day} className="control" />
      </label>
      <div>
        <button type="submit" className="button">
          {t("pair.submit")}
        </button>
      </div>
    </form>
  );
}
