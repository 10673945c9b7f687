import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AdoptionNotice } from "@/components/adoptions/adoption-notice";
import { AttentionList } from "@/components/adoptions/attention-list";
import { MineGate } from "@/components/adoptions/mine-gate";
import { Board } from "@/components/adoptions/portfolio/board";
import { PortfolioNotice } from "@/components/adoptions/portfolio/portfolio-notice";
import { PortfolioTools } from "@/components/adoptions/portfolio/portfolio-tools";
import { SavedViews } from "@/components/adoptions/portfolio/saved-views";
import { Timeline } from "@/components/adoptions/portfolio/timeline";
import { ViewLinks } from "@/components/adoptions/portfolio/view-links";
import { PortfolioFiltersForm } from "@/components/adoptions/portfolio-filters";
import { PortfolioTable } from "@/components/adoptions/portfolio-table";
import { Pagination } from "@/components/ui/pagination";
import { pickAttention } from "@/lib/adoptions/attention/rules";
import { canHandOver, canMove } from "@/lib/adoptions/policy";
import {
  type AdoptionRecord,
  countOpenFacts,
  listPortfolio,
  listUnmentioned,
} from "@/lib/adoptions/portfolio/queries";
import { filterPortfolio, takePage } from "@/lib/adoptions/portfolio/rules";
import { type PortfolioFilters, portfolioSchema, toPortfolioQuery } from "@/lib/adoptions/portfolio/schema";
import { toStatusGroup } from "@/lib/adoptions/rules";
import { today } from "@/lib/core/dates";
import { Theme } from "@/lib/core/generated/prisma/enums";
import { type Locale, toLocale } from "@/lib/core/locales";
import { isGemeenteMember, type Member } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { listSavedViews, type SavedView } from "@/lib/search/saved/queries";

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
  const [portfolio, proposals, unmentioned, views] = await Promise.all([
    listPortfolio(viewer),
    countOpenFacts(viewer),
    listUnmentioned(viewer),
    listSavedViews(viewer),
  ]);
  return (
    <>
      <AdoptionNotice melding={search.melding} />
      <PortfolioNotice melding={search.melding} count={Number(search.aantal) || 0} />
      <Heading member={viewer} portfolio={portfolio} />
      {portfolio.length === 0 && proposals === 0 ? (
        <Empty locale={locale} />
      ) : (
        <Overview
          member={viewer}
          portfolio={portfolio}
          proposals={proposals}
          unmentioned={unmentioned.length}
          views={views}
          search={search}
          locale={locale}
        />
      )}
    </>
  );
}

type MineProps = { member: Member; portfolio: AdoptionRecord[] };

const isManagerOf = (member: Member) => canMove(member, { gemeenteId: member.organisation.id });

function Heading({ member, portfolio }: MineProps) {
  const t = useTranslations("adoptions.mine");
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

type OverviewProps = MineProps & {
  proposals: number;
  unmentioned: number;
  views: SavedView[];
  search: Search;
  locale: Locale;
};

function Overview({ member, portfolio, proposals, unmentioned, views, search, locale }: OverviewProps) {
  const t = useTranslations("adoptions");
  const filters = portfolioSchema.parse(search);
  const managerId = isManagerOf(member) ? member.user.id : null;
  const used = new Set(portfolio.map(({ solution }) => solution.theme));
  const themes = Object.values(Theme).filter((theme) => used.has(theme));
  const situation = { portfolio, proposals, unmentioned, managerId, today: today() };
  return (
    <>
      <AttentionList attention={pickAttention(situation)} />
      <PortfolioTools
        isManager={managerId !== null}
        mayHandOver={canHandOver(member, member.organisation.id)}
      />
      <section aria-labelledby="alle" className="mt-10">
        <h2 id="alle">{t("portfolio.title")}</h2>
        <ViewLinks filters={filters} />
        <PortfolioFiltersForm filters={filters} themes={themes} />
        <SavedViews views={views} filters={filters} />
        <Rows portfolio={portfolio} filters={filters} locale={locale} />
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

type RowsProps = { portfolio: AdoptionRecord[]; filters: PortfolioFilters; locale: Locale };

function Rows({ portfolio, filters, locale }: RowsProps) {
  const t = useTranslations("adoptions.portfolio");
  const found = filterPortfolio(portfolio, filters);
  const day = today();
  if (found.length === 0) return <p className="mt-4">{t("noMatch")}</p>;
  if (filters.beeld === "bord") return <Board adoptions={found} today={day} />;
  const { rows, page, pages } = takePage(found, filters.pagina);
  const View = filters.beeld === "tijdlijn" ? Timeline : PortfolioTable;
  const hrefOf = (pagina: number) => `/${locale}/mijn?${toPortfolioQuery({ ...filters, pagina })}#alle`;
  return (
    <>
      <View adoptions={rows} total={portfolio.length} today={day} />
      <Pagination page={page} pages={pages} hrefOf={hrefOf} />
    </>
  );
}
