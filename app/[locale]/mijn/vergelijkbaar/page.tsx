import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { MineGate } from "@/components/adoptions/mine-gate";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { AlikeList } from "@/components/peers/alike-list";
import { Ideas } from "@/components/peers/ideas";
import { LikenessMap } from "@/components/peers/likeness-map";
import { WeightsForm } from "@/components/peers/weights-form";
import { toLocale } from "@/lib/core/locales";
import { isGemeenteMember } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { getPeers } from "@/lib/peers/queries";
import { weightSearch } from "@/lib/peers/schema";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "peers" });
  return { title: t("title"), description: t("description") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!isGemeenteMember(viewer))
    return <MineGate viewer={viewer} locale={locale} path="/mijn/vergelijkbaar" />;
  const weights = weightSearch.parse(await searchParams);
  const [t, found] = await Promise.all([getTranslations(), getPeers(viewer, weights)]);
  return (
    <>
      <Breadcrumbs trail={[{ label: t("adoptions.mine.title"), path: "/mijn" }]} here={t("peers.title")} />
      <h1>{t("peers.title")}</h1>
      <p className="measure mt-2">
        {found ? t("peers.intro", { name: found.mine.name }) : t("peers.noGemeente")}
      </p>
      {found && (
        <>
          <WeightsForm weights={weights} />
          <div className="mt-8 grid gap-10 *:min-w-0 lg:grid-cols-[3fr_2fr]">
            <AlikeList alike={found.alike} />
            <LikenessMap mine={found.mine} peers={found.peers} />
          </div>
          <div className="mt-10">
            <Ideas ideas={found.ideas} of={found.alike.length} />
          </div>
        </>
      )}
    </>
  );
}
