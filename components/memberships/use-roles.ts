import { useTranslations } from "next-intl";
import type { Option } from "@/components/ui/field";
import type { Role } from "@/lib/core/generated/prisma/enums";
import { listShownRoles } from "@/lib/memberships/rules";

/** What somebody is, in words: "adoptiemanager, coördinator". */
export function useRoleWords() {
  const t = useTranslations("terms.role");
  return (roles: readonly Role[]) =>
    listShownRoles(roles)
      .map((role) => t(role))
      .join(", ");
}

/** Roles to choose from, each with what it may do. */
export function useRoleOptions() {
  const t = useTranslations();
  return (roles: readonly Role[]): Option[] =>
    roles.map((role) => ({
      value: role,
      label: `${t(`terms.role.${role}`)}: ${t(`memberships.may.${role}`)}`,
    }));
}
