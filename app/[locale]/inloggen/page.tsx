import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { demoSignInAction } from "@/lib/accounts/actions";
import { type DemoPerson, listDemoPeople } from "@/lib/accounts/queries";
import { type Locale, toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ naar?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "accounts" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [t, viewer, people, { naar }] = await Promise.all([
    getTranslations("accounts"),
    getViewer(),
    listDemoPeople(),
    searchParams,
  ]);
  return (
    <>
      <h1>{t("title")}</h1>
      {viewer.user && (
        <p className="mt-4">
          {t("signedInAs", { name: viewer.user.name ?? "", organisation: viewer.organisation?.name ?? "" })}
        </p>
      )}
      <p className="measure mt-4">{people.length > 0 ? t("demoIntro") : t("notAvailable")}</p>
      <ul className="mt-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {people.map((person) => (
          <li key={`${person.id}${person.role}`} className="card">
            <PersonCard person={person} locale={locale} next={typeof naar === "string" ? naar : ""} />
          </li>
        ))}
      </ul>
    </>
  );
}

type CardProps = { person: DemoPerson; locale: Locale; next: string };

function PersonCard({ person, locale, next }: CardProps) {
  const t = useTranslations();
  return (
    <form action={demoSignInAction} className="flex h-full flex-col gap-1">
      <input type="hidden" name="userId" value={person.id} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={next} />
      <h2 className="text-lg">{person.organisation.name}</h2>
      <p>
        {person.name}, {t(`terms.role.${person.role}`)} <span className="tag">{t("common.fictitious")}</span>
      </p>
      <p className="mb-3 text-sm text-soft">{t(`accounts.roleHelp.${person.role}`)}</p>
      <button type="submit" className="button button-quiet mt-auto self-start">
        {t("accounts.signInAs", { name: person.name ?? "" })}
      </button>
    </form>
  );
}
