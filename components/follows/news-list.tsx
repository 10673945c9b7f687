import { useFormatter, useLocale, useTranslations } from "next-intl";
import { markSeenAction } from "@/lib/follows/actions";
import type { News } from "@/lib/follows/queries";

/** What happened, newest first; what came after the last look says that it is new. */
export function NewsList({ news, seenAt }: { news: News[]; seenAt: Date }) {
  const t = useTranslations("follows");
  const format = useFormatter();
  const locale = useLocale();
  const hasNew = news.some(({ at }) => at > seenAt);
  if (news.length === 0) return <p>{t("noNews")}</p>;
  return (
    <>
      <ul className="grid gap-3">
        {news.map((item) => (
          <li key={`${item.at.getTime()} ${sentenceOf(item, t)}`} className="measure">
            <a href={`/${locale}/voorzieningen/${item.solution.slug}`}>{sentenceOf(item, t)}</a>{" "}
            <span className="whitespace-nowrap text-soft text-sm">{format.dateTime(item.at, "day")}</span>{" "}
            {item.isDemo && <span className="tag">{t("fictitious")}</span>}{" "}
            {item.at > seenAt && <strong className="tag">{t("new")}</strong>}
          </li>
        ))}
      </ul>
      {hasNew && (
        <form action={markSeenAction} className="no-print mt-4">
          <input type="hidden" name="locale" value={locale} />
          <button type="submit" className="button button-quiet">
            {t("markSeen")}
          </button>
        </form>
      )}
    </>
  );
}

function sentenceOf(item: News, t: ReturnType<typeof useTranslations<"follows">>): string {
  const solution = item.solution.name;
  if (item.kind === "version") return t("news.version", { solution });
  return t(`news.${item.status}`, { solution, gemeente: item.gemeente.name });
}
