import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { toLocale } from "@/lib/core/locales";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({
    locale: toLocale((await params).locale),
    namespace: "pages.accessibility",
  });
  return { title: t("title") };
}

export default async function Page({ params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  return <Statement />;
}

function Statement() {
  const t = useTranslations("pages.accessibility");
  const done = ["check", "script", "keyboard", "tables", "language"] as const;
  const limits = ["people", "content", "documents", "english"] as const;
  return (
    <div className="measure">
      <h1>{t("title")}</h1>
      <p className="mt-4 text-lg">{t("intro")}</p>
      <h2 className="mt-8">{t("aim.title")}</h2>
      <p className="mt-2">{t("aim.text")}</p>
      <h2 className="mt-8">{t("status.title")}</h2>
      <p className="mt-2">{t("status.text")}</p>
      <h2 className="mt-8">{t("done.title")}</h2>
      <ul className="mt-2 list-disc pl-6">
        {done.map((item) => (
          <li key={item}>{t(`done.${item}`)}</li>
        ))}
      </ul>
      <h2 className="mt-8">{t("limits.title")}</h2>
      <ul className="mt-2 list-disc pl-6">
        {limits.map((item) => (
          <li key={item}>{t(`limits.${item}`)}</li>
        ))}
      </ul>
      <h2 className="mt-8">{t("report.title")}</h2>
      <p className="mt-2">{t("report.text")}</p>
    </div>
  );
}
