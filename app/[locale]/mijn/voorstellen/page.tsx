import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AdoptionNotice } from "@/components/adoptions/adoption-notice";
import { MineGate } from "@/components/adoptions/mine-gate";
import { ProposalCard } from "@/components/adoptions/proposal-card";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";
import { canMove } from "@/lib/adoptions/policy";
import { listProposals, type WaitingProposal } from "@/lib/adoptions/portfolio/queries";
import type { ProposalOrigin } from "@/lib/core/generated/prisma/enums";
import { toLocale } from "@/lib/core/locales";
import { isGemeenteMember, type Member } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = toLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "adoptions.proposals" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, { melding }] = await Promise.all([getViewer(), searchParams]);
  if (!isGemeenteMember(viewer)) {
    return <MineGate viewer={viewer} locale={locale} path="/mijn/voorstellen" />;
  }
  const proposals = await listProposals(viewer);
  return (
    <div className="measure">
      <AdoptionNotice melding={melding} />
      <ClientMessages namespaces={[]}>
        <Proposals viewer={viewer} proposals={proposals} />
      </ClientMessages>
    </div>
  );
}

/** In this order: what a colleague waits for, then what others say. */
const parts = [
  { origin: "SECOND_PERSON", title: "decisions", id: "besluiten" },
  { origin: "HERINDELING", title: "carriedOver", id: "voorganger" },
  { origin: "PARTNERSHIP", title: "partnership", id: "samenwerking" },
  { origin: "PUBLIC_SOURCE", title: "facts", id: "bronnen" },
  { origin: "PROVIDER", title: "claims", id: "aanbieders" },
] as const satisfies { origin: ProposalOrigin; title: string; id: string }[];

function Proposals({ viewer, proposals }: { viewer: Member; proposals: WaitingProposal[] }) {
  const t = useTranslations("adoptions");
  const isManager = canMove(viewer, { gemeenteId: viewer.organisation.id });
  return (
    <>
      <Breadcrumbs trail={[{ label: t("mine.title"), path: "/mijn" }]} here={t("proposals.title")} />
      <h1>{t("proposals.title")}</h1>
      <p className="mt-3">{t("proposals.intro")}</p>
      {!isManager && <p className="mt-2 text-soft">{t("proposals.readOnly")}</p>}
      {proposals.length === 0 && <p className="mt-6">{t("proposals.none")}</p>}
      {parts.map(({ origin, title, id }) => {
        const mine = proposals.filter((proposal) => proposal.origin === origin);
        return mine.length === 0 ? null : (
          <section key={id} id={id} className="mt-8">
            <h2>{t(`proposals.${title}`)}</h2>
            {origin === "HERINDELING" && <p className="mt-2">{t("proposals.carriedOverHelp")}</p>}
            {origin === "PARTNERSHIP" && <p className="mt-2">{t("proposals.partnershipHelp")}</p>}
            <ul className="mt-4 grid gap-4">
              {mine.map((proposal) => (
                <ProposalCard
                  key={proposal.id}
                  proposal={proposal}
                  viewer={viewer}
                  others={origin === "SECOND_PERSON" ? 0 : countOthers(proposal, proposals)}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

/** More sources about the same facility may be one fact told twice. */
function countOthers({ id, solution }: WaitingProposal, proposals: WaitingProposal[]): number {
  return proposals.filter(
    (other) => other.id !== id && other.origin !== "SECOND_PERSON" && other.solution.slug === solution.slug,
  ).length;
}
