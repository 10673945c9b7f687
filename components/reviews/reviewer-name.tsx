import { useLocale, useTranslations } from "next-intl";
import type { Reviewer } from "@/lib/reviews/queries";

/** The gemeente by name, or as much of it as the viewer may know. */
export function ReviewerName({ who }: { who: Reviewer }) {
  const t = useTranslations();
  const locale = useLocale();
  if ("name" in who) return <a href={`/${locale}/gemeenten/${who.slug}`}>{who.name}</a>;
  if (!who.sizeClass) return t("reviews.someGemeente");
  const size = t(`terms.sizeClass.${who.sizeClass}`);
  if (!who.province) return t("reviews.someGemeenteSize", { size });
  return t("reviews.someGemeenteIn", { province: t(`terms.province.${who.province}`), size });
}
