import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AdoptionNotice } from "@/components/adoptions/adoption-notice";
import { AttentionList } from "@/components/adoptions/attention-list";
import { MineGate } from "@/components/adoptions/mine-gate";
import { PortfolioFiltersForm } from "@/components/adoptions/portfolio-filters";
import { PortfolioTable } from "@/components/adoptions/portfolio-table";
import { canMove } from "@/lib/adoptions/policy";
import { type AdoptionRecord, countOpenFacts, listPortfolio } from "@/lib/adoptions/portfolio/queries";
import { filterPortfolio, pickAttention } from "@/lib/adoptions/portfolio/rules";
import { toStatusGroup } from "@/lib/adoptions/rules";
import { portfolioSchema } from "@/lib/adoptions/schema";
import { today } from "@/lib/core/dates";
import { Theme } from "@/lib/core/generated/prisma/enums";
import { type Locale, toLocale } from "@/lib/core/locales";
import { isGemeenteMember, type Member } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "adoptions.mine" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, search] = await Promise.all([getViewer(), searchParams]);
  if (!isGemeenteMember(viewer)) return <MineGate viewer={viewer} locale={locale} path="/mijn" />;
  const [portfolio, proposals] = await Promise.all([listPortfolio(viewer), countOpenFacts(viewer)]);
  return (
    <>
      <AdoptionNotice melding={search.melding} />
      <Heading member={viewer} portfolio={portfolio} locale={locale} />
      {portfolio.length === 0 && proposals === 0 ? (
        <Empty locale={locale} />
      ) : (
        <Overview
          member={viewer}
          portfolio={portfolio}
          proposals={proposals}
          search={search}
          locale={locale}
        />
      )}
    </>
  );
}

type MineProps = { member: Member; portfolio: AdoptionRecord[] };

const isManagerOf = (member: Member) => canMove(member, { gemeenteId: member.organisation.id });

function Heading({ member, portfolio, locale }: MineProps & { locale: Locale }) {
  const t = useTranslations("adoptions.mine");
  const peers = useTranslations("peers");
  const { name } = member.organisation;
  const count = (group: string) => portfolio.filter(({ status }) => toStatusGroup(status) === group).length;
  return (
    <>
      <h1>{t("heading", { name })}</h1>
      <p className="mt-3">
        {t("intro", {
          total: portfolio.length,
          inUse: count("inUse"),
          joining: count("joining"),
          interested: count("interested"),
          stopped: count("stopped"),
        })}
      </p>
      <p className="mt-2">
        <a href={`/${locale}/mijn/vergelijkbaar`}>{peers("link")}</a>
      </p>
      {!isManagerOf(member) && <p className="measure mt-2 text-soft">{t("readOnly", { name })}</p>}
    </>
  );
}

function Empty({ locale }: { locale: Locale }) {
  const t = useTranslations("adoptions.portfolio");
  return (
    <section className="card measure mt-8">
      <h2>{t("emptyTitle")}</h2>
      <p className="mt-3 mb-5">{t("emptyText")}</p>
      <a href={`/${locale}/voorzieningen`} className="button">
        {t("emptyAction")}
      </a>
    </section>
  );
}

type OverviewProps = MineProps & { proposals: number; search: Search; locale: Locale };

function Overview({ member, portfolio, proposals, search, locale }: OverviewProps) {
  const t = useTranslations("adoptions");
  const filters = portfolioSchema.parse(search);
  const shown = filterPortfolio(portfolio, filters);
  const day = today();
  const managerId = isManagerOf(member) ? member.user.id : null;
  const used = new Set(portfolio.map(({ solution }) => solution.theme));
  const themes = Object.values(Theme).filter((theme) => used.has(theme));
  return (
    <>
      <AttentionList attention={pickAttention({ portfolio, proposals, managerId, today: day })} />
      <section aria-labelledby="alle" className="mt-10">
        <h2 id="alle">{t("portfolio.title")}</h2>
        <PortfolioFiltersForm filters={filters} themes={themes} />
        {shown.length > 0 ? (
          <PortfolioTable adoptions={shown} total={portfolio.length} today={day} />
        ) : (
          <p className="mt-4">{t("portfolio.noMatch")}</p>
        )}
      </section>
      {proposals > 0 && (
        <p className="mt-8">
          {t("proposals.remaining", { count: proposals })}{" "}
          <a href={`/${locale}/mijn/voorstellen`}>{t("proposals.answer")}</a>
        </p>
      )}
    </>
  );
}
