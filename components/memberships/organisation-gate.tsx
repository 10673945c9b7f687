import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";

type Props = { viewer: Viewer; locale: Locale; path: string };

/** What whoever may not be here reads: sign in, join an organisation, or ask its administrator. */
export function OrganisationGate({ viewer, locale, path }: Props) {
  const t = useTranslations("memberships.gate");
  const { user, organisation } = viewer;
  if (!user) {
    return (
      <Explanation gate="sign-in" title={t("signInTitle")} text={t("signInText")}>
        <a href={`/${locale}/inloggen?naar=${path}`} className="button">
          {t("signIn")}
        </a>
      </Explanation>
    );
  }
  if (!organisation) {
    return (
      <Explanation gate="refused" title={t("noneTitle")} text={t("noneText")}>
        <a href={`/${locale}/account/lidmaatschap`} className="button">
          {t("none")}
        </a>
      </Explanation>
    );
  }
  return (
    <Explanation gate="refused" title={t("adminTitle")} text={t("adminText", { name: organisation.name })}>
      <a href={`/${locale}/organisatie`} className="button">
        {t("admin")}
      </a>
    </Explanation>
  );
}

type ExplanationProps = { gate: "sign-in" | "refused"; title: string; text: string; children: ReactNode };

function Explanation({ gate, title, text, children }: ExplanationProps) {
  return (
    <div className="measure">
      <h1 data-gate={gate}>{title}</h1>
      <p className="mt-4 mb-6">{text}</p>
      {children}
    </div>
  );
}
