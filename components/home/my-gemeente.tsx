import { useLocale, useTranslations } from "next-intl";
import { type StatusGroup, toStatusGroup } from "@/lib/adoptions/rules";
import type { Member } from "@/lib/core/roles";
import type { PortfolioItem } from "@/lib/dashboard/queries";

type Props = { viewer: Member; portfolio: PortfolioItem[] };

/** Where the viewer's own gemeente stands, in one line, with the way to it. */
export function MyGemeente({ viewer, portfolio }: Props) {
  const t = useTranslations("home.mine");
  const locale = useLocale();
  const { name, slug } = viewer.organisation;
  const count = (group: StatusGroup) =>
    portfolio.filter(({ status }) => toStatusGroup(status) === group).length;
  return (
    <section aria-labelledby="mijn-gemeente" className="card mb-8 bg-action-subtle">
      <h2 id="mijn-gemeente" className="text-lg">
        {t("title", { name })}
      </h2>
      <p>
        {t("counts", { inUse: count("inUse"), joining: count("joining"), interested: count("interested") })}
      </p>
      <p className="mt-1 flex flex-wrap gap-x-6">
        <a href={`/${locale}/mijn`}>{t("link")}</a>
        <a href={`/${locale}/gemeenten/${slug}`}>{t("profile", { name })}</a>
      </p>
    </section>
  );
}
