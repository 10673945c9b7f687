import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { cache } from "react";
import { CollectionView } from "@/components/collections/collection-view";
import { labelOf } from "@/components/collections/label";
import { FollowButton } from "@/components/follows/follow-button";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { getCollection } from "@/lib/collections/queries";
import { entrances } from "@/lib/collections/rules";
import { today } from "@/lib/core/dates";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { canFollow } from "@/lib/follows/policy";
import { isFollowing } from "@/lib/follows/queries";

type Props = { params: Promise<{ locale: string; ingang: string; slug: string }> };

/** Read once for title and page. */
const find = cache(async (ingang: string, slug: string) => {
  const entrance = entrances.find((one) => one === ingang);
  return entrance ? getCollection(await getViewer(), entrance, slug) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, ingang, slug } = await params;
  const [t, collection] = await Promise.all([
    getTranslations({ locale: toLocale(locale) }),
    find(ingang, slug),
  ]);
  if (!collection) return {};
  return { title: t(`collections.pageTitle.${collection.entrance}`, { label: labelOf(collection, t) }) };
}

export default async function Page({ params }: Props) {
  const { locale: language, ingang, slug } = await params;
  const locale = toLocale(language);
  setRequestLocale(locale);
  const [t, viewer, collection] = await Promise.all([getTranslations(), getViewer(), find(ingang, slug)]);
  if (!collection) notFound();
  const label = labelOf(collection, t);
  const subject = { kind: "thema", key: slug } as const;
  const follows = ingang === "thema" && canFollow(viewer) ? await isFollowing(viewer, subject) : null;
  const trail = [
    { label: t("layout.nav.solutions"), path: "/voorzieningen" },
    { label: t("collections.title"), path: "/bladeren" },
    { label: t(`collections.entrance.${collection.entrance}`), path: `/bladeren#${collection.entrance}` },
  ];
  return (
    <>
      <Breadcrumbs trail={trail} here={label} />
      <h1>{t(`collections.pageTitle.${collection.entrance}`, { label })}</h1>
      {follows !== null && (
        <div className="mt-3">
          <FollowButton
            {...{ subject }}
            name={label}
            isFollowing={follows}
            next={`/bladeren/thema/${slug}`}
          />
        </div>
      )}
      <CollectionView collection={collection} viewer={viewer} locale={locale} today={today()} />
    </>
  );
}
