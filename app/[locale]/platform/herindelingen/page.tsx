import type { Metadata } from "next";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PlatformGate } from "@/components/layout/platform-gate";
import { Notice } from "@/components/ui/notice";
import { RowTable } from "@/components/ui/row-table";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { canMerge } from "@/lib/herindelingen/policy";
import { type Herindeling, listHerindelingen } from "@/lib/herindelingen/queries";
import { nameOfSuccessor, stateOf } from "@/lib/herindelingen/rules";

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

const path = "/platform/herindelingen";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "herindelingen" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, { melding }] = await Promise.all([getViewer(), searchParams]);
  if (!canMerge(viewer)) return <PlatformGate viewer={viewer} locale={locale} path={path} />;
  const [t, platform, rows] = await Promise.all([
    getTranslations("herindelingen"),
    getTranslations("platform"),
    listHerindelingen(viewer),
  ]);
  return (
    <>
      {melding === "cancelled" && <Notice>{t("notice.cancelled")}</Notice>}
      <Breadcrumbs trail={[{ label: platform("title"), path: "/platform" }]} here={t("title")} />
      <h1>{t("title")}</h1>
      <p className="measure mt-4">{t("intro")}</p>
      <p className="mt-6">
        <a href={`/${locale}${path}/nieuw`} className="button">
          {t("new")}
        </a>
      </p>
      <div className="mt-8">{rows.length === 0 ? <p>{t("none")}</p> : <Rows rows={rows} />}</div>
    </>
  );
}

function Rows({ rows }: { rows: Herindeling[] }) {
  const t = useTranslations("herindelingen");
  const locale = useLocale();
  const format = useFormatter();
  return (
    <RowTable
      caption={t("caption")}
      columns={[{ label: t("column.what") }, { label: t("column.date") }, { label: t("column.state") }]}
      rows={rows.map((row) => {
        const predecessors = row.predecessors.map(({ name }) => name).join(", ");
        return [
          {
            text: t("what", { predecessors, successor: nameOfSuccessor(row) }),
            href: `/${locale}${path}/${row.id}`,
          },
          format.dateTime(new Date(row.effectiveOn), "day"),
          t(`state.${stateOf(row)}`),
        ];
      })}
    />
  );
}
