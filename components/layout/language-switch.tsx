import { headers } from "next/headers";
import { type Locale, locales } from "@/lib/core/locales";

type Props = { locale: Locale };

const names: Record<Locale, string> = { nl: "Nederlands", en: "English" };

/** Links to this same page in the other language, its question and all. */
export async function LanguageSwitch({ locale }: Props) {
  // The server in front of the pages says which address this is; without it the home page is right too.
  const address = (await headers()).get("x-page-address") ?? "";
  const rest = address.replace(/^\/(nl|en)(?=[/?]|$)/, "");
  return locales
    .filter((other) => other !== locale)
    .map((other) => (
      <a key={other} href={`/${other}${rest}`} hrefLang={other} lang={other} className="link">
        {names[other]}
      </a>
    ));
}
