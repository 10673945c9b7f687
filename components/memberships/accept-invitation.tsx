import { useLocale, useTranslations } from "next-intl";
import { ClientMessages } from "@/components/ui/client-messages";
import type { Viewer } from "@/lib/core/roles";
import type { InvitationView } from "@/lib/memberships/invitations/queries";
import { StepForm } from "./step-form";
import { useRoleWords } from "./use-roles";

type Props = { viewer: Viewer; token: string; invitation: InvitationView };

/**
 * What the link of an invitation leads to: a button, because scanners of mail open links. Whoever is
 * signed in with another address is told for which it is.
 */
export function AcceptInvitation({ viewer, token, invitation }: Props) {
  const t = useTranslations("memberships.invitation");
  const common = useTranslations("common");
  const words = useRoleWords();
  const name = common("organisationName", invitation.organisation);
  return (
    <div className="measure">
      <h1>{t("heading", { name })}</h1>
      <p className="mt-4 mb-6">
        {t("text", { name, roles: words(invitation.roles), address: invitation.invited })}
      </p>
      {viewer.user && invitation.isMine ? (
        <ClientMessages namespaces={[]}>
          <StepForm id="aannemen" kind="accept" about={{ token }} submit={t("submit")} isQuiet={false} />
        </ClientMessages>
      ) : (
        <SignIn isOther={viewer.user !== null} path={`/account/uitnodiging/${token}`} />
      )}
    </div>
  );
}

function SignIn({ isOther, path }: { isOther: boolean; path: string }) {
  const t = useTranslations("memberships.invitation");
  const locale = useLocale();
  return (
    <>
      {isOther && (
        <p className="mb-5 rounded-md border-2 border-warning-edge bg-warning p-4">{t("otherAddress")}</p>
      )}
      <a href={`/${locale}/inloggen?naar=${path}`} className="button">
        {t(isOther ? "signInOther" : "signIn")}
      </a>
    </>
  );
}
