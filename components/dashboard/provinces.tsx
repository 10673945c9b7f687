import { useTranslations } from "next-intl";
import { RowTable } from "@/components/ui/row-table";
import type { ProvinceFigures } from "@/lib/dashboard/figures/rules";
import type { Scope } from "@/lib/dashboard/scope/schema";
import { tabulateProvinces } from "./tables";
import { useWords } from "./words";

/** Per province: gemeenten and inhabitants with at least one use, and uses. */
export function Provinces({ rows, scope }: { rows: ProvinceFigures[]; scope: Scope }) {
  const t = useTranslations("dashboard.provinces");
  return <RowTable caption={t("caption")} {...tabulateProvinces(rows, scope, useWords())} />;
}
