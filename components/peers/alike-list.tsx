import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { Peer } from "@/lib/peers/queries";

/** The gemeenten most like mine, each with the reasons. */
export function AlikeList({ alike }: { alike: Peer[] }) {
  const t = useTranslations("peers.alike");
  const locale = useLocale();
  const format = useFormatter();
  const why = useReasons();
  return (
    <section aria-labelledby="gelijkend">
      <h2 id="gelijkend">{t("title")}</h2>
      <ol className="mt-3 grid gap-3">
        {alike.map((peer) => (
          <li key={peer.slug}>
            <a href={`/${locale}/gemeenten/${peer.slug}`} className="font-semibold">
              {peer.name}
            </a>{" "}
            <span className="tabular-nums">
              {t("score", { percent: format.number(peer.total, "percent") })}
            </span>
            <p className="text-sm text-soft">{why(peer)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function useReasons() {
  const t = useTranslations("peers.alike");
  const terms = useTranslations("terms.province");
  const format = useFormatter();
  return ({ inhabitants, ratio, isSameProvince, province, shared }: Peer) =>
    t("why", {
      inhabitants: format.number(inhabitants),
      ratio: t("ratio", { value: format.number(ratio, "decimal") }),
      place: isSameProvince ? t("sameProvince") : t("otherProvince", { province: terms(province) }),
      shared,
    });
}
