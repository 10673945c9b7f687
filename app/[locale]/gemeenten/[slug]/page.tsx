import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations, setRequestLocale } from "next-intl/server";
import { FollowButton } from "@/components/follows/follow-button";
import { Comparison } from "@/components/gemeenten/comparison";
import { CountryMap } from "@/components/gemeenten/country-map";
import { Portfolio, type PortfolioScope } from "@/components/gemeenten/portfolio";
import { PublicFacts } from "@/components/gemeenten/public-facts";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { toLocale } from "@/lib/core/locales";
import { hasRole, isGemeenteMember, isSupplier, type Viewer } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { getPortfolio, listReportedFacts } from "@/lib/dashboard/queries";
import { canFollow } from "@/lib/follows/policy";
import { isFollowing } from "@/lib/follows/queries";
import { getGemeente, listGemeenten } from "@/lib/gemeenten/queries";
import { compareInUse, toSizeClass } from "@/lib/gemeenten/rules";

type Props = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const gemeente = await getGemeente(slug);
  if (!gemeente) notFound();
  const t = await getTranslations({ locale: toLocale(locale), namespace: "gemeenten.profile" });
  return { title: t("title", { name: gemeente.organisation.name }) };
}

export default async function Page({ params }: Props) {
  const { locale, slug } = await params;
  setRequestLocale(toLocale(locale));
  const [gemeente, viewer] = await Promise.all([getGemeente(slug), getViewer()]);
  if (!gemeente) notFound();
  const { name } = gemeente.organisation;
  const subject = { kind: "gemeente", key: slug } as const;
  const [t, terms, format, all, items, facts, follows] = await Promise.all([
    getTranslations("gemeenten"),
    getTranslations("terms"),
    getFormatter(),
    listGemeenten(),
    getPortfolio(viewer, gemeente.organisationId),
    listReportedFacts(gemeente.organisationId),
    canFollow(viewer) ? isFollowing(viewer, subject) : null,
  ]);
  const whole = all.reduce((sum, { inhabitants }) => sum + inhabitants, 0);
  return (
    <>
      <Breadcrumbs trail={[{ label: t("title"), path: "/gemeenten" }]} here={name} />
      <h1>{t("profile.title", { name })}</h1>
      {follows !== null && (
        <div className="mt-3">
          <FollowButton {...{ subject, name }} isFollowing={follows} next={`/gemeenten/${slug}`} />
        </div>
      )}
      {gemeente.validTo && (
        <p className="measure mt-4 rounded-md border-2 border-warning-edge bg-warning p-4">
          {t("profile.merged", { date: format.dateTime(gemeente.validTo, "day") })}{" "}
          {gemeente.successor && (
            <a href={`/${locale}/gemeenten/${gemeente.successor.organisation.slug}`}>
              {gemeente.successor.organisation.name}
            </a>
          )}
        </p>
      )}
      <div className="mt-6 grid gap-10 *:min-w-0 lg:grid-cols-[3fr_2fr]">
        <div className="grid content-start gap-10">
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 self-start">
            <dt className="text-soft">{t("column.province")}</dt>
            <dd>{terms(`province.${gemeente.province}`)}</dd>
            <dt className="text-soft">{t("column.inhabitants")}</dt>
            <dd>{t("profile.inhabitants", { count: gemeente.inhabitants, whole })}</dd>
            <dt className="text-soft">{t("profile.sizeClass")}</dt>
            <dd>{terms(`sizeClass.${toSizeClass(gemeente.inhabitants).id}`)}</dd>
          </dl>
          <Comparison
            gemeente={gemeente}
            comparison={compareInUse(gemeente, all)}
            updatedOn={format.dateTime(new Date(), "day")}
          />
        </div>
        <section aria-labelledby="kaart">
          <h2 id="kaart" className="mb-4">
            {t("profile.map")}
          </h2>
          <CountryMap gemeenten={all} here={slug} />
        </section>
      </div>
      <div className="mt-12 grid gap-12 *:min-w-0">
        <Portfolio items={items} name={name} scope={scopeOf(viewer, gemeente.organisationId)} />
        <PublicFacts facts={facts} />
      </div>
    </>
  );
}

/** Which sentence says what this viewer sees; who sees it is decided in lib/adoptions/policy. */
function scopeOf(viewer: Viewer, gemeenteId: string): PortfolioScope {
  if (isSupplier(viewer)) return "supplier";
  if (!isGemeenteMember(viewer)) return hasRole(viewer, "COORDINATOR") ? "provider" : "public";
  return viewer.organisation.id === gemeenteId ? "own" : "shared";
}
