import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { toLocale } from "@/lib/core/locales";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "pages.privacy" });
  return { title: t("title") };
}

export default async function Page({ params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  return <Statement />;
}

function Statement() {
  const t = useTranslations("pages.privacy");
  const stored = ["person", "membership", "session", "secondFactor", "account", "token"] as const;
  const entered = ["adoption", "review", "solution", "proposal", "visible"] as const;
  const retention = ["session", "history", "demo"] as const;
  return (
    <div className="measure">
      <h1>{t("title")}</h1>
      <p className="mt-4 text-lg">{t("intro")}</p>
      <Part title={t("visitor.title")} text={t("visitor.text")} />
      <Part
        title={t("stored.title")}
        text={t("stored.text")}
        items={stored.map((item) => t(`stored.${item}`))}
      />
      <Part title={t("entered.title")} items={entered.map((item) => t(`entered.${item}`))} />
      <Part title={t("audit.title")} text={t("audit.text")} />
      <Part title={t("cookie.title")} text={t("cookie.text")} />
      <Part
        title={t("retention.title")}
        text={t("retention.text")}
        items={retention.map((item) => t(`retention.${item}`))}
      />
      <Part title={t("rights.title")} text={t("rights.text")} />
    </div>
  );
}

function Part({ title, text, items = [] }: { title: string; text?: string; items?: string[] }) {
  return (
    <>
      <h2 className="mt-8">{title}</h2>
      {text && <p className="mt-2">{text}</p>}
      {items.length > 0 && (
        <ul className="mt-2 list-disc pl-6">
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </>
  );
}
