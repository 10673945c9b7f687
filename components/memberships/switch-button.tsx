import { useLocale, useTranslations } from "next-intl";
import type { ViewerOrganisation } from "@/lib/core/roles";
import { switchOrganisationAction } from "@/lib/memberships/actions";

type Props = {
  organisation: ViewerOrganisation;
  /** The page that follows, without the language; left out, the home page. */
  next?: string;
  className?: string;
};

/** Acts for another organisation from now on; works without JavaScript. */
export function SwitchButton({ organisation, next = "", className = "button button-quiet" }: Props) {
  const t = useTranslations("common");
  const locale = useLocale();
  return (
    <form action={switchOrganisationAction}>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="organisationId" value={organisation.id} />
      <input type="hidden" name="next" value={next} />
      <button type="submit" className={className}>
        {t("actFor", { organisation: t("organisationName", organisation) })}
      </button>
    </form>
  );
}
