import { describe, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import type { Member, Viewer } from "@/lib/core/roles";
import { requestMembership } from "../mutations";
import {
  mailsTo,
  makeMember,
  makeOrganisation,
  makeUser,
  refusalOf,
  rolesOf,
  tracesOf,
} from "../testing/people";
import {
  acceptInvitation,
  appointFirstAdmin,
  inviteMembers,
  resendInvitation,
  withdrawInvitation,
} from "./mutations";

/** The token in the newest mail to an address, as its reader would follow it. */
async function tokenFor(email: string): Promise<string> {
  const { text } = await database().outgoingMail.findFirstOrThrow({
    where: { to: email, text: { contains: "/account/uitnodiging/" } },
    orderBy: { createdAt: "desc" },
  });
  return /uitnodiging\/([0-9a-f]{64})\n/.exec(text)?.[1] ?? "";
}

const openOf = (email: string) =>
  database().invitation.findFirstOrThrow({ where: { email }, orderBy: { createdAt: "desc" } });

async function invite(admin: Member, role: "MEMBER" | "MANAGER" = "MANAGER") {
  const guest = await makeUser();
  await inviteMembers(admin, { addresses: [guest.email], role });
  return { guest, token: await tokenFor(guest.email) };
}

const makeAdmin = async () => makeMember(await makeOrganisation(), "MEMBER", "ORGANISATION_ADMIN");
const rolesHere = (admin: Member, { user }: Viewer) => rolesOf(user?.id ?? "", admin.organisation.id);

describe("an invitation", () => {
  test("lets in whoever signs in with that address, once", async () => {
    const admin = await makeAdmin();
    const { guest, token } = await invite(admin);
    await acceptInvitation(guest, { token });
    expect(await rolesHere(admin, guest)).toEqual(["MEMBER", "MANAGER"]);
    expect(await openOf(guest.email)).toMatchObject({
      acceptedById: guest.user.id,
      invitedById: admin.user.id,
    });
    expect(await tracesOf(guest)).toEqual(["invitation.accepted"]);
    expect(await refusalOf(acceptInvitation(guest, { token }))).toBe("invalid invitationOver");
    const user = await database().user.findUniqueOrThrow({ where: { id: guest.user.id } });
    expect(user.activeOrganisationId).toBe(admin.organisation.id);
  });

  test("keeps its token in the mail alone", async () => {
    const { guest, token } = await invite(await makeAdmin());
    const kept = await openOf(guest.email);
    expect(token).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(kept)).not.toContain(token);
    const traces = await database().auditEvent.findMany({ where: { subjectId: kept.id } });
    expect(
      JSON.stringify(traces, (_, value) => (typeof value === "bigint" ? String(value) : value)),
    ).not.toContain(token);
    expect(traces).toHaveLength(1);
  });

  test("lets nobody in with another address, nor who sent it", async () => {
    const admin = await makeAdmin();
    const { token } = await invite(admin);
    const finder = await makeUser();
    expect(await refusalOf(acceptInvitation(finder, { token }))).toBe("forbidden invitedOtherAddress");
    expect(await refusalOf(acceptInvitation(admin, { token }))).toBe("forbidden invitedOtherAddress");
    expect(await refusalOf(acceptInvitation({ ...finder, user: null }, { token }))).toBe(
      "unauthenticated unauthenticated",
    );
    const wrong = "0".repeat(64);
    expect(await refusalOf(acceptInvitation(finder, { token: wrong }))).toBe("not-found invitationOver");
  });

  test("accepted twice at the same time lets in once", async () => {
    const admin = await makeAdmin();
    const { guest, token } = await invite(admin);
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => acceptInvitation(guest, { token })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await tracesOf(guest)).toEqual(["invitation.accepted"]);
  });

  test("is over after fourteen days, once withdrawn, and once sent anew", async () => {
    const admin = await makeAdmin();
    const first = await invite(admin);
    const { id } = await openOf(first.guest.email);
    await database().invitation.update({ where: { id }, data: { expiresAt: new Date() } });
    expect(await refusalOf(acceptInvitation(first.guest, first))).toBe("invalid invitationOver");
    await resendInvitation(admin, { invitationId: id });
    expect(await refusalOf(acceptInvitation(first.guest, first))).toBe("not-found invitationOver");
    await acceptInvitation(first.guest, { token: await tokenFor(first.guest.email) });
    expect(await rolesHere(admin, first.guest)).toContain("MANAGER");
    expect(await refusalOf(withdrawInvitation(admin, { invitationId: id }))).toBe("conflict invitationOver");

    const second = await invite(admin);
    await withdrawInvitation(admin, { invitationId: (await openOf(second.guest.email)).id });
    expect(await refusalOf(acceptInvitation(second.guest, second))).toBe("invalid invitationOver");
  });

  test("leaves no door open behind an administrator who is one no longer", async () => {
    const admin = await makeAdmin();
    const { guest, token } = await invite(admin);
    await database().membership.deleteMany({ where: { userId: admin.user.id, role: "ORGANISATION_ADMIN" } });
    expect(await refusalOf(acceptInvitation(guest, { token }))).toBe("invalid inviterGone");
    expect(await rolesHere(admin, guest)).toEqual([]);
  });

  test("does not lift a suspension", async () => {
    const admin = await makeAdmin();
    const { guest, token } = await invite(admin);
    await database().membership.create({
      data: {
        userId: guest.user.id,
        organisationId: admin.organisation.id,
        role: "MEMBER",
        disabledAt: new Date(),
      },
    });
    expect(await refusalOf(acceptInvitation(guest, { token }))).toBe("conflict youAreSuspended");
  });

  test("answers the question that its reader had asked", async () => {
    const admin = await makeAdmin();
    const { guest, token } = await invite(admin);
    const { id: organisationId } = admin.organisation;
    await requestMembership(guest, { organisationId, role: "MEMBER", functionTitle: "", message: "" });
    await acceptInvitation(guest, { token });
    const request = await database().membershipRequest.findFirstOrThrow({ where: { userId: guest.user.id } });
    expect(request).toMatchObject({ state: "APPROVED", decidedById: admin.user.id });
  });
});

describe("inviting", () => {
  test("several at once leaves one open invitation an address, also when done again", async () => {
    const admin = await makeAdmin();
    const addresses = ["een@proef.nl", "twee@proef.nl"];
    await inviteMembers(admin, { addresses, role: "MEMBER" });
    const old = await tokenFor("een@proef.nl");
    await inviteMembers(admin, { addresses: ["een@proef.nl"], role: "MANAGER" });
    const all = await database().invitation.findMany({
      where: { organisationId: admin.organisation.id, withdrawnAt: null },
      orderBy: { email: "asc" },
    });
    expect(all.map(({ email, roles }) => `${email} ${roles}`)).toEqual([
      "een@proef.nl MEMBER,MANAGER",
      "twee@proef.nl MEMBER",
    ]);
    expect(await tokenFor("een@proef.nl")).not.toBe(old);
    expect(await mailsTo("een@proef.nl")).toHaveLength(2);
    expect(await tracesOf(admin)).toEqual(["invitation.sent", "invitation.sent", "invitation.sent"]);
  });

  test("names who is in already, and sends nothing", async () => {
    const admin = await makeAdmin();
    const colleague = await makeMember(admin.organisation, "MEMBER");
    const { email } = await database().user.findUniqueOrThrow({ where: { id: colleague.user.id } });
    const addresses = ["nieuw@proef.nl", email];
    expect(await refusalOf(inviteMembers(admin, { addresses, role: "MEMBER" }))).toBe(
      "invalid memberAlready",
    );
    expect(await mailsTo("nieuw@proef.nl")).toEqual([]);
  });

  test("is for the administrator, with roles that are theirs to give", async () => {
    const admin = await makeAdmin();
    const manager = await makeMember(admin.organisation, "MANAGER");
    const addresses = ["iemand@elders.nl"];
    expect(await refusalOf(inviteMembers(manager, { addresses, role: "MEMBER" }))).toBe(
      "forbidden forbidden",
    );
    for (const role of ["MODERATOR", "PLATFORM_ADMIN"] as const) {
      expect(await refusalOf(inviteMembers(admin, { addresses, role }))).toBe("forbidden forbidden");
    }
    const supplier = await makeMember(await makeOrganisation("LEVERANCIER"), "ORGANISATION_ADMIN");
    expect(await refusalOf(inviteMembers(supplier, { addresses, role: "MANAGER" }))).toBe(
      "forbidden forbidden",
    );
    const foreign = await makeAdmin();
    const { guest } = await invite(admin);
    const invitationId = (await openOf(guest.email)).id;
    expect(await refusalOf(withdrawInvitation(foreign, { invitationId }))).toBe("forbidden forbidden");
    expect(await refusalOf(resendInvitation(foreign, { invitationId }))).toBe("forbidden forbidden");
  });

  test("a first administrator is for the platform, while there is none", async () => {
    const platform = await makeMember(await makeOrganisation("KOEPEL"), "PLATFORM_ADMIN");
    const organisation = await makeOrganisation();
    const guest = await makeUser();
    const appoint = (viewer: Member) =>
      appointFirstAdmin(viewer, { organisationId: organisation.id, address: guest.email });
    expect(await refusalOf(appoint(await makeAdmin()))).toBe("forbidden forbidden");
    await appoint(platform);
    await acceptInvitation(guest, { token: await tokenFor(guest.email) });
    expect(await rolesOf(guest.user.id, organisation.id)).toEqual(["MEMBER", "ORGANISATION_ADMIN"]);
    expect(await refusalOf(appoint(platform))).toBe("forbidden forbidden");
  });
});
