import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AcceptInvitation } from "@/components/memberships/accept-invitation";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { getInvitation } from "@/lib/memberships/invitations/queries";
import { tokenSchema } from "@/lib/memberships/schema";

type Props = { params: Promise<{ locale: string; token: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({
    locale: toLocale((await params).locale),
    namespace: "memberships.invitation",
  });
  // The link is for one person: it stays out of search engines and of the addresses of other sites.
  return { title: t("title"), robots: { index: false }, referrer: "no-referrer" };
}

export default async function Page({ params }: Props) {
  const { locale, token } = await params;
  setRequestLocale(toLocale(locale));
  const viewer = await getViewer();
  const parsed = tokenSchema.safeParse(token);
  const invitation = parsed.success ? await getInvitation(viewer, parsed.data) : null;
  if (invitation?.state !== "open") return <Over />;
  return <AcceptInvitation viewer={viewer} token={token} invitation={invitation} />;
}

function Over() {
  const t = useTranslations("memberships.invitation");
  return (
    <div className="measure">
      <h1>{t("overTitle")}</h1>
      <p className="mt-4">{t("over")}</p>
    </div>
  );
}
