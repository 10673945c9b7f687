import { getRequestConfig } from "next-intl/server";
import { messages } from "@/messages";
import { toLocale } from "./locales";

/** Words, dates and numbers of a request: the language is the first part of the address. */
export default getRequestConfig(async ({ requestLocale }) => {
  const locale = toLocale(await requestLocale);
  return {
    locale,
    messages: messages[locale],
    timeZone: "Europe/Amsterdam",
    formats: {
      dateTime: {
        day: { day: "numeric", month: "long", year: "numeric" },
        short: { day: "numeric", month: "short", year: "numeric" },
        month: { month: "long", year: "numeric" },
      },
      number: {
        decimal: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
        percent: { style: "percent", maximumFractionDigits: 0 },
        millions: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
      },
    },
  };
});
