import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { labelOf } from "@/components/collections/label";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { listCollections } from "@/lib/collections/queries";
import { type Collection, type Entrance, entrances } from "@/lib/collections/rules";
import { toLocale } from "@/lib/core/locales";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "collections" });
  return { title: t("title"), description: t("description") };
}

export default async function Page({ params }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const [t, collections] = await Promise.all([getTranslations(), listCollections()]);
  return (
    <>
      <Breadcrumbs
        trail={[{ label: t("layout.nav.solutions"), path: "/voorzieningen" }]}
        here={t("collections.title")}
      />
      <h1>{t("collections.title")}</h1>
      <p className="measure mt-2">{t("collections.intro")}</p>
      {entrances.map((entrance) => (
        <Group
          key={entrance}
          entrance={entrance}
          collections={collections.filter((one) => one.entrance === entrance)}
        />
      ))}
    </>
  );
}

function Group({ entrance, collections }: { entrance: Entrance; collections: Collection[] }) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    <section aria-labelledby={entrance} className="mt-10">
      <h2 id={entrance}>{t(`collections.entrance.${entrance}`)}</h2>
      <ul className="mt-3 grid gap-x-8 gap-y-2 sm:grid-cols-2 lg:grid-cols-3">
        {collections.map((collection) => (
          <li key={collection.slug}>
            <a
              href={`/${locale}/bladeren/${entrance}/${collection.slug}`}
              lang={collection.code ? undefined : "nl"}
            >
              {labelOf(collection, t)}
            </a>{" "}
            <span className="whitespace-nowrap text-sm text-soft">
              {t("collections.count", { count: collection.ids.length })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
