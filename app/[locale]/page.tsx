import { getTranslations, setRequestLocale } from "next-intl/server";
import { CountryMap } from "@/components/gemeenten/country-map";
import { KeyFigures } from "@/components/home/key-figures";
import { MyGemeente } from "@/components/home/my-gemeente";
import { News } from "@/components/home/news";
import { ThemeLinks } from "@/components/home/theme-links";
import { AdminTasks } from "@/components/memberships/admin-tasks";
import { SearchBox } from "@/components/solutions/search-box";
import { toLocale } from "@/lib/core/locales";
import { isGemeenteMember, isMember } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { getPortfolio, listMilestones } from "@/lib/dashboard/queries";
import { listGemeenten } from "@/lib/gemeenten/queries";
import { getAdminTasks } from "@/lib/memberships/reviews/queries";
import { countByTheme, listNewest } from "@/lib/solutions/queries";

type Props = { params: Promise<{ locale: string }> };

export default async function Page({ params }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [t, viewer] = await Promise.all([getTranslations("home"), getViewer()]);
  const member = isGemeenteMember(viewer) ? viewer : null;
  const [themes, newest, milestones, gemeenten, portfolio, tasks] = await Promise.all([
    countByTheme(),
    listNewest(5),
    listMilestones(viewer, 5),
    listGemeenten(),
    member ? getPortfolio(member, member.organisation.id) : [],
    isMember(viewer) ? getAdminTasks(viewer) : null,
  ]);
  return (
    <>
      {tasks && <AdminTasks tasks={tasks} name={viewer.organisation?.name ?? ""} />}
      {member && <MyGemeente viewer={member} portfolio={portfolio} />}
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid content-start gap-10">
          <div>
            <h1>{t("title")}</h1>
            <p className="measure mt-3 mb-6">{t("intro")}</p>
            <SearchBox id="zoek" locale={locale} action={`/${locale}/voorzieningen`} />
          </div>
          <ThemeLinks themes={themes} />
          <KeyFigures gemeenten={gemeenten} themes={themes} />
          <News solutions={newest} milestones={milestones} />
        </div>
        <section aria-labelledby="kaart">
          <h2 id="kaart" className="mb-3">
            {t("map.title")}
          </h2>
          <CountryMap gemeenten={gemeenten} hasTable={false} here={member?.organisation.slug} />
        </section>
      </div>
    </>
  );
}
