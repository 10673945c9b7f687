import { useTranslations } from "next-intl";
import { RowTable } from "@/components/ui/row-table";
import type { LeadingGemeente } from "@/lib/dashboard/figures/rules";
import { tabulateLeading } from "./tables";
import { useWords } from "./words";

type Props = { most: LeadingGemeente[]; fastest: LeadingGemeente[] };

/** The gemeenten that use most, and those that won most in a year. */
export function Leading({ most, fastest }: Props) {
  const t = useTranslations("dashboard.leading");
  const words = useWords();
  if (most.length === 0) return <p>{t("empty")}</p>;
  return (
    <div className="grid gap-x-12 gap-y-6 *:min-w-0 lg:grid-cols-2">
      <RowTable caption={t("most")} {...tabulateLeading(most, words)} />
      {fastest.length > 0 && <RowTable caption={t("fastest")} {...tabulateLeading(fastest, words)} />}
    </div>
  );
}
