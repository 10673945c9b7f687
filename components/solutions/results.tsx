import { useTranslations } from "next-intl";
import { Pagination } from "@/components/ui/pagination";
import { Theme } from "@/lib/core/generated/prisma/enums";
import type { Locale } from "@/lib/core/locales";
import type { SearchResult } from "@/lib/search/rules";
import { hasChoices, type SearchFilters, themeWords, toQueryString } from "@/lib/search/schema";
import { Chips, withoutChoices } from "./chips";
import { SolutionCard } from "./solution-card";

type Props = {
  result: SearchResult;
  filters: SearchFilters;
  locale: Locale;
  path: string;
  /** Who reads: anybody, somebody who is signed in, or somebody of a gemeente. */
  access: "visitor" | "signedIn" | "gemeente";
};

/** The boxes stand in the cards, the button below them. */
const compareForm = "vergelijk";

/** With so few results it is likely that what was asked for is not among them. */
const few = 3;

/** What was found, how it was found, and where to go on. */
export function Results({ result, filters, locale, path, access }: Props) {
  const t = useTranslations("solutions.results");
  const keep = useTranslations("search.saved");
  const hrefOf = (page: number) => `${path}?${toQueryString({ ...filters, page })}`;
  return (
    <section aria-labelledby="resultaten">
      <h2 id="resultaten" className="sr-only">
        {t("title")}
      </h2>
      <Chips values={result.facets} filters={filters} path={path} />
      <Found result={result} filters={filters} path={path} />
      {result.total === 0 && <Suggestions result={result} filters={filters} locale={locale} path={path} />}
      <ol className="grid gap-3">
        {result.items.map((solution) => (
          <SolutionCard
            key={solution.slug}
            solution={solution}
            gemeenten={result.gemeenten}
            locale={locale}
            compareForm={result.items.length > 1 ? compareForm : undefined}
          />
        ))}
      </ol>
      {result.items.length > 1 && (
        <form id={compareForm} action={`/${locale}/vergelijken`} className="no-print mt-3 flex justify-end">
          <button type="submit" className="button button-quiet">
            {t("compare")}
          </button>
        </form>
      )}
      {filters.q !== "" && result.total <= few && (
        <NeedOffer question={filters.q} locale={locale} access={access} />
      )}
      {access !== "visitor" && (filters.q !== "" || hasChoices(filters)) && (
        <p className="no-print mt-4">
          <a
            href={`/${locale}/account/zoekopdrachten?${new URLSearchParams({ nieuw: toQueryString({ ...filters, page: 1 }) })}`}
          >
            {keep("keep")}
          </a>
        </p>
      )}
      <Pagination page={filters.page} pages={Math.ceil(result.total / filters.pageSize)} hrefOf={hrefOf} />
    </section>
  );
}

function Found({ result, filters, path }: Omit<Props, "locale" | "access">) {
  const t = useTranslations("solutions.results");
  const { total, corrected, isPartial } = result;
  const { q, page, pageSize } = filters;
  return (
    <div role="status" className="mb-4">
      <p className="font-semibold">
        {q ? t("countFor", { count: total, q: corrected ?? q }) : t("count", { count: total })}
        {total > pageSize && (
          <span className="font-normal">
            . {t("range", { from: (page - 1) * pageSize + 1, to: Math.min(page * pageSize, total) })}
          </span>
        )}
      </p>
      {corrected && (
        <p>
          {t.rich("corrected", {
            q: corrected,
            asked: q,
            link: (words) => (
              <a href={`${path}?${toQueryString({ ...filters, q: corrected, page: 1 })}`}>{words}</a>
            ),
          })}
        </p>
      )}
      {isPartial && <p>{t("partial")}</p>}
    </div>
  );
}

/** Nothing found is a place to go on from. */
function Suggestions({ result, filters, locale, path }: Omit<Props, "access">) {
  const t = useTranslations("solutions.empty");
  const theme = useTranslations("terms.theme");
  return (
    <div className="card">
      <h3>{t("title")}</h3>
      {result.totalWithoutChoices > 0 ? (
        <p className="mt-2">
          {t("choices", { count: result.totalWithoutChoices })}{" "}
          <a href={`${path}?${toQueryString(withoutChoices(filters))}`}>{t("clear")}</a>
        </p>
      ) : (
        <p className="mt-2">{t("words")}</p>
      )}
      <p className="mt-2">{t("themes")}</p>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        {Object.values(Theme).map((value) => (
          <li key={value}>
            <a href={`/${locale}/voorzieningen?thema=${themeWords[value]}`}>{theme(value)}</a>
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <a href={path}>{t("all")}</a>
      </p>
    </div>
  );
}

type OfferProps = { question: string; locale: Locale } & Pick<Props, "access">;

/** What is not there can be asked for: by somebody of a gemeente, and a visitor may be one. */
function NeedOffer({ question, locale, access }: OfferProps) {
  const t = useTranslations("needs");
  if (access === "signedIn") return null;
  const href = `/behoeften/nieuw?${new URLSearchParams({ q: question })}`;
  return (
    <p className="no-print card my-3">
      {t("offer")}{" "}
      {access === "gemeente" ? (
        <a href={`/${locale}${href}`}>{t("offerLink")}</a>
      ) : (
        <a href={`/${locale}/inloggen?naar=/behoeften/nieuw`}>{t("offerSignIn")}</a>
      )}
    </p>
  );
}
