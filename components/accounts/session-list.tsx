import { useFormatter, useTranslations } from "next-intl";
import { ClientMessages } from "@/components/ui/client-messages";
import type { OwnSession } from "@/lib/accounts/sessions/queries";
import { EndOthersForm, EndSessionForm } from "./account-forms";

/** Where the viewer is signed in, this session first, each with a button that ends it. */
export function SessionList({ sessions }: { sessions: OwnSession[] }) {
  const t = useTranslations("accounts.sessions");
  return (
    <ClientMessages namespaces={[]}>
      <ul className="mt-6 grid gap-4">
        {sessions.map((session) => (
          <li key={session.id} className="card measure">
            <Session session={session} />
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className="mt-6">
          <EndOthersForm submit={t("endOthers")} />
        </div>
      )}
    </ClientMessages>
  );
}

function Session({ session }: { session: OwnSession }) {
  const t = useTranslations("accounts.sessions");
  const format = useFormatter();
  const { browser, system } = session.device;
  const device = t("device", {
    browser: browser ?? t("unknownBrowser"),
    system: system ?? t("unknownSystem"),
  });
  const moment = (date: Date) => format.dateTime(date, { dateStyle: "long", timeStyle: "short" });
  return (
    <>
      <h2 className="text-lg">
        {device} {session.isThis && <span className="tag">{t("this")}</span>}
      </h2>
      <p>{t("started", { date: moment(session.createdAt) })}</p>
      <p>{t("lastSeen", { date: moment(session.lastSeenAt) })}</p>
      <p className="mb-3 text-soft">
        {session.address ? t("address", { address: session.address }) : t("noAddress")}
      </p>
      <EndSessionForm
        sessionId={session.id}
        submit={
          <>
            <span aria-hidden="true">{t("end")}</span>
            <span className="sr-only">{t("endLabel", { device, date: moment(session.createdAt) })}</span>
          </>
        }
      />
    </>
  );
}
