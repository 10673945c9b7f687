import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { OrganisationGate } from "@/components/memberships/organisation-gate";
import { PartnerForm, RemovePartnerForm, SharedForm } from "@/components/partnerships/partnership-forms";
import { ClientMessages } from "@/components/ui/client-messages";
import { Notice } from "@/components/ui/notice";
import { RowTable } from "@/components/ui/row-table";
import { today } from "@/lib/core/dates";
import { type Locale, toLocale } from "@/lib/core/locales";
import { isMember } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { canKeepPartners } from "@/lib/partnerships/policy";
import { listPartners, type Partner } from "@/lib/partnerships/queries";
import { sharedStatuses } from "@/lib/partnerships/schema";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

const notices = ["joined", "left", "shared"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "partnerships" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, { melding }] = await Promise.all([getViewer(), searchParams]);
  if (!isMember(viewer))
    return <OrganisationGate viewer={viewer} locale={locale} path="/organisatie/deelnemers" />;
  if (!canKeepPartners(viewer)) return <NotHere locale={locale} />;
  const [t, partners] = await Promise.all([getTranslations("partnerships"), listPartners(viewer)]);
  const notice = notices.find((one) => one === melding);
  return (
    <>
      {notice && <Notice>{t(`notice.${notice}`)}</Notice>}
      <Breadcrumbs trail={[{ label: viewer.organisation.name, path: "/organisatie" }]} here={t("title")} />
      <h1>{t("title")}</h1>
      <p className="measure mt-4">{t("intro")}</p>
      <Partners partners={partners} />
      <ClientMessages namespaces={["partnerships"]}>
        <Forms partners={partners} />
      </ClientMessages>
    </>
  );
}

function NotHere({ locale }: { locale: Locale }) {
  const t = useTranslations("partnerships");
  return (
    <>
      <h1 data-gate="refused">{t("title")}</h1>
      <p className="measure mt-4">{t("forbidden")}</p>
      <p className="mt-6">
        <a href={`/${locale}`} className="button">
          {t("home")}
        </a>
      </p>
    </>
  );
}

function Partners({ partners }: { partners: Partner[] }) {
  const t = useTranslations("partnerships");
  const common = useTranslations("common");
  const locale = useLocale();
  if (partners.length === 0) return <p className="mt-6">{t("none")}</p>;
  return (
    <div className="mt-6">
      <RowTable
        caption={t("caption")}
        columns={[
          { label: t("name") },
          { label: t("confirmed"), isNumber: true },
          { label: t("waiting"), isNumber: true },
        ]}
        rows={partners.map(({ name, slug, confirmed, waiting, isDemo }) => [
          {
            text: isDemo ? `${name} (${common("fictitious")})` : name,
            href: `/${locale}/gemeenten/${slug}`,
          },
          ...[String(confirmed), String(waiting)],
        ])}
      />
    </div>
  );
}

function Forms({ partners }: { partners: Partner[] }) {
  const t = useTranslations("partnerships");
  const status = useTranslations("terms.status");
  return (
    <div className="measure mt-10 grid gap-10">
      <section>
        <h2 className="mb-4">{t("add")}</h2>
        <PartnerForm />
      </section>
      {partners.length > 0 && (
        <>
          <section>
            <h2>{t("share")}</h2>
            <p className="mt-2 mb-4">{t("shareText")}</p>
            <SharedForm
              options={sharedStatuses.map((value) => ({ value, label: status(value) }))}
              max={today()}
            />
          </section>
          <section>
            <h2>{t("remove")}</h2>
            <p className="mt-2 mb-4">{t("removeText")}</p>
            <ul className="grid gap-3">
              {partners.map(({ gemeenteId, name }) => (
                <li key={gemeenteId}>
                  <RemovePartnerForm gemeenteId={gemeenteId} name={name} />
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </div>
  );
}
