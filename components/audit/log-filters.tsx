import { useLocale, useTranslations } from "next-intl";
import { auditActions, auditSubjects, type LogFilters } from "@/lib/audit/schema";
import { useLogWords } from "./words";

type Props = { path: string; filters: LogFilters; hasOrganisation: boolean };

/** What to look for in the log; the address holds what was chosen. */
export function LogFiltersForm({ path, filters, hasOrganisation }: Props) {
  const t = useTranslations("audit.filter");
  const words = useLogWords();
  const locale = useLocale();
  const actions = auditActions.map((value) => ({ value, label: words.label(value) }));
  const subjects = auditSubjects.map((value) => ({ value, label: words.subject(value) }));
  return (
    <form
      action={`/${locale}${path}`}
      className="no-print mt-6 grid items-end gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4"
    >
      <Text name="persoon" label={t("person")} value={filters.persoon} />
      {hasOrganisation && <Text name="organisatie" label={t("organisation")} value={filters.organisatie} />}
      <Choice name="actie" label={t("action")} value={filters.actie} options={actions} />
      <Choice name="over" label={t("subject")} value={filters.over} options={subjects} />
      <Text name="van" label={t("from")} value={filters.van} type="date" />
      <Text name="tot" label={t("until")} value={filters.tot} type="date" />
      <div className="flex flex-wrap items-center gap-4">
        <button type="submit" className="button button-quiet">
          {t("apply")}
        </button>
        <a href={`/${locale}${path}`} className="link py-2">
          {t("reset")}
        </a>
      </div>
    </form>
  );
}

type FieldProps = { name: string; label: string; value: string | undefined };

function Text({ name, label, value, type = "text" }: FieldProps & { type?: "text" | "date" }) {
  return (
    <label>
      <span className="block text-sm font-semibold">{label}</span>
      <input type={type} name={name} defaultValue={value ?? ""} maxLength={100} className="control" />
    </label>
  );
}

function Choice({
  name,
  label,
  value,
  options,
}: FieldProps & { options: { value: string; label: string }[] }) {
  const t = useTranslations("common");
  const byLabel = options.toSorted((a, b) => a.label.localeCompare(b.label, "nl"));
  return (
    <label>
      <span className="block text-sm font-semibold">{label}</span>
      <select name={name} defaultValue={value ?? ""} className="control">
        <option value="">{t("all")}</option>
        {byLabel.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
