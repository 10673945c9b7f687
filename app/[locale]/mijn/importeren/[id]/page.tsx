import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { MineGate } from "@/components/adoptions/mine-gate";
import { DryRunRows } from "@/components/adoptions/portfolio/dry-run";
import { DiscardForm, ImportForm } from "@/components/adoptions/portfolio/import-forms";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";
import { canMove } from "@/lib/adoptions/policy";
import { type DryRun, getDryRun } from "@/lib/adoptions/spreadsheet/queries";
import { dryRunParams } from "@/lib/adoptions/spreadsheet/schema";
import { toLocale } from "@/lib/core/locales";
import { isGemeenteMember } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = toLocale((await params).locale);
  const t = await getTranslations({ locale, namespace: "portfolio.import" });
  return { title: t("dryRunTitle") };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: asked, id } = await params;
  const locale = toLocale(asked);
  setRequestLocale(locale);
  const [viewer, search] = await Promise.all([getViewer(), searchParams]);
  if (!isGemeenteMember(viewer)) return <MineGate viewer={viewer} locale={locale} path="/mijn/importeren" />;
  const isManager = canMove(viewer, { gemeenteId: viewer.organisation.id });
  const run = isManager && z.uuid().safeParse(id).success ? await getDryRun(viewer, id) : null;
  if (!run) notFound();
  const { oordeel, pagina } = dryRunParams.parse(search);
  return (
    <>
      <Verdict run={run} />
      <DryRunRows id={id} judged={run.judged} only={oordeel} page={pagina} />
    </>
  );
}

function Verdict({ run: { id, fileName, ignored, judged, seen } }: { run: DryRun }) {
  const t = useTranslations("portfolio.import");
  const mine = useTranslations("adoptions.mine");
  const refused = judged.filter(({ verdict }) => verdict === "refused").length;
  const changes = judged.filter(({ change }) => change !== null).length;
  return (
    <div className="measure">
      <Breadcrumbs
        trail={[
          { label: mine("title"), path: "/mijn" },
          { label: t("title"), path: "/mijn/importeren" },
        ]}
        here={t("dryRunTitle")}
      />
      <h1>{t("dryRunTitle")}</h1>
      <p className="mt-3 break-words">{t("dryRunText", { file: fileName })}</p>
      {ignored.length > 0 && <p className="mt-2">{t("ignored", { columns: ignored.join(", ") })}</p>}
      {refused > 0 && <p className="mt-3 font-semibold">{t("refused", { count: refused })}</p>}
      {refused === 0 && changes === 0 && <p className="mt-3 font-semibold">{t("nothing")}</p>}
      <ClientMessages namespaces={["portfolio"]}>
        <div className="mt-5 flex flex-wrap items-start gap-4">
          {refused === 0 && changes > 0 && <ImportForm id={id} seen={seen} count={changes} />}
          <DiscardForm id={id} />
        </div>
      </ClientMessages>
    </div>
  );
}
