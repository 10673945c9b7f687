import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { VersionText } from "@/components/solutions/detail/version-text";
import { toLocale } from "@/lib/core/locales";
import { getPublishedVersion } from "@/lib/solutions/queries";
import { solutionContent } from "@/lib/solutions/schema";

type Props = { params: Promise<{ locale: string; slug: string; number: string }> };

const versionNumber = z.coerce.number().int().min(1).max(1_000_000);

/** A published text as it was; null when there is none under this number. */
async function readVersion({ params }: Props) {
  const { slug, number } = await params;
  const parsed = versionNumber.safeParse(number);
  const version = parsed.success ? await getPublishedVersion(slug, parsed.data) : null;
  return version && { ...version, content: solutionContent.parse(version.content) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const version = await readVersion(props);
  if (!version) return {};
  const locale = toLocale((await props.params).locale);
  const t = await getTranslations({ locale, namespace: "facility.version" });
  const { number, content } = version;
  return { title: t("title", { name: content.name, number }), robots: { index: false } };
}

export default async function Page(props: Props) {
  const { locale, slug } = await props.params;
  setRequestLocale(toLocale(locale));
  const [t, format, version] = await Promise.all([getTranslations(), getFormatter(), readVersion(props)]);
  if (!version) notFound();
  const { number, content, publishedAt } = version;
  const path = `/voorzieningen/${slug}`;
  return (
    <>
      <Breadcrumbs
        trail={[
          { label: t("layout.nav.solutions"), path: "/voorzieningen" },
          { label: content.name, path },
        ]}
        here={t("facility.version.crumb", { number })}
      />
      <h1>{t("facility.version.title", { name: content.name, number })}</h1>
      <p className="measure mt-4">
        {t("facility.version.intro", {
          date: publishedAt ? format.dateTime(publishedAt, "day") : t("common.unknown"),
        })}{" "}
        <a href={`/${locale}${path}`}>{t("facility.version.now")}</a>
      </p>
      <VersionText content={content} />
    </>
  );
}
