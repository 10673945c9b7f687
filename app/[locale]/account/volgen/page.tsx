import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { AccountGate, AccountPage } from "@/components/accounts/account-page";
import { FollowButton } from "@/components/follows/follow-button";
import { FrequencyForm } from "@/components/follows/frequency-form";
import { NewsList } from "@/components/follows/news-list";
import { ClientMessages } from "@/components/ui/client-messages";
import { Notice } from "@/components/ui/notice";
import { type Locale, toLocale } from "@/lib/core/locales";
import { toAddressWord } from "@/lib/core/text";
import { getViewer } from "@/lib/core/viewer";
import { canFollow } from "@/lib/follows/policy";
import { type Follows, getFollows, listNews } from "@/lib/follows/queries";
import { type FollowKind, followParams } from "@/lib/follows/schema";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const here = "/account/volgen";
/** Older news is history, which the pages themselves show. */
const newsDays = 90;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "follows" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const viewer = await getViewer();
  if (!canFollow(viewer)) return <AccountGate locale={locale} path={here} />;
  const [t, follows] = await Promise.all([getTranslations("follows"), getFollows(viewer)]);
  const { melding } = followParams.parse(await searchParams);
  const since = new Date(Date.now() - newsDays * 86_400_000);
  const news = await listNews(viewer, { follows, since });
  const isEmpty = follows.solutions.length + follows.themes.length + follows.gemeenten.length === 0;
  return (
    <AccountPage here="follows">
      {melding && <Notice>{t(`notice.${melding}`)}</Notice>}
      {isEmpty ? (
        <Empty locale={locale} />
      ) : (
        <div className="grid gap-10">
          <section aria-labelledby="nieuws">
            <h2 id="nieuws">{t("newsTitle")}</h2>
            <p className="measure mt-2 mb-4 text-soft">{t("intro")}</p>
            <NewsList news={news} seenAt={follows.seenAt} />
          </section>
          <FollowList follows={follows} locale={locale} />
        </div>
      )}
      <section aria-labelledby="mail-titel" className="measure mt-10">
        <h2 id="mail-titel">{t("mailTitle")}</h2>
        <p className="mt-2 mb-4">{t("mailText")}</p>
        {viewer.user.isDemo ? (
          <p>{t("mailDemo")}</p>
        ) : (
          <ClientMessages namespaces={["follows"]}>
            <FrequencyForm frequency={follows.frequency} />
          </ClientMessages>
        )}
      </section>
    </AccountPage>
  );
}

function Empty({ locale }: { locale: Locale }) {
  const t = useTranslations("follows");
  return (
    <div className="measure">
      <p className="mb-6">{t("empty")}</p>
      <a href={`/${locale}/voorzieningen`} className="button">
        {t("browse")}
      </a>
    </div>
  );
}

type Row = { kind: FollowKind; key: string; name: string; path: string };

function FollowList({ follows, locale }: { follows: Follows; locale: Locale }) {
  const t = useTranslations();
  const themes = follows.themes.map((theme) => ({
    slug: toAddressWord(theme),
    name: t(`terms.theme.${theme}`),
  }));
  const rows = (kind: FollowKind, from: string, all: { slug: string; name: string }[]): Row[] =>
    all.map(({ slug, name }) => ({ kind, key: slug, name, path: `${from}/${slug}` }));
  const groups = [
    { label: "solutions", rows: rows("voorziening", "/voorzieningen", follows.solutions) },
    { label: "themes", rows: rows("thema", "/bladeren/thema", themes) },
    { label: "gemeenten", rows: rows("gemeente", "/gemeenten", follows.gemeenten) },
  ] as const;
  return (
    <section aria-labelledby="gevolgd">
      <h2 id="gevolgd">{t("follows.listTitle")}</h2>
      {groups
        .filter((group) => group.rows.length > 0)
        .map((group) => (
          <div key={group.label} className="mt-4">
            <h3>{t(`follows.kind.${group.label}`)}</h3>
            <ul className="mt-2 grid gap-2">
              {group.rows.map(({ kind, key, name, path }) => (
                <li key={key} className="flex flex-wrap items-center gap-x-4 gap-y-1">
                  <a href={`/${locale}${path}`}>{name}</a>
                  <FollowButton subject={{ kind, key }} name={name} isFollowing isListed next={here} />
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}
