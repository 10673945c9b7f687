import type { Metadata } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { NeedForm } from "@/components/needs/need-form";
import { ClientMessages } from "@/components/ui/client-messages";
import { Notice } from "@/components/ui/notice";
import { type Locale, toLocale } from "@/lib/core/locales";
import type { Member, Viewer } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { canSubmitNeed } from "@/lib/needs/policy";
import { listOwnNeeds, type OwnNeed } from "@/lib/needs/queries";
import { needSearch } from "@/lib/needs/schema";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "needs" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [t, viewer, search] = await Promise.all([getTranslations("needs"), getViewer(), searchParams]);
  const { q, melding } = needSearch.parse(search);
  return (
    <>
      <h1>{t("title")}</h1>
      {melding && (
        <div className="mt-4">
          <Notice>{t("notice")}</Notice>
        </div>
      )}
      {canSubmitNeed(viewer) ? (
        <Submit member={viewer} question={q} />
      ) : (
        <Gate viewer={viewer} locale={locale} />
      )}
    </>
  );
}

async function Submit({ member, question }: { member: Member; question: string }) {
  const [t, needs] = await Promise.all([getTranslations("needs"), listOwnNeeds(member)]);
  return (
    <>
      <div className="measure">
        <p className="mt-4">{t("intro")}</p>
        <p className="mt-2 mb-6 text-soft">{t("onBehalf", { name: member.organisation.name })}</p>
        <ClientMessages namespaces={["needs"]}>
          <NeedForm question={question} />
        </ClientMessages>
      </div>
      <OwnNeeds needs={needs} name={member.organisation.name} />
    </>
  );
}

function OwnNeeds({ needs, name }: { needs: OwnNeed[]; name: string }) {
  const t = useTranslations("needs");
  const common = useTranslations("common");
  const format = useFormatter();
  return (
    <section aria-labelledby="eigen-behoeften" className="measure mt-12">
      <h2 id="eigen-behoeften">{t("own", { name })}</h2>
      {needs.length === 0 && <p className="mt-2">{t("none")}</p>}
      <ul className="mt-4 grid gap-3">
        {needs.map(({ id, title, text, createdAt, isDemo }) => (
          <li key={id} className="card" lang="nl">
            <h3>{title}</h3>
            <p className="mt-1 whitespace-pre-line">{text}</p>
            <p className="mt-1 text-sm text-soft">
              {format.dateTime(createdAt, "day")}{" "}
              {isDemo && <span className="tag">{common("fictitious")}</span>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Gate({ viewer, locale }: { viewer: Viewer; locale: Locale }) {
  const t = useTranslations("needs");
  return (
    <div className="measure" data-gate={viewer.user ? "refused" : "sign-in"}>
      <p className="mt-4 mb-6">{t(viewer.user ? "other" : "gate")}</p>
      {!viewer.user && (
        <a href={`/${locale}/inloggen?naar=/behoeften/nieuw`} className="button">
          {t("signIn")}
        </a>
      )}
    </div>
  );
}
