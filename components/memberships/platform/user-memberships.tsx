import { useLocale, useTranslations } from "next-intl";
import type { Viewer } from "@/lib/core/roles";
import type { PlatformUser } from "@/lib/memberships/platform/queries";
import { listChangeable } from "@/lib/memberships/policy";
import { RolesForm } from "../forms";
import { useRoleOptions, useRoleWords } from "../use-roles";

type Membership = PlatformUser["memberships"][number] & { hasAdmin: boolean };
type Props = { viewer: Viewer; userId: string; memberships: Membership[] };

/** Where somebody is in, and what the platform decides about there. */
export function UserMemberships({ viewer, userId, memberships }: Props) {
  const t = useTranslations("memberships.users");
  if (memberships.length === 0) return <p className="mt-4">{t("nowhere")}</p>;
  return memberships.map((membership) => (
    <section key={membership.organisation.id} className="card mt-4">
      <One viewer={viewer} userId={userId} membership={membership} />
    </section>
  ));
}

function One({ viewer, userId, membership }: Omit<Props, "memberships"> & { membership: Membership }) {
  const t = useTranslations("memberships.users");
  const words = useRoleWords();
  const options = useRoleOptions();
  const locale = useLocale();
  const { organisation, roles, isSuspended, hasAdmin } = membership;
  const changeable = listChangeable(viewer, { organisation: { ...organisation, hasAdmin }, userId, roles });
  return (
    <>
      <h3 className="text-lg">
        <a href={`/${locale}/platform/organisaties/${organisation.slug}`}>{organisation.name}</a>
      </h3>
      <p className="mt-1 mb-4">{isSuspended ? t("suspended", { roles: words(roles) }) : words(roles)}</p>
      {!isSuspended && changeable.length > 0 && (
        <RolesForm
          id={`rollen-${organisation.slug}`}
          by="platform"
          organisationId={organisation.id}
          userId={userId}
          held={roles}
          options={options(changeable)}
        />
      )}
    </>
  );
}
