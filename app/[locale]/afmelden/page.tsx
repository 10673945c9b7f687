import type { Metadata } from "next";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { toLocale } from "@/lib/core/locales";
import { firstOf } from "@/lib/core/text";
import { stopMailAction } from "@/lib/follows/actions";
import { stopForm } from "@/lib/follows/schema";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "follows.stop" });
  return { title: t("title"), robots: { index: false } };
}

/** Where a mail leads to end it: a button, because scanners of mail open every link. No session is needed. */
export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [t, search] = await Promise.all([getTranslations("follows.stop"), searchParams]);
  const link = stopForm.safeParse({ wie: firstOf(search.wie), code: firstOf(search.code) });
  const isDone = search.klaar !== undefined;
  const sentence = isDone ? "done" : link.success ? "text" : "invalid";
  return (
    <div className="measure">
      <h1>{t("title")}</h1>
      <p className="mt-4 mb-6">{t(sentence)}</p>
      {!isDone && link.success ? (
        <form action={stopMailAction}>
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="wie" value={link.data.wie} />
          <input type="hidden" name="code" value={link.data.code} />
          <button type="submit" className="button">
            {t("button")}
          </button>
        </form>
      ) : (
        <a href={`/${locale}/account/volgen`} className="button button-quiet">
          {t("account")}
        </a>
      )}
    </div>
  );
}
