import { useLocale, useTranslations } from "next-intl";
import type { Viewer } from "@/lib/core/roles";

type Props = {
  viewer: Viewer;
  title: string;
  text: string;
  signIn: string;
  /** Without the language; where signing in leads. */
  next: string;
};

/** Why the form is not here: sign in first, or it is not for this organisation. */
export function Refusal({ viewer, title, text, signIn, next }: Props) {
  const t = useTranslations("common");
  const locale = useLocale();
  return (
    <>
      <h1 data-gate={viewer.user ? "refused" : "sign-in"}>{title}</h1>
      <p className="measure mt-4 mb-6">{text}</p>
      {viewer.user ? (
        <a href={`/${locale}${next.split("/").slice(0, 3).join("/")}`}>{t("back")}</a>
      ) : (
        <a href={`/${locale}/inloggen?naar=${next}`} className="button">
          {signIn}
        </a>
      )}
    </>
  );
}
