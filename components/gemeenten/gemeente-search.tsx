import { useLocale, useTranslations } from "next-intl";
import { toAddressWord } from "@/lib/core/text";
import { type GemeenteFilter, sizeClasses } from "@/lib/gemeenten/rules";
import { provinces } from "@/lib/gemeenten/schema";

/** Finds gemeenten by name, province and size; a plain form, so that it works without scripts. */
export function GemeenteSearch({ filter }: { filter: GemeenteFilter }) {
  const t = useTranslations("gemeenten.search");
  const terms = useTranslations("terms");
  const common = useTranslations("common");
  const locale = useLocale();
  return (
    <form action={`/${locale}/gemeenten`} className="no-print grid gap-4 sm:grid-cols-2">
      <label className="sm:col-span-2">
        <span className="mb-1 block font-semibold">{t("name")}</span>
        <input type="search" name="q" defaultValue={filter.q} maxLength={100} className="control" />
      </label>
      <Choice
        name="provincie"
        label={t("province")}
        all={common("all")}
        chosen={filter.province ? toAddressWord(filter.province) : ""}
        options={provinces.map((province) => [toAddressWord(province), terms(`province.${province}`)])}
      />
      <Choice
        name="grootte"
        label={t("size")}
        all={common("all")}
        chosen={filter.size ?? ""}
        options={sizeClasses.map(({ id }) => [id, terms(`sizeClass.${id}`)])}
      />
      <div className="flex flex-wrap items-center gap-4 sm:col-span-2">
        <button type="submit" className="button">
          {t("submit")}
        </button>
        {(filter.q || filter.province || filter.size) && (
          <a href={`/${locale}/gemeenten`} className="link">
            {t("clear")}
          </a>
        )}
      </div>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  all: string;
  chosen: string;
  options: (readonly [string, string])[];
};

function Choice({ name, label, all, chosen, options }: ChoiceProps) {
  return (
    <label>
      <span className="mb-1 block font-semibold">{label}</span>
      <select name={name} defaultValue={chosen} className="control">
        <option value="">{all}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
