import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NewProviderForm } from "@/components/accounts/provider-form";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PlatformGate } from "@/components/layout/platform-gate";
import { ClientMessages } from "@/components/ui/client-messages";
import { canManageProviders } from "@/lib/accounts/providers/policy";
import { findOrganisations, getOrganisation } from "@/lib/accounts/providers/queries";
import { organisationSearchSchema } from "@/lib/accounts/providers/schema";
import { type Locale, toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const path = "/platform/aanmelden";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "platform" });
  return { title: t("providers.new") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!canManageProviders(viewer))
    return <PlatformGate viewer={viewer} locale={locale} path={`${path}/nieuw`} />;
  const { organisatie, zoek } = organisationSearchSchema.parse(await searchParams);
  const [t, organisation, found] = await Promise.all([
    getTranslations("platform"),
    organisatie ? getOrganisation(viewer, organisatie) : null,
    zoek ? findOrganisations(viewer, zoek) : [],
  ]);
  return (
    <>
      <Breadcrumbs
        trail={[
          { label: t("title"), path: "/platform" },
          { label: t("providers.title"), path },
        ]}
        here={t("providers.new")}
      />
      {organisation ? (
        <div className="measure">
          <h1>{t("providers.form.title", { organisation: organisation.name })}</h1>
          <p className="mt-4 mb-6">{t("providers.form.intro")}</p>
          <ClientMessages namespaces={["platform"]}>
            <NewProviderForm
              organisationId={organisation.id}
              mailDomains={organisation.mailDomain}
              cancelHref={`/${locale}${path}`}
            />
          </ClientMessages>
        </div>
      ) : (
        <ChooseOrganisation text={zoek} found={found} locale={locale} />
      )}
    </>
  );
}

type ChooseProps = { text: string; found: Awaited<ReturnType<typeof findOrganisations>>; locale: Locale };

function ChooseOrganisation({ text, found, locale }: ChooseProps) {
  const t = useTranslations();
  return (
    <div className="measure">
      <h1>{t("platform.providers.choose.title")}</h1>
      <form action={`/${locale}${path}/nieuw`} className="mt-6">
        <label className="block">
          <span className="mb-1 block font-semibold">{t("platform.providers.choose.label")}</span>
          <input type="search" name="zoek" defaultValue={text} maxLength={100} required className="control" />
        </label>
        <button type="submit" className="button mt-4">
          {t("platform.providers.choose.submit")}
        </button>
      </form>
      {text && found.length === 0 && <p className="mt-6">{t("platform.providers.choose.none", { text })}</p>}
      {found.length > 0 && (
        <section aria-labelledby="gevonden" className="mt-8">
          <h2 id="gevonden">{t("platform.providers.choose.found")}</h2>
          <ul className="mt-3 grid gap-2">
            {found.map(({ slug, name, kind }) => (
              <li key={slug}>
                <a href={`/${locale}${path}/nieuw?organisatie=${slug}`}>{name}</a>{" "}
                <span className="text-soft">({t(`terms.organisationKind.${kind}`)})</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
