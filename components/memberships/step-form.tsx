"use client";
import type { ReactNode } from "react";
import type { z } from "zod";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/lib/core/action";
import {
  acceptInvitationAction,
  leaveOrganisationAction,
  withdrawRequestAction,
} from "@/lib/memberships/actions";
import {
  endMembershipAction,
  resendInvitationAction,
  restoreMemberAction,
  suspendMemberAction,
  withdrawInvitationAction,
} from "@/lib/memberships/members/actions";
import { disableUserAction, enableUserAction } from "@/lib/memberships/platform/actions";
import {
  acceptSchema,
  invitationStepSchema,
  memberSchema,
  organisationStepSchema,
  requestStepSchema,
  userStepSchema,
} from "@/lib/memberships/schema";

type Values = Record<string, unknown>;
type Kind = { schema: z.ZodType<Values, Values>; action: FormAction; isPersonal?: boolean };

/** Each step that is one button: what it checks and asks, and whether it is about the person alone. */
const kinds = {
  withdrawRequest: { schema: requestStepSchema, action: withdrawRequestAction, isPersonal: true },
  leave: { schema: organisationStepSchema, action: leaveOrganisationAction, isPersonal: true },
  accept: { schema: acceptSchema, action: acceptInvitationAction, isPersonal: true },
  resendInvitation: { schema: invitationStepSchema, action: resendInvitationAction },
  withdrawInvitation: { schema: invitationStepSchema, action: withdrawInvitationAction },
  suspend: { schema: memberSchema, action: suspendMemberAction },
  restore: { schema: memberSchema, action: restoreMemberAction },
  end: { schema: memberSchema, action: endMembershipAction },
  disable: { schema: userStepSchema, action: disableUserAction },
  enable: { schema: userStepSchema, action: enableUserAction },
} satisfies Record<string, Kind>;

type Props = {
  /** Unique on the page. */
  id: string;
  kind: keyof typeof kinds;
  /** What the step is about. */
  about: Record<string, string>;
  submit: ReactNode;
  isQuiet?: boolean;
};

/** A step that needs nothing but a yes. */
export function StepForm({ id, kind, about, submit, isQuiet = true }: Props) {
  const { schema, action, isPersonal = false }: Kind = kinds[kind];
  return (
    <Form<Values>
      id={id}
      action={action}
      schema={schema}
      hidden={about}
      submit={submit}
      isPersonal={isPersonal}
      isQuiet={isQuiet}
    >
      {() => null}
    </Form>
  );
}
