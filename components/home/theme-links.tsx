import { useLocale, useTranslations } from "next-intl";
import { Theme } from "@/lib/core/generated/prisma/enums";
import { themeWords } from "@/lib/search/schema";

type Props = { themes: { theme: Theme; count: number }[] };

export function ThemeLinks({ themes }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const counts = new Map(themes.map(({ theme, count }) => [theme, count]));
  return (
    <section aria-labelledby="themas">
      <h2 id="themas">{t("home.themes.title")}</h2>
      <ul className="mt-4 grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {Object.values(Theme).map((theme) => (
          <li key={theme}>
            <a href={`/${locale}/bladeren/thema/${themeWords[theme]}`}>{t(`terms.theme.${theme}`)}</a>{" "}
            <span className="text-sm text-soft">
              {t("home.themes.count", { count: counts.get(theme) ?? 0 })}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <a href={`/${locale}/bladeren`}>{t("home.themes.more")}</a>
      </p>
    </section>
  );
}
