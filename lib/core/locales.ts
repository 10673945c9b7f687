export const locales = ["nl", "en"] as const;
export type Locale = (typeof locales)[number];

/** The language that was asked for, or Dutch. */
export function toLocale(value: unknown): Locale {
  return locales.find((locale) => locale === value) ?? "nl";
}

/** Is this one of the languages of the site? */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}
