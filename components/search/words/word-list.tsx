import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Pagination } from "@/components/ui/pagination";
import { RowTable } from "@/components/ui/row-table";

type Word = {
  id: string;
  term: string;
  expansions: string[];
  isMutual: boolean;
  weight: number;
  note: string | null;
};
type Props = { rows: Word[]; total: number; search: string; page: number; perPage: number };

/** The field language, a page at a time, with a box to find a word in it. */
export function WordList({ rows, total, search, page, perPage }: Props) {
  const t = useTranslations("search.words");
  const locale = useLocale();
  const path = `/${locale}/beheer/zoekwoorden`;
  const hrefOf = (other: number) => `${path}?${new URLSearchParams({ zoek: search, page: String(other) })}`;
  return (
    <>
      <form action={path} className="no-print measure mt-6 flex flex-wrap items-end gap-3">
        <label className="grow">
          <span className="mb-1 block font-semibold">{t("find")}</span>
          <input type="search" name="zoek" defaultValue={search} maxLength={80} className="control" />
        </label>
        <button type="submit" className="button button-quiet">
          {t("show")}
        </button>
      </form>
      <p role="status" className="mt-4">
        {total > 0 ? t("count", { count: total }) : t("none")}
      </p>
      {rows.length > 0 && (
        <RowTable
          caption={t("title")}
          columns={[
            { label: t("term") },
            { label: t("expansions") },
            { label: t("direction") },
            { label: t("weight"), isNumber: true },
            { label: t("note") },
          ]}
          rows={rows.map(({ id, term, expansions, isMutual, weight, note }) => [
            { text: term, href: `${path}/${id}` },
            expansions.join(", "),
            t(isMutual ? "both" : "one"),
            String(weight),
            note ?? "",
          ])}
        />
      )}
      <Pagination page={page} pages={Math.ceil(total / perPage)} hrefOf={hrefOf} />
    </>
  );
}

type Question = { words: string; count: number; lastDay: Date };

/** What people asked and did not find, so that a word can be added for it. */
export function Unanswered({
  questions,
  days,
  fewest,
}: {
  questions: Question[];
  days: number;
  fewest: number;
}) {
  const t = useTranslations("search.unanswered");
  const format = useFormatter();
  return (
    <section aria-labelledby="niet-gevonden" className="mt-12">
      <h2 id="niet-gevonden">{t("title")}</h2>
      <p className="measure mt-2">{t("intro", { days, fewest })}</p>
      {questions.length > 0 ? (
        <RowTable
          caption={t("title")}
          columns={[{ label: t("words") }, { label: t("count"), isNumber: true }, { label: t("last") }]}
          rows={questions.map(({ words, count, lastDay }) => [
            words,
            format.number(count),
            format.dateTime(lastDay, "day"),
          ])}
        />
      ) : (
        <p className="mt-2">{t("empty")}</p>
      )}
    </section>
  );
}
