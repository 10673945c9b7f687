import { useLocale, useTranslations } from "next-intl";

type Props = { trail: { label: string; path: string }[]; here: string };

/** The way back up. `trail` holds paths without the language. */
export function Breadcrumbs({ trail, here }: Props) {
  const t = useTranslations("layout.breadcrumbs");
  const locale = useLocale();
  return (
    <nav aria-label={t("label")} className="no-print mb-4 text-sm">
      <ol className="flex flex-wrap gap-x-2">
        {[{ label: t("home"), path: "" }, ...trail].map(({ label, path }) => (
          <li key={path} className="after:ml-2 after:text-soft after:content-['/']">
            <a href={`/${locale}${path}`}>{label}</a>
          </li>
        ))}
        <li aria-current="page" className="text-soft">
          {here}
        </li>
      </ol>
    </nav>
  );
}
