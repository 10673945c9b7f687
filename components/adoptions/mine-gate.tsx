import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";

type Props = { viewer: Viewer; locale: Locale; path: string };

/** What whoever does not act for a gemeente reads here: why, and the way on. */
export function MineGate({ viewer, locale, path }: Props) {
  const t = useTranslations("adoptions.mine");
  if (!viewer.user) {
    return (
      <Explanation gate="sign-in" title={t("signInTitle")} text={t("signInText")}>
        <a href={`/${locale}/inloggen?naar=${path}`} className="button">
          {t("signIn")}
        </a>
      </Explanation>
    );
  }
  const text = viewer.organisation
    ? t("otherText", { organisation: viewer.organisation.name })
    : t("noOrganisation");
  return (
    <Explanation gate="refused" title={t("otherTitle")} text={text}>
      <a href={`/${locale}/voorzieningen`} className="button">
        {t("toCatalogue")}
      </a>
      <a href={`/${locale}/inloggen?naar=${path}`} className="link">
        {t("switch")}
      </a>
    </Explanation>
  );
}

type ExplanationProps = { gate: "sign-in" | "refused"; title: string; text: string; children: ReactNode };

function Explanation({ gate, title, text, children }: ExplanationProps) {
  return (
    <div className="measure">
      <h1 data-gate={gate}>{title}</h1>
      <p className="mt-4">{text}</p>
      <div className="mt-6 flex flex-wrap items-center gap-4">{children}</div>
    </div>
  );
}
