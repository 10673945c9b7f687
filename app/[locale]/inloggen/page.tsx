import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { DemoPeople } from "@/components/accounts/demo-people";
import { MailSignIn } from "@/components/accounts/mail-sign-in";
import { OrganisationSignIn } from "@/components/accounts/organisation-sign-in";
import { SignInFailure } from "@/components/accounts/sign-in-failure";
import { listSignInProviders } from "@/lib/accounts/identities/queries";
import { organisationTextSchema } from "@/lib/accounts/identities/schema";
import { listDemoPeople } from "@/lib/accounts/queries";
import { getMailSignIn } from "@/lib/accounts/sign-in/queries";
import { type Locale, toLocale } from "@/lib/core/locales";
import { toOwnPath } from "@/lib/core/own-path";
import type { Viewer } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "signIn" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const search = await searchParams;
  const text = organisationTextSchema.parse(search.organisatie);
  const [t, viewer, people, byMail, providers] = await Promise.all([
    getTranslations("signIn"),
    getViewer(),
    listDemoPeople(),
    getMailSignIn(),
    listSignInProviders(text),
  ]);
  const next = toOwnPath(search.naar);
  return (
    <>
      <SignInFailure failure={search.fout} />
      <h1>{t("title")}</h1>
      <SignedIn viewer={viewer} locale={locale} />
      <OrganisationSignIn providers={providers} text={text} next={next} locale={locale} />
      <MailSignIn locale={locale} next={next} {...byMail} />
      <DemoPeople people={people} locale={locale} next={next} />
    </>
  );
}

function SignedIn({ viewer, locale }: { viewer: Viewer; locale: Locale }) {
  const t = useTranslations("signIn");
  if (!viewer.user) return null;
  return (
    <p className="mt-4">
      {viewer.user.name && t("signedInAs", { name: viewer.user.name })}{" "}
      <a href={`/${locale}/account`}>{t("toAccount")}</a>
    </p>
  );
}
