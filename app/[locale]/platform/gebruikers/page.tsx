import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PlatformGate } from "@/components/layout/platform-gate";
import { UserSearch } from "@/components/memberships/platform/user-search";
import { RowTable } from "@/components/ui/row-table";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { findUsers, type PlatformUser } from "@/lib/memberships/platform/queries";
import { isPlatformAdmin } from "@/lib/memberships/policy";
import { searchParams as searchSchema } from "@/lib/memberships/schema";

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const path = "/platform/gebruikers";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({
    locale: toLocale((await params).locale),
    namespace: "memberships.users",
  });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, search] = await Promise.all([getViewer(), searchParams]);
  if (!isPlatformAdmin(viewer)) return <PlatformGate viewer={viewer} locale={locale} path={path} />;
  const { text } = searchSchema.parse(search);
  const [t, users] = await Promise.all([getTranslations("memberships"), findUsers(viewer, text)]);
  return (
    <>
      <Breadcrumbs trail={[{ label: t("platform.parent"), path: "/platform" }]} here={t("users.title")} />
      <h1>{t("users.title")}</h1>
      <p className="measure mt-4">{t("users.intro")}</p>
      <UserSearch text={text} />
      {text && (
        <p role="status" className="mt-6">
          {t("users.count", { count: users.length })}
        </p>
      )}
      {users.length > 0 && <Users users={users} />}
    </>
  );
}

function Users({ users }: { users: PlatformUser[] }) {
  const t = useTranslations("memberships");
  const locale = useLocale();
  return (
    <RowTable
      caption={t("users.title")}
      columns={[
        { label: t("members.name") },
        { label: t("members.mail") },
        { label: t("users.organisations") },
        { label: t("members.state") },
      ]}
      rows={users.map(({ id, name, email, memberships, disabledAt }) => [
        { text: name ?? email, href: `/${locale}${path}/${id}` },
        email,
        memberships.map(({ organisation }) => organisation.name).join(", ") || t("users.nowhere"),
        t(disabledAt ? "members.disabled" : "members.active"),
      ])}
    />
  );
}
