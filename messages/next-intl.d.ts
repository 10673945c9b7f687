import type { Locale } from "@/lib/core/locales";
import type { Messages } from ".";

// A key that does not exist in the messages does not compile.
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
