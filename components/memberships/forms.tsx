"use client";
import { useTranslations } from "next-intl";
import { CheckboxGroup, type Option, SelectField, TextArea, TextField } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { requestMembershipAction } from "@/lib/memberships/actions";
import {
  approveRequestAction,
  changeRolesAction,
  inviteMembersAction,
  rejectRequestAction,
} from "@/lib/memberships/members/actions";
import {
  appointFirstAdminAction,
  approveForAction,
  changePlatformRolesAction,
  rejectForAction,
} from "@/lib/memberships/platform/actions";
import {
  appointSchema,
  approvalSchema,
  inviteSchema,
  rejectionSchema,
  requestSchema,
  rolesSchema,
} from "@/lib/memberships/schema";

type AskProps = { organisationId: string; roles: Option[]; functionTitle: string };

/** Asks for access to an organisation. */
export function AskForm({ organisationId, roles, functionTitle }: AskProps) {
  const t = useTranslations("membershipForms.ask");
  return (
    <Form
      id="aanvraag"
      isPersonal
      action={requestMembershipAction}
      schema={requestSchema}
      defaultValue={{ role: "MEMBER", functionTitle }}
      hidden={{ organisationId }}
      submit={t("submit")}
    >
      {(fields) => (
        <>
          <SelectField field={fields.role} label={t("role")} help={t("roleHelp")} options={roles} />
          <TextField
            field={fields.functionTitle}
            label={t("functionTitle")}
            autoComplete="organization-title"
          />
          <TextArea field={fields.message} label={t("message")} help={t("messageHelp")} rows={3} />
        </>
      )}
    </Form>
  );
}

/** Who answers: the administrator, or the platform where there is none. */
export type By = "organisation" | "platform";
type DecideProps = { requestId: string; by: By };

/** Lets somebody in, as what they asked or as something else. */
export function ApproveForm({ requestId, by, roles, role }: DecideProps & { roles: Option[]; role: string }) {
  const t = useTranslations("membershipForms.approve");
  return (
    <Form
      id="goedkeuren"
      action={by === "platform" ? approveForAction : approveRequestAction}
      schema={approvalSchema}
      defaultValue={{ role }}
      hidden={{ requestId }}
      submit={t("submit")}
    >
      {(fields) => <SelectField field={fields.role} label={t("role")} help={t("roleHelp")} options={roles} />}
    </Form>
  );
}

/** Does not let somebody in. */
export function RejectForm({ requestId, by }: DecideProps) {
  const t = useTranslations("membershipForms.reject");
  return (
    <Form
      id="afwijzen"
      isQuiet
      action={by === "platform" ? rejectForAction : rejectRequestAction}
      schema={rejectionSchema}
      hidden={{ requestId }}
      submit={t("submit")}
    >
      {(fields) => <TextArea field={fields.reason} label={t("reason")} help={t("reasonHelp")} rows={3} />}
    </Form>
  );
}

/** Invites colleagues by mail. */
export function InviteForm({ roles, cancelHref }: { roles: Option[]; cancelHref: string }) {
  const t = useTranslations("membershipForms.invite");
  return (
    <Form
      id="uitnodigen"
      action={inviteMembersAction}
      schema={inviteSchema}
      defaultValue={{ role: "MEMBER" }}
      submit={t("submit")}
      cancelHref={cancelHref}
    >
      {(fields) => (
        <>
          <TextArea field={fields.addresses} label={t("addresses")} help={t("addressesHelp")} />
          <SelectField field={fields.role} label={t("role")} help={t("roleHelp")} options={roles} />
        </>
      )}
    </Form>
  );
}

/** Invites the first administrator of an organisation. */
export function AppointForm({ organisationId }: { organisationId: string }) {
  const t = useTranslations("membershipForms.appoint");
  return (
    <Form
      id="benoemen"
      action={appointFirstAdminAction}
      schema={appointSchema}
      hidden={{ organisationId }}
      submit={t("submit")}
    >
      {(fields) => (
        <TextField field={fields.address} label={t("address")} help={t("addressHelp")} type="email" />
      )}
    </Form>
  );
}

type RolesProps = {
  /** Unique on the page. */
  id: string;
  by: By;
  organisationId: string;
  userId: string;
  /** What the person has now. */
  held: string[];
  /** What can be changed. */
  options: Option[];
};

/** What somebody is, beside being a member. */
export function RolesForm({ id, by, organisationId, userId, held, options }: RolesProps) {
  const t = useTranslations("membershipForms.roles");
  const chosen = options.flatMap(({ value }) => (held.includes(value) ? [value] : []));
  return (
    <Form
      id={id}
      action={by === "platform" ? changePlatformRolesAction : changeRolesAction}
      schema={rolesSchema}
      defaultValue={{ roles: chosen }}
      hidden={{ organisationId, userId, held: held.join() }}
      submit={t("submit")}
    >
      {(fields) => <CheckboxGroup field={fields.roles} label={t("label")} options={options} />}
    </Form>
  );
}
