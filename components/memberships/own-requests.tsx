import { useFormatter, useTranslations } from "next-intl";
import type { OwnRequest } from "@/lib/memberships/queries";
import { StepForm } from "./step-form";
import { useRoleWords } from "./use-roles";

/** What the viewer asked: what waits, and what was refused not long ago. */
export function OwnRequests({ requests }: { requests: OwnRequest[] }) {
  const t = useTranslations("memberships.mine");
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="aanvragen" className="mt-10">
      <h2 id="aanvragen">{t("requests")}</h2>
      <ul className="mt-4 grid gap-4 lg:grid-cols-2">
        {requests.map((request) => (
          <li key={request.id} className="card min-w-0">
            <OwnRequestCard request={request} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OwnRequestCard({
  request: { id, organisation, role, state, createdAt, reason },
}: {
  request: OwnRequest;
}) {
  const t = useTranslations("memberships.mine");
  const common = useTranslations("common");
  const format = useFormatter();
  const words = useRoleWords();
  const asked = { role: words([role]), date: format.dateTime(createdAt, "day") };
  return (
    <>
      <h3 className="text-lg">{common("organisationTitle", organisation)}</h3>
      <p className="mt-1">{t("asked", asked)}</p>
      {state === "OPEN" ? (
        <>
          <p className="mt-1 mb-3 text-soft">{t("waiting")}</p>
          <StepForm
            id={`intrekken-${id}`}
            kind="withdrawRequest"
            about={{ requestId: id }}
            submit={t("withdraw")}
          />
        </>
      ) : (
        <p className="mt-1">
          <strong>{t("rejected")}</strong> {reason}
        </p>
      )}
    </>
  );
}
