import { useFormatter, useLocale, useTranslations } from "next-intl";
import { toShare } from "@/lib/dashboard/rules";
import type { GemeenteOnMap } from "@/lib/gemeenten/queries";

type Props = { gemeenten: GemeenteOnMap[]; themes: { count: number }[] };

/** Three numbers, each with its whole. */
export function KeyFigures({ gemeenten, themes }: Props) {
  const t = useTranslations("home.figures");
  const format = useFormatter();
  const locale = useLocale();
  const solutions = themes.reduce((sum, { count }) => sum + count, 0);
  const users = gemeenten.filter(({ inUseCount }) => inUseCount > 0);
  const inhabitants = users.reduce((sum, gemeente) => sum + gemeente.inhabitants, 0);
  const uses = gemeenten.reduce((sum, { inUseCount }) => sum + inUseCount, 0);
  const whole = Math.max(gemeenten.length, 1);
  return (
    <section aria-labelledby="cijfers">
      <h2 id="cijfers">{t("title")}</h2>
      <dl className="mt-4 grid gap-4 sm:grid-cols-3">
        <Figure number={format.number(solutions)}>
          {t("solutions", { count: solutions, themes: themes.length })}
        </Figure>
        <Figure number={format.number(users.length)}>
          {t("gemeenten", {
            count: users.length,
            total: gemeenten.length,
            share: format.number(toShare(users.length, gemeenten.length), "percent"),
            inhabitants: format.number(inhabitants / 1_000_000, "millions"),
          })}
        </Figure>
        <Figure number={format.number(uses)}>
          {t("uses", { mean: format.number(uses / whole, "decimal") })}
        </Figure>
      </dl>
      <p className="mt-3">
        <a href={`/${locale}/dashboard`}>{t("more")}</a>
      </p>
    </section>
  );
}

function Figure({ number, children }: { number: string; children: string }) {
  return (
    <div className="card flex flex-col-reverse justify-end">
      <dt className="text-sm">{children}</dt>
      <dd className="font-bold text-2xl leading-tight">{number}</dd>
    </div>
  );
}
