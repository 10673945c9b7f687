import type { Metadata } from "next";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { ChoiceForm, type Chosen, PlanForm } from "@/components/herindelingen/herindeling-forms";
import { HerindelingPage } from "@/components/herindelingen/herindeling-page";
import { OutcomeView } from "@/components/herindelingen/outcome";
import { PlatformGate } from "@/components/layout/platform-gate";
import { today } from "@/lib/core/dates";
import { DomainError } from "@/lib/core/errors";
import { toLocale } from "@/lib/core/locales";
import { isDemo } from "@/lib/core/roles";
import { getViewer } from "@/lib/core/viewer";
import { canMerge } from "@/lib/herindelingen/policy";
import { getDryRun } from "@/lib/herindelingen/queries";
import { isDue, nameOfSuccessor } from "@/lib/herindelingen/rules";
import { choiceParams, choiceSchema } from "@/lib/herindelingen/schema";

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Search> };

const path = "/platform/herindelingen";

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations({ locale: toLocale((await params).locale), namespace: "herindelingen" });
  return { title: t("trial.title") };
}

export default async function Page({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale);
  setRequestLocale(locale);
  const [viewer, search] = await Promise.all([getViewer(), searchParams]);
  if (!canMerge(viewer)) return <PlatformGate viewer={viewer} locale={locale} path={`${path}/nieuw`} />;
  const chosen = choiceParams.safeParse(search).data;
  const input = choiceSchema.safeParse(chosen).data;
  const run = input ? await getDryRun(viewer, input).catch(refused) : null;
  if (!chosen || !run) return <Impossible chosen={chosen ?? {}} />;
  const name = nameOfSuccessor(run);
  const t = await getTranslations("herindelingen.trial");
  return (
    <HerindelingPage title={await titleOf(run)}>
      <p className="measure mt-4 font-semibold">{t("nothing")}</p>
      <Facts run={run} />
      <h2 className="mt-8">{t("title")}</h2>
      <OutcomeView outcome={run.outcome} name={name} />
      <Decide run={run} chosen={chosen} isDemo={isDemo(viewer)} />
    </HerindelingPage>
  );
}

type Run = Awaited<ReturnType<typeof getDryRun>>;

/** What changed since the address was made; sending the form tells what. */
function refused(error: unknown): null {
  if (error instanceof DomainError) return null;
  throw error;
}

async function titleOf(run: Run): Promise<string> {
  const t = await getTranslations("herindelingen");
  const predecessors = run.predecessors.map(({ name }) => name).join(", ");
  return t("what", { predecessors, successor: nameOfSuccessor(run) });
}

function Facts({ run: { law, fresh } }: { run: Run }) {
  const t = useTranslations("herindelingen.one");
  return (
    <>
      {fresh && <p className="mt-2">{t("fresh", fresh)}</p>}
      {law && <p className="mt-2 wrap-anywhere">{t("law", { law })}</p>}
    </>
  );
}

function Decide({ run, chosen, isDemo }: { run: Run; chosen: Chosen; isDemo: boolean }) {
  const t = useTranslations("herindelingen.trial");
  const locale = useLocale();
  const format = useFormatter();
  const isNow = isDue(run.effectiveOn, today());
  const { predecessors, into, cbsCode, effectiveOn, law } = chosen;
  const back = new URLSearchParams(predecessors.split("\n").map((one) => ["van", one]));
  for (const [key, value] of Object.entries({ naar: into, op: effectiveOn, cbs: cbsCode, wet: law }))
    if (value) back.append(key, value);
  const when = isNow ? t("now") : t("later", { date: format.dateTime(new Date(run.effectiveOn), "day") });
  return (
    <section className="measure mt-10">
      <h2>{t("decide")}</h2>
      <p className="mt-2 mb-5">{isNow && isDemo ? t("demoNow") : when}</p>
      <PlanForm
        chosen={chosen}
        name={nameOfSuccessor(run)}
        isNow={isNow}
        cancelHref={`/${locale}${path}/nieuw?${back}`}
      />
    </section>
  );
}

function Impossible({ chosen }: { chosen: Partial<Chosen> }) {
  const t = useTranslations("herindelingen");
  const locale = useLocale();
  return (
    <HerindelingPage title={t("form.title")}>
      <div className="measure">
        <p className="mt-4 mb-6 font-semibold">{t("trial.wrong")}</p>
        <ChoiceForm chosen={chosen} cancelHref={`/${locale}${path}`} />
      </div>
    </HerindelingPage>
  );
}
