import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { PlatformGate } from "@/components/layout/platform-gate";
import { AdminPage } from "@/components/memberships/admin-page";
import { Step } from "@/components/memberships/member-steps";
import { MembershipNotice } from "@/components/memberships/membership-notice";
import { UserMemberships } from "@/components/memberships/platform/user-memberships";
import { StepForm } from "@/components/memberships/step-form";
import { Fact } from "@/components/ui/fact";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { getUser, type PlatformUser } from "@/lib/memberships/platform/queries";
import { canDisable, isPlatformAdmin } from "@/lib/memberships/policy";
import { isAdministered } from "@/lib/memberships/requests/queries";

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({
    locale: toLocale((await params).locale),
    namespace: "memberships.users",
  });
  return { title: t("one") };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: given, id } = await params;
  const locale = toLocale(given);
  setRequestLocale(locale);
  const [viewer, { melding }] = await Promise.all([getViewer(), searchParams]);
  if (!isPlatformAdmin(viewer)) {
    return <PlatformGate viewer={viewer} locale={locale} path={`/platform/gebruikers/${id}`} />;
  }
  const user = z.uuid().safeParse(id).success ? await getUser(viewer, id) : null;
  if (!user) notFound();
  const memberships = await Promise.all(
    user.memberships.map(async (membership) => ({
      ...membership,
      hasAdmin: await isAdministered(membership.organisation.id),
    })),
  );
  const t = await getTranslations("memberships");
  const trail = [
    { label: t("platform.parent"), path: "/platform" },
    { label: t("users.title"), path: "/platform/gebruikers" },
  ];
  return (
    <>
      <MembershipNotice melding={melding} />
      <AdminPage title={user.name ?? user.email} trail={trail}>
        <Facts user={user} />
        <h2 className="mt-10">{t("users.organisations")}</h2>
        <UserMemberships viewer={viewer} userId={user.id} memberships={memberships} />
        {canDisable(viewer, user.id) && <Disable user={user} />}
      </AdminPage>
    </>
  );
}

function Facts({ user: { email, functionTitle, createdAt, disabledAt } }: { user: PlatformUser }) {
  const t = useTranslations("memberships.members");
  const format = useFormatter();
  return (
    <dl className="mt-5 grid gap-4 sm:grid-cols-2">
      <Fact label={t("mail")}>
        <span className="wrap-anywhere">{email}</span>
      </Fact>
      {functionTitle && <Fact label={t("functionTitle")}>{functionTitle}</Fact>}
      <Fact label={t("since")}>{format.dateTime(createdAt, "day")}</Fact>
      <Fact label={t("state")}>{t(disabledAt ? "disabled" : "active")}</Fact>
    </dl>
  );
}

function Disable({ user: { id, disabledAt } }: { user: PlatformUser }) {
  const t = useTranslations("memberships.users");
  const kind = disabledAt ? "enable" : "disable";
  return (
    <Step title={t(kind)} text={t(`${kind}Text`)}>
      <StepForm id="blokkeren" kind={kind} about={{ userId: id }} submit={t(`${kind}Submit`)} />
    </Step>
  );
}
