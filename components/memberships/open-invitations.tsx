import { useFormatter, useTranslations } from "next-intl";
import type { OpenInvitation } from "@/lib/memberships/invitations/queries";
import { StepForm } from "./step-form";
import { useRoleWords } from "./use-roles";

/** Who was invited and did not come yet. */
export function OpenInvitations({ invitations }: { invitations: OpenInvitation[] }) {
  const t = useTranslations("memberships.invitations");
  if (invitations.length === 0) return null;
  return (
    <section aria-labelledby="uitnodigingen" className="mt-10">
      <h2 id="uitnodigingen">{t("title")}</h2>
      <ul className="mt-4 grid gap-4 lg:grid-cols-2">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="card min-w-0">
            <Invitation invitation={invitation} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Invitation({
  invitation: { id, email, roles, expiresAt, isExpired },
}: {
  invitation: OpenInvitation;
}) {
  const t = useTranslations("memberships.invitations");
  const format = useFormatter();
  const words = useRoleWords();
  const about = { invitationId: id };
  return (
    <>
      <h3 className="wrap-anywhere text-lg">{email}</h3>
      <p className="mt-1 mb-3">
        {t(isExpired ? "expired" : "open", { roles: words(roles), date: format.dateTime(expiresAt, "day") })}
      </p>
      <div className="flex flex-wrap gap-3">
        <StepForm id={`opnieuw-${id}`} kind="resendInvitation" about={about} submit={t("resend")} />
        <StepForm id={`intrekken-${id}`} kind="withdrawInvitation" about={about} submit={t("withdraw")} />
      </div>
    </>
  );
}
