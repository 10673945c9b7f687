import { z } from "zod";
import { line, mailAddress, optionalLine } from "@/lib/core/forms";
import { Role } from "@/lib/core/generated/prisma/enums";
import { firstOf } from "@/lib/core/text";
import { isPlatformRole } from "./rules";

const role = z.enum(Role);

/** Asking to take part; what the platform gives cannot be asked for. */
export const requestSchema = z.object({
  organisationId: z.uuid(),
  role: role.refine((value) => !isPlatformRole(value), { error: "invalidChoice" }),
  functionTitle: optionalLine(100),
  message: optionalLine(1000),
});

/** A step about one request, one invitation, one organisation or one person. */
export const requestStepSchema = z.object({ requestId: z.uuid() });
export const invitationStepSchema = z.object({ invitationId: z.uuid() });
export const organisationStepSchema = z.object({ organisationId: z.uuid() });
export const userStepSchema = z.object({ userId: z.uuid() });

/** The yes of the administrator, with the role that comes of it. */
export const approvalSchema = z.object({ requestId: z.uuid(), role });

/** The no, with a reason that the person reads. */
export const rejectionSchema = z.object({ requestId: z.uuid(), reason: line(500) });

/** The token in the link of an invitation: 32 bytes in hexadecimal. */
export const tokenSchema = z.string().regex(/^[0-9a-f]{64}$/);
export const acceptSchema = z.object({ token: tokenSchema });

const mostAddresses = 20;

/** Addresses as typed: one a line, or with commas between them; each once. */
const addresses = z
  .string()
  .trim()
  .min(1)
  .max(6000)
  .transform((text) => [
    ...new Set(
      text
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map((one) => one.toLowerCase()),
    ),
  ])
  .superRefine((list, context) => {
    const wrong = list.filter((one) => !mailAddress.safeParse(one).success);
    if (wrong.length > 0)
      context.addIssue({ code: "custom", message: `invalidAddresses:${wrong.join(", ")}` });
    if (list.length > mostAddresses)
      context.addIssue({ code: "custom", message: `tooManyAddresses:${mostAddresses}` });
  });

/** Inviting colleagues, all with the same role. */
export const inviteSchema = z.object({ addresses, role });

/** The first administrator of an organisation. */
export const appointSchema = z.object({ organisationId: z.uuid(), address: mailAddress });

/** One person in one organisation. */
export const memberSchema = z.object({ organisationId: z.uuid(), userId: z.uuid() });

/** All roles that somebody should have of those that can be chosen; `held` are those that the form showed. */
export const rolesSchema = memberSchema.extend({
  held: z.string().max(200),
  roles: z.array(role).default([]),
});

export const reviewVerdicts = ["kept", "ended"] as const;

/** The verdict on everybody's rights, all at once. */
export const reviewSchema = z.object({
  lines: z
    .array(z.object({ userId: z.uuid(), roles: z.string().max(200), verdict: z.enum(reviewVerdicts) }))
    .min(1)
    .max(2000),
});

export type RequestInput = z.output<typeof requestSchema>;
export type ApprovalInput = z.output<typeof approvalSchema>;
export type RejectionInput = z.output<typeof rejectionSchema>;
export type InviteInput = z.output<typeof inviteSchema>;
export type AppointInput = z.output<typeof appointSchema>;
export type RolesInput = z.output<typeof rolesSchema>;
export type MemberInput = z.output<typeof memberSchema>;
export type ReviewInput = z.output<typeof reviewSchema>;

const searched = z.preprocess(
  firstOf,
  z
    .string()
    .catch("")
    .transform((text) =>
      text
        .slice(0, 100)
        .replace(/[\p{C}\s]+/gu, " ")
        .trim(),
    ),
);

/** Search params of a list of people or organisations; what it does not know it leaves out. */
export const searchParams = z
  .object({
    zoek: searched,
    toon: z.preprocess(firstOf, z.enum(["aanvragen", "leden"]).optional().catch(undefined)),
    pagina: z.preprocess(firstOf, z.coerce.number().int().min(1).max(10_000).catch(1)),
  })
  .transform(({ zoek, toon, pagina }) => ({
    text: zoek,
    only:
      toon === "aanvragen"
        ? ("requests" as const)
        : toon === "leden"
          ? ("members" as const)
          : ("all" as const),
    page: pagina,
  }));
