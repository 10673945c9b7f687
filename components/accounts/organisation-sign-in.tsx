import { useTranslations } from "next-intl";
import { ClientMessages } from "@/components/ui/client-messages";
import type { SignInProviders } from "@/lib/accounts/identities/queries";
import type { Locale } from "@/lib/core/locales";
import { OrganisationSearch } from "./organisation-search";

type Props = { providers: SignInProviders; text: string; next: string; locale: Locale };

/** Signing in at one's own organisation: choose it, or find it where there are many. Nothing where there is none. */
export function OrganisationSignIn({ providers, text, next, locale }: Props) {
  const t = useTranslations("identities.signIn");
  const { isMany, shown } = providers;
  if (!isMany && shown.length === 0 && !text) return null;
  return (
    <section aria-labelledby="organisatie" className="measure mt-8">
      <h2 id="organisatie">{t("title")}</h2>
      <p className="mt-3 mb-5">{t("intro")}</p>
      {isMany && (
        <ClientMessages namespaces={["identities"]}>
          <OrganisationSearch text={text} next={next} />
        </ClientMessages>
      )}
      {text && shown.length === 0 && <p className="mt-4">{t("none", { text })}</p>}
      <Choices shown={shown} next={next} locale={locale} />
      <p className="mt-4 text-sm text-soft">{t("first")}</p>
    </section>
  );
}

type ChoicesProps = Pick<SignInProviders, "shown"> & Pick<Props, "next" | "locale">;

function Choices({ shown, next, locale }: ChoicesProps) {
  const t = useTranslations();
  return (
    <ul className="mt-4 grid justify-items-start gap-3">
      {shown.map(({ id, label, isDemo, organisation }) => (
        <li key={id}>
          <a
            href={`/${locale}/inloggen/via/${id}${next && `?${new URLSearchParams({ naar: next })}`}`}
            className="button button-quiet"
          >
            {t("identities.signIn.via", { organisation: organisation.name, label })}
          </a>{" "}
          {isDemo && <span className="tag">{t("common.fictitious")}</span>}
        </li>
      ))}
    </ul>
  );
}
