import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PlatformGate } from "@/components/layout/platform-gate";
import { MembershipNotice } from "@/components/memberships/membership-notice";
import { OrganisationFilter } from "@/components/memberships/platform/organisation-filter";
import { Pagination } from "@/components/ui/pagination";
import { RowTable } from "@/components/ui/row-table";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { listOrganisations, type OrganisationRow } from "@/lib/memberships/platform/queries";
import { isPlatformAdmin } from "@/lib/memberships/policy";
import { searchParams as searchSchema } from "@/lib/memberships/schema";

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const path = "/platform/organisaties";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({
    locale: toLocale((await params).locale),
    namespace: "memberships.platform",
  });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, search] = await Promise.all([getViewer(), searchParams]);
  if (!isPlatformAdmin(viewer)) return <PlatformGate viewer={viewer} locale={locale} path={path} />;
  const filter = searchSchema.parse(search);
  const [t, { rows, total, pages }] = await Promise.all([
    getTranslations("memberships.platform"),
    listOrganisations(viewer, filter),
  ]);
  const { toon } = search;
  const hrefOf = (page: number) => {
    const kept = { zoek: filter.text, toon: typeof toon === "string" ? toon : "", pagina: String(page) };
    return `/${locale}${path}?${new URLSearchParams(kept)}`;
  };
  return (
    <>
      <MembershipNotice melding={search.melding} />
      <Breadcrumbs trail={[{ label: t("parent"), path: "/platform" }]} here={t("title")} />
      <h1>{t("title")}</h1>
      <OrganisationFilter text={filter.text} only={filter.only} />
      <p role="status" className="mt-6">
        {t("count", { count: total })}
      </p>
      {rows.length > 0 && <Organisations rows={rows} />}
      <Pagination page={filter.page} pages={pages} hrefOf={hrefOf} />
    </>
  );
}

function Organisations({ rows }: { rows: OrganisationRow[] }) {
  const t = useTranslations("memberships.platform");
  const kind = useTranslations("terms.organisationKind");
  const locale = useLocale();
  const columns = [
    { label: t("name") },
    { label: t("kind") },
    { label: t("members"), isNumber: true },
    { label: t("admins"), isNumber: true },
    { label: t("requests"), isNumber: true },
  ];
  return (
    <RowTable
      caption={t("title")}
      columns={columns}
      rows={rows.map((row) => [
        { text: row.name, href: `/${locale}${path}/${row.slug}` },
        kind(row.kind),
        String(row.members),
        row.admins === 0 ? t("noAdmin") : String(row.admins),
        String(row.requests),
      ])}
    />
  );
}
