import { useFormatter, useLocale, useTranslations } from "next-intl";
import { toDate, toDay } from "@/lib/core/dates";
import type { Milestone } from "@/lib/dashboard/queries";
import type { NewestSolution } from "@/lib/solutions/queries";

type Props = { solutions: NewestSolution[]; milestones: Milestone[] };

/** What was published last and what gemeenten did last. */
export function News({ solutions, milestones }: Props) {
  const t = useTranslations("home.news");
  const locale = useLocale();
  return (
    <section aria-labelledby="nieuw" className="later">
      <h2 id="nieuw">{t("title")}</h2>
      <div className="mt-4 grid gap-6 sm:grid-cols-2">
        <div>
          <h3>{t("solutions")}</h3>
          <ul className="mt-2 grid gap-2">
            {solutions.map((solution) => (
              <NewSolution key={solution.slug} solution={solution} />
            ))}
          </ul>
          <p className="mt-3">
            <a href={`/${locale}/voorzieningen?sort=nieuw`}>{t("all")}</a>
          </p>
        </div>
        <div>
          <h3>{t("milestones")}</h3>
          {milestones.length === 0 && <p className="mt-2">{t("none")}</p>}
          <ul className="mt-2 grid gap-2">
            {milestones.map((milestone, index) => (
              <NewMilestone key={index} milestone={milestone} />
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}

function NewSolution({ solution: { slug, name, kind, isDemo, publishedAt } }: { solution: NewestSolution }) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    <li>
      <a href={`/${locale}/voorzieningen/${slug}`} lang="nl">
        {name}
      </a>{" "}
      <span className="text-sm text-soft">
        {t(`terms.kind.${kind}`)}
        {publishedAt && (
          <>
            , <Day date={publishedAt} />
          </>
        )}
      </span>{" "}
      {isDemo && <span className="tag">{t("common.fictitious")}</span>}
    </li>
  );
}

function NewMilestone({
  milestone: { status, since, gemeente, solution, isDemo },
}: {
  milestone: Milestone;
}) {
  const t = useTranslations();
  const locale = useLocale();
  if (status !== "COMMITTED" && status !== "PILOT" && status !== "IN_USE") return null;
  return (
    <li>
      {t.rich(`home.news.milestone.${status}`, {
        gemeente: gemeente.name,
        solution: solution.name,
        link: (words) => (
          <a href={`/${locale}/voorzieningen/${solution.slug}`} lang="nl">
            {words}
          </a>
        ),
      })}{" "}
      <span className="text-sm text-soft">
        <Day date={toDate(since)} />
      </span>{" "}
      {isDemo && <span className="tag">{t("common.fictitious")}</span>}
    </li>
  );
}

function Day({ date }: { date: Date }) {
  const format = useFormatter();
  return <time dateTime={toDay(date)}>{format.dateTime(date, "short")}</time>;
}
