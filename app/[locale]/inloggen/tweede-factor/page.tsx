import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { FactorGate } from "@/components/accounts/second-factor/gate";
import { NotNeeded, ProofChoices, SetUpFirst } from "@/components/accounts/second-factor/proof";
import { ClientMessages } from "@/components/ui/client-messages";
import { canHaveSecondFactor } from "@/lib/accounts/second-factor/policy";
import { getSecondFactors } from "@/lib/accounts/second-factor/queries";
import { toLocale } from "@/lib/core/locales";
import { toOwnPath } from "@/lib/core/own-path";
import { getViewer } from "@/lib/core/viewer";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<{ naar?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({
    locale: toLocale((await params).locale),
    namespace: "secondFactor.prove",
  });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  setRequestLocale(toLocale((await params).locale));
  const [viewer, { naar }] = await Promise.all([getViewer(), searchParams]);
  if (!canHaveSecondFactor(viewer)) return <FactorGate viewer={viewer} path="/inloggen/tweede-factor" />;
  const next = toOwnPath(naar);
  const { factors, recoveryCodesLeft } = await getSecondFactors(viewer);
  if (factors.length === 0) {
    return viewer.withheldRoles?.length ? (
      <SetUpFirst viewer={viewer} next={next} />
    ) : (
      <NotNeeded next={next} />
    );
  }
  return (
    <ClientMessages namespaces={["secondFactor"]}>
      <ProofChoices
        kinds={new Set(factors.map(({ kind }) => kind))}
        hasRecoveryCodes={recoveryCodesLeft > 0}
        next={next}
      />
    </ClientMessages>
  );
}
