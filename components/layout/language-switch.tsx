"use client";
import { usePathname, useSearchParams } from "next/navigation";
import { Suspense } from "react";
import { type Locale, locales } from "@/lib/core/locales";

type Props = { locale: Locale };

const names: Record<Locale, string> = { nl: "Nederlands", en: "English" };

/** Links to this same page in the other language, its question and all. */
export function LanguageSwitch({ locale }: Props) {
  return (
    <Suspense>
      <Switch locale={locale} />
    </Suspense>
  );
}

function Switch({ locale }: Props) {
  const rest = usePathname().replace(/^\/(nl|en)(?=\/|$)/, "");
  const question = useSearchParams().toString();
  return locales
    .filter((other) => other !== locale)
    .map((other) => (
      <a
        key={other}
        href={`/${other}${rest}${question && `?${question}`}`}
        hrefLang={other}
        lang={other}
        className="link"
      >
        {names[other]}
      </a>
    ));
}
