import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ProviderForm } from "@/components/accounts/provider-form";
import { ProviderStep } from "@/components/accounts/provider-steps";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PlatformGate } from "@/components/layout/platform-gate";
import { ClientMessages } from "@/components/ui/client-messages";
import { Notice } from "@/components/ui/notice";
import { canManageProviders } from "@/lib/accounts/providers/policy";
import { getProvider, type ProviderDetail } from "@/lib/accounts/providers/queries";
import { providerNoticeSchema } from "@/lib/accounts/providers/schema";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "platform" });
  return { title: t("providers.title") };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: language, id } = await params;
  const locale = toLocale(language);
  setRequestLocale(locale);
  const viewer = await getViewer();
  const path = "/platform/aanmelden";
  if (!canManageProviders(viewer))
    return <PlatformGate viewer={viewer} locale={locale} path={`${path}/${id}`} />;
  const provider = await getProvider(viewer, id);
  if (!provider) notFound();
  const t = await getTranslations("platform");
  const notice = providerNoticeSchema.parse((await searchParams).melding);
  const title = t("providers.detail.title", {
    label: provider.label,
    organisation: provider.organisation.name,
  });
  return (
    <>
      <Breadcrumbs
        trail={[
          { label: t("title"), path: "/platform" },
          { label: t("providers.title"), path },
        ]}
        here={title}
      />
      {notice && <Notice>{t(`providers.notice.${notice}`)}</Notice>}
      <h1>{title}</h1>
      <Standing provider={provider} />
      <ClientMessages namespaces={["platform"]}>
        <Sections provider={provider} />
      </ClientMessages>
    </>
  );
}

type DetailProps = { provider: ProviderDetail };

function Standing({ provider }: DetailProps) {
  const t = useTranslations("platform.providers");
  return (
    <p className="mt-3">
      <span className="tag">{t(provider.isActive ? "on" : "off")}</span> {t("detail.people")}:{" "}
      {t("detail.peopleCount", { count: provider.people })}
    </p>
  );
}

function Sections({ provider }: DetailProps) {
  const t = useTranslations("platform.providers.detail");
  const step = { providerId: provider.id, version: provider.version };
  return (
    <div className="measure grid gap-6">
      <Section id="registreren" title={t("register")}>
        <p>{t("registerText")}</p>
        <p className="my-3 break-all rounded-md bg-raised p-3 font-mono text-sm">{provider.callback}</p>
        <p>{t("registerClaims")}</p>
      </Section>
      <Section id="testen" title={t("test")}>
        <p className="mb-4">{t("testText")}</p>
        <ProviderStep step="test" {...step} />
      </Section>
      <Section id="aan-uit" title={t(provider.isActive ? "switchOff" : "switchOn")}>
        <p className="mb-4">{t(provider.isActive ? "switchOffText" : "switchOnText")}</p>
        <ProviderStep step={provider.isActive ? "switchOff" : "switchOn"} {...step} />
      </Section>
      <Section id="wijzigen" title={t("settings")}>
        {provider.people > 0 && <p className="mb-4">{t("fixed")}</p>}
        <ProviderForm {...step} values={toValues(provider)} />
      </Section>
    </div>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-4">
      <h2 id={id} className="mb-3">
        {title}
      </h2>
      {children}
    </section>
  );
}

function toValues(provider: ProviderDetail) {
  const { label, issuer, clientId, tenantId, mailDomains, trustsSecondFactor, secondFactorAcr } = provider;
  return {
    label,
    issuer,
    clientId,
    tenantId: tenantId ?? "",
    mailDomains: mailDomains.join("\n"),
    trustsSecondFactor,
    secondFactorAcr: secondFactorAcr ?? "",
  };
}
