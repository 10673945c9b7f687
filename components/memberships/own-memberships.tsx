import { useLocale, useTranslations } from "next-intl";
import type { OwnMembership } from "@/lib/memberships/queries";
import { StepForm } from "./step-form";
import { SwitchButton } from "./switch-button";
import { useRoleWords } from "./use-roles";

type Props = { memberships: OwnMembership[]; activeId: string | null };

/** Where the viewer is in, with what they are there and the ways to switch and to leave. */
export function OwnMemberships({ memberships, activeId }: Props) {
  const t = useTranslations("memberships.mine");
  if (memberships.length === 0) return <p className="measure mt-3">{t("none")}</p>;
  return (
    <ul className="mt-4 grid gap-4 lg:grid-cols-2">
      {memberships.map((membership) => (
        <li key={membership.organisation.id} className="card flex min-w-0 flex-col gap-2">
          <OwnMembershipCard membership={membership} isActive={membership.organisation.id === activeId} />
        </li>
      ))}
    </ul>
  );
}

type CardProps = { membership: OwnMembership; isActive: boolean };

function OwnMembershipCard({ membership, isActive }: CardProps) {
  const t = useTranslations("memberships.mine");
  const common = useTranslations("common");
  const locale = useLocale();
  const words = useRoleWords();
  const { organisation, roles, isSuspended } = membership;
  return (
    <>
      <h3 className="text-lg">{common("organisationTitle", organisation)}</h3>
      <p>{t("roles", { roles: words(roles) })}</p>
      {isSuspended ? (
        <p className="font-semibold">{t("suspended")}</p>
      ) : (
        <p className="flex flex-wrap gap-x-6 gap-y-1">
          {isActive && <a href={`/${locale}/organisatie`}>{t("toOrganisation")}</a>}
          <a href={`/${locale}${askPath(organisation.slug)}`}>{t("askRole")}</a>
        </p>
      )}
      {!isSuspended &&
        (isActive ? (
          <p className="text-soft">{t("active")}</p>
        ) : (
          <SwitchButton organisation={organisation} next="/account/lidmaatschap" />
        ))}
      <Leave membership={membership} />
    </>
  );
}

/** The page where one asks an organisation for access, without the language. */
export const askPath = (slug: string) => `/account/lidmaatschap/aanvragen/${slug}`;

function Leave({ membership: { organisation, isLastAdmin } }: { membership: OwnMembership }) {
  const t = useTranslations("memberships.mine");
  return (
    <details className="mt-auto pt-2">
      <summary className="text-action-text underline underline-offset-4">{t("leave")}</summary>
      <div className="mt-3">
        {isLastAdmin ? (
          <p>{t("lastAdmin")}</p>
        ) : (
          <>
            <p className="mb-3">{t("leaveText", { name: organisation.name })}</p>
            <StepForm
              id={`verlaten-${organisation.slug}`}
              kind="leave"
              about={{ organisationId: organisation.id }}
              submit={t("leaveSubmit", { name: organisation.name })}
            />
          </>
        )}
      </div>
    </details>
  );
}
