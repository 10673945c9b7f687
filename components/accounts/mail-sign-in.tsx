import { useTranslations } from "next-intl";
import { ClientMessages } from "@/components/ui/client-messages";
import type { Locale } from "@/lib/core/locales";
import { CodeRequestForm } from "./sign-in-forms";

type Props = { locale: Locale; next: string; isOffered: boolean; hasOutbox: boolean };

/** Signing in with a code by mail, or why that is not possible here. */
export function MailSignIn({ locale, next, isOffered, hasOutbox }: Props) {
  const t = useTranslations("signIn.byMail");
  return (
    <section aria-labelledby="met-mail" className="measure mt-8">
      <h2 id="met-mail">{t("title")}</h2>
      {isOffered ? (
        <>
          <p className="mt-3 mb-5">{t("intro")}</p>
          <ClientMessages namespaces={["signIn"]}>
            <CodeRequestForm next={next} />
          </ClientMessages>
          <p className="mt-4 text-sm text-soft">{t("first")}</p>
        </>
      ) : (
        <p className="mt-3">{t("closed")}</p>
      )}
      {hasOutbox && (
        <p className="mt-4">
          {t("outbox")} <a href={`/${locale}/postvak`}>{t("outboxLink")}</a>
        </p>
      )}
    </section>
  );
}
