import { useLocale, useTranslations } from "next-intl";
import { AdoptionNotice } from "@/components/adoptions/adoption-notice";
import { DocumentSection } from "@/components/adoptions/documents/document-section";
import { History } from "@/components/adoptions/history";
import { NextAction } from "@/components/adoptions/next-action";
import { PendingDecision } from "@/components/adoptions/pending-decision";
import { Prerequisites } from "@/components/adoptions/prerequisites";
import { Standing } from "@/components/adoptions/standing";
import { StepLinks } from "@/components/adoptions/step-links";
import { TaskList } from "@/components/adoptions/task-list";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { EndViaForm } from "@/components/partnerships/partnership-forms";
import { ClientMessages } from "@/components/ui/client-messages";
import { listDocuments, type OwnDocument } from "@/lib/adoptions/documents/queries";
import { canKeepDocuments } from "@/lib/adoptions/policy";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { isClosed } from "@/lib/adoptions/rules";
import { listTasks, type Task } from "@/lib/adoptions/tasks/queries";
import { today } from "@/lib/core/dates";
import { type OpenRecord, openRecord, type RecordParams, titleOf } from "./open-record";

type Props = { params: RecordParams; searchParams: Promise<{ melding?: string | string[] }> };

export const generateMetadata = ({ params }: Props) => titleOf(params);

export default async function Page({ params, searchParams }: Props) {
  const opened = await openRecord(params);
  if ("gate" in opened) return opened.gate;
  const { newest } = opened.record;
  const [{ melding }, tasks, documents] = await Promise.all([
    searchParams,
    newest ? listTasks(opened.viewer, newest.id) : [],
    listDocuments(opened.viewer, opened.record.solution.id),
  ]);
  return <RecordView {...opened} {...{ melding, tasks, documents }} />;
}

type ViewProps = OpenRecord & { melding: unknown; tasks: Task[]; documents: OwnDocument[] };

function RecordView({ locale, viewer, record, melding, tasks, documents }: ViewProps) {
  const t = useTranslations("adoptions");
  const { solution, newest, openProposals } = record;
  const { name } = viewer.organisation;
  const room = `/mijn/${solution.slug}`;
  return (
    <div className="measure">
      <Breadcrumbs trail={[{ label: t("mine.title"), path: "/mijn" }]} here={solution.name} />
      <AdoptionNotice melding={melding} />
      <h1 lang="nl">{solution.name}</h1>
      <p lang="nl" className="mt-2">
        {solution.summary}
      </p>
      <p className="mt-1">
        <a href={`/${locale}/voorzieningen/${solution.slug}`}>{t("record.toSolution")}</a>
      </p>
      <h2 className="mt-8 mb-3">{t("record.standing", { name })}</h2>
      {newest ? <Standing adoption={newest} /> : <p>{t("record.notStarted", { name })}</p>}
      {newest && <Via adoption={newest} />}
      {newest && <PendingDecision viewer={viewer} adoption={newest} />}
      <Prerequisites prerequisites={record.prerequisites} />
      <WhatNow locale={locale} viewer={viewer} record={record} />
      {newest && (
        <TaskList
          tasks={tasks}
          adoptionId={newest.id}
          room={room}
          canKeep={newest.canKeepTasks}
          today={today()}
        />
      )}
      {(newest || documents.length > 0) && (
        <DocumentSection
          documents={documents}
          room={
            canKeepDocuments(viewer, { gemeenteId: viewer.organisation.id }) ? `${room}/documenten` : null
          }
        />
      )}
      {openProposals > 0 && (
        <p className="mt-6">
          <a href={`/${locale}/mijn/voorstellen#bronnen`}>
            {t("record.toProposals", { count: openProposals })}
          </a>
        </p>
      )}
      {newest && <Adjust adoption={newest} />}
      {newest && <Past record={record} />}
    </div>
  );
}

/** What the gemeente itself may do with an adoption that runs through a partnership. */
function Via({ adoption: { id, version, via, canMove } }: { adoption: AdoptionRecord }) {
  const t = useTranslations("partnerships");
  if (!via || !canMove) return null;
  return (
    <section className="mt-4">
      <p className="mb-3">{t("via", { name: via.name })}</p>
      <ClientMessages namespaces={["partnerships"]}>
        <EndViaForm adoptionId={id} version={version} name={via.name} />
      </ClientMessages>
    </section>
  );
}

function WhatNow({ locale, viewer, record: { solution, newest } }: OpenRecord) {
  const t = useTranslations("adoptions");
  if (newest?.pending) return null;
  const isOpen = newest && !isClosed(newest.status);
  return (
    <section className="mt-8">
      <h2 className="mb-3">{t("record.steps")}</h2>
      {isOpen && newest.mayTake.length > 0 && <StepLinks adoption={newest} slug={solution.slug} />}
      {isOpen && !newest.canMove && newest.mayTake.length === 0 && (
        <p>{t("mine.readOnly", { name: viewer.organisation.name })}</p>
      )}
      {!isOpen && <NextAction viewer={viewer} adoption={null} solution={solution} locale={locale} />}
    </section>
  );
}

function Adjust({ adoption }: { adoption: AdoptionRecord }) {
  const t = useTranslations("adoptions.record");
  const locale = useLocale();
  if (!adoption.canMove) return <VisibilityNow adoption={adoption} />;
  const room = `/${locale}/mijn/${adoption.solution.slug}`;
  return (
    <section className="mt-10">
      <h2>{t("manage")}</h2>
      <VisibilityNow adoption={adoption} />
      <ul className="mt-3 flex flex-wrap gap-x-6 gap-y-2">
        {!adoption.pending && (
          <li>
            <a href={`${room}/planning`}>{t("plan")}</a>
          </li>
        )}
        {!adoption.pending && adoption.correctable.length > 0 && (
          <li>
            <a href={`${room}/correctie`}>{t("correct")}</a>
          </li>
        )}
        <li>
          <a href={`${room}/zichtbaarheid`}>{t("visibility")}</a>
        </li>
      </ul>
    </section>
  );
}

function VisibilityNow({ adoption: { isHidden, isPublic } }: { adoption: AdoptionRecord }) {
  const t = useTranslations("adoptions.record.visibilityNow");
  return <p className="mt-2 text-soft">{t(isHidden ? "hidden" : isPublic ? "public" : "gemeenten")}</p>;
}

function Past({ record: { newest, earlier } }: Pick<OpenRecord, "record">) {
  const t = useTranslations("adoptions.record");
  const cycles = newest ? [newest, ...earlier] : earlier;
  return (
    <section className="mt-10">
      <h2 className="mb-4">{t("history")}</h2>
      {cycles.map(({ id, cycle, events, solution }) => (
        <div key={id}>
          {cycles.length > 1 && <h3 className="mb-3">{t("cycle", { cycle })}</h3>}
          <History steps={events} kind={solution.kind} />
        </div>
      ))}
    </section>
  );
}
