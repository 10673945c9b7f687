import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { z } from "zod";
import { CancelForm } from "@/components/herindelingen/herindeling-forms";
import { HerindelingPage } from "@/components/herindelingen/herindeling-page";
import { OutcomeView } from "@/components/herindelingen/outcome";
import { PlatformGate } from "@/components/layout/platform-gate";
import { KeyFigures } from "@/components/ui/key-figures";
import { Notice } from "@/components/ui/notice";
import { today } from "@/lib/core/dates";
import { toLocale } from "@/lib/core/locales";
import { getViewer } from "@/lib/core/viewer";
import { canMerge } from "@/lib/herindelingen/policy";
import { getHerindeling } from "@/lib/herindelingen/queries";
import { isDue, nameOfSuccessor, stateOf } from "@/lib/herindelingen/rules";
import { doneSchema } from "@/lib/herindelingen/schema";

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ melding?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "herindelingen" });
  return { title: t("title") };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale: asked, id } = await params;
  const locale = toLocale(asked);
  setRequestLocale(locale);
  const [viewer, { melding }] = await Promise.all([getViewer(), searchParams]);
  if (!canMerge(viewer))
    return <PlatformGate viewer={viewer} locale={locale} path="/platform/herindelingen" />;
  const found = z.uuid().safeParse(id).success ? await getHerindeling(viewer, id) : null;
  if (!found) notFound();
  const t = await getTranslations("herindelingen");
  const name = nameOfSuccessor(found);
  const predecessors = found.predecessors.map((one) => one.name).join(", ");
  return (
    <>
      {melding === "planned" && <Notice>{t("notice.planned")}</Notice>}
      <HerindelingPage title={t("what", { predecessors, successor: name })}>
        <State found={found} />
        {found.preview ? (
          <section className="mt-8">
            <h2>{t("one.preview")}</h2>
            <OutcomeView outcome={found.preview} name={name} />
          </section>
        ) : (
          <Done outcome={found.outcome} />
        )}
        {!found.carriedOutAt && <Cancel id={id} />}
      </HerindelingPage>
    </>
  );
}

type Found = NonNullable<Awaited<ReturnType<typeof getHerindeling>>>;

function State({ found }: { found: Found }) {
  const t = useTranslations("herindelingen.one");
  const format = useFormatter();
  const { effectiveOn, law, fresh, carriedOutAt, isDemo } = found;
  const date = format.dateTime(new Date(effectiveOn), "day");
  const isWaiting = !carriedOutAt && !isDemo && isDue(effectiveOn, today());
  return (
    <div className="measure mt-4 grid gap-2">
      <p className="font-semibold">
        {isWaiting ? t("waiting") : t(carriedOutAt ? "done" : "planned", { date })}
      </p>
      {stateOf(found) === "demo" && <p>{t("demo")}</p>}
      {fresh && <p>{t("fresh", fresh)}</p>}
      {law && <p className="wrap-anywhere">{t("law", { law })}</p>}
    </div>
  );
}

function Cancel({ id }: { id: string }) {
  const t = useTranslations("herindelingen.one");
  return (
    <section className="measure mt-10">
      <h2>{t("cancel")}</h2>
      <p className="mt-2 mb-4">{t("cancelText")}</p>
      <CancelForm id={id} />
    </section>
  );
}

function Done({ outcome }: Pick<Found, "outcome">) {
  const t = useTranslations("herindelingen");
  const format = useFormatter();
  const counts = doneSchema.safeParse(outcome).data;
  if (!counts) return null;
  const figures = doneSchema.keyof().options.map((key) => ({
    label: t(`done.${key}`),
    value: format.number(counts[key]),
  }));
  return (
    <section className="mt-8">
      <h2 className="mb-4">{t("one.outcome")}</h2>
      <KeyFigures figures={figures} />
    </section>
  );
}
