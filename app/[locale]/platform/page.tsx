import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { PlatformGate } from "@/components/layout/platform-gate";
import { toLocale } from "@/lib/core/locales";
import { hasRole } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";

type Props = { params: Promise<{ locale: string }> };

/** The pages of the platform, in the order of the list. */
const pages = [
  { path: "organisaties", label: "organisations" },
  { path: "gebruikers", label: "users" },
  { path: "herindelingen", label: "herindelingen" },
  { path: "stappen", label: "steps" },
  { path: "aanmelden", label: "providers" },
  { path: "logboek", label: "log" },
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "platform" });
  return { title: t("title") };
}

export default async function Page({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!hasRole(viewer, "PLATFORM_ADMIN"))
    return <PlatformGate viewer={viewer} locale={locale} path="/platform" />;
  const t = await getTranslations("platform");
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="measure mt-4">{t("intro")}</p>
      <ul className="mt-6 grid gap-4 sm:grid-cols-2">
        {pages.map(({ path, label }) => (
          <li key={path} className="card">
            <h2 className="text-lg">
              <a href={`/${locale}/platform/${path}`}>{t(`pages.${label}.title`)}</a>
            </h2>
            <p className="mt-1">{t(`pages.${label}.text`)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
