import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Idea } from "@/lib/peers/queries";

type Props = { ideas: Idea[]; of: number };

const shownIdeas = 12;

/** What gemeenten like mine use and mine does not, with who they are: they can be asked. */
export function Ideas({ ideas, of }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const format = useFormatter();
  const nameOf = ({ name, isDemo }: Idea["users"][number]) =>
    isDemo ? `${name} (${t("common.fictitious")})` : name;
  return (
    <section aria-labelledby="ideeen">
      <h2 id="ideeen">{t("peers.ideas.title")}</h2>
      {ideas.length === 0 ? (
        <p className="measure mt-2">{t("peers.ideas.empty")}</p>
      ) : (
        <p className="measure mt-2 text-soft">{t("peers.ideas.help")}</p>
      )}
      <ul className="mt-3 grid gap-3 lg:grid-cols-2">
        {ideas.slice(0, shownIdeas).map(({ slug, name, kind, summary, users }) => (
          <li key={slug} className="card">
            <h3 className="text-base">
              <a href={`/${locale}/voorzieningen/${slug}`} lang="nl">
                {name}
              </a>{" "}
              <span className="font-normal text-sm text-soft">{t(`terms.kind.${kind}`)}</span>
            </h3>
            <p lang="nl">{summary}</p>
            <p className="mt-1 text-sm">
              {t("peers.ideas.users", {
                count: users.length,
                of,
                names: format.list(users.map(nameOf), { type: "conjunction" }),
              })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
