import { useFormatter, useLocale, useTranslations } from "next-intl";
import { toShare } from "@/lib/dashboard/rules";

type Translator = ReturnType<typeof useTranslations<never>>;

/** How the dashboard says things, on a page or in a file. */
export type Words = {
  t: Translator;
  locale: string;
  number: (value: number) => string;
  percent: (part: number, whole: number) => string;
  /** Of an ISO day or month. */
  day: (day: string) => string;
  month: (month: string) => string;
  /** A count that may be kept back. */
  count: (value: number | null) => string;
};

/** For a page: as the reader writes numbers and days. */
export function useWords(): Words {
  const t = useTranslations();
  const locale = useLocale();
  const format = useFormatter();
  const number = (value: number) => format.number(value);
  return {
    t,
    locale,
    number,
    percent: (part, whole) => format.number(toShare(part, whole), "percent"),
    day: (day) => format.dateTime(new Date(day), "day"),
    month: (month) => format.dateTime(new Date(month), "month"),
    count: (value) => (value === null ? t("common.fewerThanThree") : number(value)),
  };
}

/** For a file: as a spreadsheet reads them. */
export function makeFileWords(t: Translator, locale: string): Words {
  return {
    t,
    locale,
    number: (value) => String(value),
    percent: (part, whole) => (100 * toShare(part, whole)).toFixed(0),
    day: (day) => day,
    month: (month) => month,
    count: (value) => (value === null ? t("common.fewerThanThree") : String(value)),
  };
}
