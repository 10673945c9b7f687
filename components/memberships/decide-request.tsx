import { useTranslations } from "next-intl";
import type { Viewer } from "@/lib/core/roles";
import { canGive, type OrganisationScope } from "@/lib/memberships/policy";
import type { OpenRequest } from "@/lib/memberships/requests/queries";
import { listRequestableRoles } from "@/lib/memberships/rules";
import { ApproveForm, type By, RejectForm } from "./forms";
import { RequestFacts } from "./open-requests";
import { useRoleOptions } from "./use-roles";

type Props = { viewer: Viewer; request: OpenRequest & { organisation: OrganisationScope }; by: By };

/** A request with its two answers. */
export function DecideRequest({ viewer, request, by }: Props) {
  const t = useTranslations("memberships.requests");
  const options = useRoleOptions();
  const { id, role, userId, organisation, state } = request;
  const roles = listRequestableRoles(organisation.kind).filter((one) =>
    canGive(viewer, { organisation, role: one, userId }),
  );
  return (
    <>
      <div className="card mt-5 mb-8">
        <RequestFacts request={request} />
      </div>
      {state === "OPEN" ? (
        <div className="grid gap-10">
          <section>
            <h2 className="mb-4">{t("approve")}</h2>
            <p className="mb-4">{t("check")}</p>
            <ApproveForm requestId={id} by={by} roles={options(roles)} role={role} />
          </section>
          <section>
            <h2 className="mb-4">{t("reject")}</h2>
            <RejectForm requestId={id} by={by} />
          </section>
        </div>
      ) : (
        <p>{t("decided")}</p>
      )}
    </>
  );
}
