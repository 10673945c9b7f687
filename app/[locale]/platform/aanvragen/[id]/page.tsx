import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { PlatformGate } from "@/components/layout/platform-gate";
import { AdminPage } from "@/components/memberships/admin-page";
import { DecideRequest } from "@/components/memberships/decide-request";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { isPlatformAdmin } from "@/lib/memberships/policy";
import { getRequest } from "@/lib/memberships/requests/queries";

type Props = { params: Promise<{ locale: string; id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({
    locale: toLocale((await params).locale),
    namespace: "memberships.requests",
  });
  return { title: t("one") };
}

export default async function Page({ params }: Props) {
  const { locale: given, id } = await params;
  const locale = toLocale(given);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!isPlatformAdmin(viewer)) {
    return <PlatformGate viewer={viewer} locale={locale} path={`/platform/aanvragen/${id}`} />;
  }
  const request = z.uuid().safeParse(id).success ? await getRequest(viewer, id) : null;
  if (!request) notFound();
  const [t, common] = await Promise.all([getTranslations("memberships"), getTranslations("common")]);
  const { organisation } = request;
  const trail = [
    { label: t("platform.parent"), path: "/platform" },
    { label: t("platform.title"), path: "/platform/organisaties" },
    { label: organisation.name, path: `/platform/organisaties/${organisation.slug}` },
  ];
  return (
    <AdminPage title={t("requests.one")} trail={trail}>
      <p className="mt-2 text-lg">
        {common("organisationTitle", { kind: organisation.kind, name: organisation.name })}
      </p>
      <DecideRequest viewer={viewer} request={request} by="platform" />
    </AdminPage>
  );
}
