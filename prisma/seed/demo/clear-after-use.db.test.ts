import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { moveAdoption, registerInterest } from "@/lib/adoptions/mutations";
import { confirmDecision, confirmFact, rejectFact } from "@/lib/adoptions/proposals/mutations";
import { editSteps } from "@/lib/adoptions/templates/mutations";
import { database } from "@/lib/core/db";
import type { Role } from "@/lib/core/generated/prisma/enums";
import type { Member } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { inviteMembers } from "@/lib/memberships/invitations/mutations";
import { changeRoles, endMembership, suspendMember } from "@/lib/memberships/members/mutations";
import { leaveOrganisation } from "@/lib/memberships/mine/mutations";
import { approveRequest, requestMembership } from "@/lib/memberships/mutations";
import { disableUser } from "@/lib/memberships/platform/mutations";
import { writeReview } from "@/lib/reviews/mutations";
import {
  confirmFreshness,
  createSolution,
  publish,
  saveDraft,
  submitForReview,
} from "@/lib/solutions/mutations";
import { contentSelect, type SolutionContent, toContent } from "@/lib/solutions/schema";
import { clearDemo, loadDemo } from "../demo";
import { requestOfFleur } from "./memberships";
import { fingerprintTables } from "./testing/fingerprint-tables";

// People use the site as they do, through the same mutations; then the demo layer is cleared.

const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
let cleared: Record<string, string>;

beforeAll(async () => {
  await client.connect();
  await clearDemo(client);
  cleared = await fingerprintTables(client);
});

beforeEach(async () => {
  await loadDemo(client);
});

afterAll(() => client.end());

/** A real person with this role in an organisation. */
async function makeRealPerson(slug: string, role: Role): Promise<Member> {
  const organisation = await database().organisation.findUniqueOrThrow({
    where: { slug },
    select: { id: true, slug: true, name: true, kind: true },
  });
  const user = await database().user.create({
    data: {
      name: "Echt",
      email: `${crypto.randomUUID()}@echt.example`,
      memberships: { create: { organisationId: organisation.id, role } },
    },
    select: { id: true, name: true, isDemo: true },
  });
  return { user, organisation, roles: [role], organisations: [organisation], provenAt: new Date() };
}

const solutionId = async (slug: string) =>
  (await database().solution.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id;

/** An adoption of Zwolle in this state, with the version to change it from. */
const adoptionOf = (status: "CONNECTING" | "EXPLORING") =>
  database().adoption.findFirstOrThrow({
    where: {
      gemeente: { organisation: { slug: "zwolle" } },
      status,
      solution: { obligation: { not: "STATUTORY" } },
    },
    select: { id: true, version: true },
    orderBy: { id: "asc" },
  });

const marks = { addedValue: 4, usability: 3 };

/** Publishes a change of text and licence, written by one demo person and approved by another. */
async function publishChange(slug: string) {
  const author = await findDemoPerson("vng-realisatie", "COORDINATOR");
  const moderator = await findDemoPerson("vng-realisatie", "MODERATOR");
  const solution = await database().solution.findUniqueOrThrow({
    where: { slug },
    select: { ...contentSelect, id: true, version: true },
  });
  const content = { ...toContent(solution), name: `${solution.name} (anders)`, licence: "MIT", links: [] };
  await saveDraft(author, { ...content, solutionId: solution.id, revision: 0, version: solution.version });
  await submitForReview(author, { solutionId: solution.id, revision: 1 });
  await publish(moderator, { solutionId: solution.id, revision: 1 });
}

test("whatever demo people do on the site is cleared without a trace", async () => {
  const manager = await findDemoPerson("zwolle", "MANAGER");
  const member = await findDemoPerson("zwolle", "MEMBER");
  await registerInterest(member, { solutionId: await solutionId("haal-centraal-brk"), contactName: "Ik" });
  const { id, version } = await adoptionOf("CONNECTING");
  await moveAdoption(manager, {
    adoptionId: id,
    version,
    to: "IN_USE",
    occurredOn: "2026-11-20",
    coverage: 50,
  });
  await decideOnProposals();
  await writeReview(manager, { slug: "haal-centraal-brk", version: 0, ...marks, tip: "", pitfall: "" });
  await publishChange("zgw-apis");
  const coordinator = await findDemoPerson("vng-realisatie", "COORDINATOR");
  await confirmFreshness(coordinator, { solutionId: await solutionId("gemma"), version: 1 });
  await createSolution(coordinator, {
    name: "Verzonnen dienst",
    summary: "Een dienst die alleen in de demonstratie bestaat.",
    audience: "",
    kind: "DIENST",
    theme: "DEMOCRATIE",
    phase: "IDEA",
  });
  await changePeople();
  // A step of the kind reworded, and a first list of a solution's own.
  const platform = await findDemoPerson("vng-realisatie", "PLATFORM_ADMIN");
  await editSteps(platform, {
    scope: "COMPONENT",
    version: "0",
    edit: "change",
    position: 1,
    label: "Fictief",
  });
  await editSteps(coordinator, { scope: "gemma", version: "0-0", edit: "add", label: "Fictief" });
  const { kept } = await clearDemo(client);
  expect(kept).toEqual([]);
  expect(await fingerprintTables(client)).toEqual(cleared);
});

/** Whatever an administrator can do about colleagues. */
async function changePeople() {
  const henk = await findDemoPerson("zwolle", "ORGANISATION_ADMIN");
  const noor = await findDemoPerson("zwolle", "MEMBER");
  const { id: organisationId } = henk.organisation;
  await approveRequest(henk, { requestId: requestOfFleur, role: "MANAGER" });
  await inviteMembers(henk, { addresses: ["gast@elders.example"], role: "MEMBER" });
  const person = { organisationId, userId: noor.user.id };
  await changeRoles(henk, { ...person, held: "MEMBER", roles: ["MANAGER"] });
  await suspendMember(henk, person);
  await leaveOrganisation(await findDemoPerson("dimpact", "MEMBER"), {
    organisationId: (await findDemoPerson("dimpact", "MEMBER")).organisation.id,
  });
  const thijs = await findDemoPerson("vng-realisatie", "PLATFORM_ADMIN");
  await disableUser(thijs, { userId: noor.user.id });
}

/** Both answers to a public source, and the yes of a second person. */
async function decideOnProposals() {
  const manager = await findDemoPerson("zwolle", "MANAGER");
  const open = { state: "OPEN", gemeenteId: manager.organisation.id } as const;
  const facts = await database().adoptionProposal.findMany({
    where: {
      ...open,
      origin: "PUBLIC_SOURCE",
      solution: { slug: { in: ["corv", "ibd", "ensia", "woo-index"] } },
    },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const [wrong, right] = facts;
  if (!wrong || !right) throw new Error("no facts to decide on");
  await rejectFact(manager, { proposalId: wrong.id, reason: "Klopt niet" });
  await confirmFact(manager, { proposalId: right.id, occurredOn: "2026-11-20" });
  const decision = await database().adoptionProposal.findFirstOrThrow({
    where: { ...open, origin: "SECOND_PERSON" },
    select: { id: true, proposedById: true },
  });
  const managers = [manager, await findDemoPerson("zwolle", "MANAGER", 1)];
  const second = managers.find(({ user }) => user.id !== decision.proposedById);
  if (second) await confirmDecision(second, { proposalId: decision.id });
}

describe("what a real person did", () => {
  test("stays: the step in a fictitious history with that history, and it is reported", async () => {
    const real = await makeRealPerson("zwolle", "MANAGER");
    const { id, version } = await adoptionOf("CONNECTING");
    await moveAdoption(real, {
      adoptionId: id,
      version,
      to: "IN_USE",
      occurredOn: "2026-11-20",
      coverage: 50,
    });
    const { kept } = await clearDemo(client);
    expect(kept.some((reason) => reason.startsWith("adoptie van") && reason.includes("zwolle"))).toBe(true);
    const left = await database().adoption.findMany({
      select: { id: true, status: true, events: { select: { isDemo: true } } },
    });
    expect(left).toMatchObject([{ id, status: "IN_USE" }]);
    expect(left[0]?.events.filter(({ isDemo }) => !isDemo)).toHaveLength(1);
    expect(left[0]?.events.length).toBeGreaterThan(1);
  });

  test("stays: the adoption, oordeel and interest of a gemeente without the fictitious steps on it", async () => {
    const real = await makeRealPerson("utrecht", "MANAGER");
    const id = await solutionId("haal-centraal-brk");
    const gemeenteId = real.organisation.id;
    await client.query(`DELETE FROM "Review" WHERE "gemeenteId" = $1 AND "solutionId" = $2`, [
      gemeenteId,
      id,
    ]);
    const mine = { gemeenteId_solutionId_cycle: { gemeenteId, solutionId: id, cycle: 1 } };
    expect(await database().adoption.findUnique({ where: mine })).toBeNull();
    await registerInterest(real, { solutionId: id, contactName: "Echte contactpersoon" });
    await writeReview(real, {
      slug: "haal-centraal-brk",
      version: 0,
      ...marks,
      tip: "Echte tip",
      pitfall: "",
    });
    const before = await database().adoption.findUniqueOrThrow({ where: mine });
    const demo = await findDemoPerson("utrecht", "MANAGER");
    await moveAdoption(demo, {
      ...{
        adoptionId: before.id,
        version: before.version,
        to: "EXPLORING",
        occurredOn: before.since.toISOString().slice(0, 10),
      },
      ...{ leadName: "Fictieve trekker", nextOn: "2027-01-01" },
    });
    await clearDemo(client);
    const after = await database().adoption.findUniqueOrThrow({ where: mine, include: { events: true } });
    const { version, updatedAt, ...same } = before;
    expect(after).toMatchObject(same);
    expect(after.events.map(({ to }) => to)).toEqual(["INTERESTED"]);
    expect(await database().review.findMany({ where: { isDemo: false }, select: { tip: true } })).toEqual([
      { tip: "Echte tip" },
    ]);
  });

  test("stays: a text, which waits again for its second person if a demo person approved it", async () => {
    const author = await makeRealPerson("vng-realisatie", "COORDINATOR");
    const solution = await database().solution.findUniqueOrThrow({
      where: { slug: "zgw-apis" },
      select: { ...contentSelect, id: true, version: true },
    });
    const content = { ...toContent(solution), name: "ZGW, echt" };
    await saveDraft(author, { ...content, solutionId: solution.id, revision: 0, version: solution.version });
    await submitForReview(author, { solutionId: solution.id, revision: 1 });
    await publish(await findDemoPerson("vng-realisatie", "MODERATOR"), {
      solutionId: solution.id,
      revision: 1,
    });
    await clearDemo(client);
    const after = await database().solution.findUniqueOrThrow({
      where: { id: solution.id },
      include: { versions: true },
    });
    expect(after.name).toBe(solution.name);
    const waiting = after.versions.find(({ publication }) => publication === "IN_REVIEW");
    expect(waiting).toMatchObject({ authorId: author.user.id, approverId: null, isDemo: false });
    expect(toContent(waiting?.content)).toMatchObject({ name: "ZGW, echt" });
  });

  test("stays: a question for access, which waits again if a demo person answered it", async () => {
    const henk = await findDemoPerson("zwolle", "ORGANISATION_ADMIN");
    const asker = await makeRealPerson("utrecht", "MEMBER");
    const { id: organisationId } = henk.organisation;
    await requestMembership(asker, { organisationId, role: "MEMBER", functionTitle: "", message: "" });
    const request = () => database().membershipRequest.findFirstOrThrow({ where: { userId: asker.user.id } });
    await approveRequest(henk, { requestId: (await request()).id, role: "MANAGER" });
    await clearDemo(client);
    expect(await request()).toMatchObject({ state: "OPEN", decidedById: null, isDemo: false });
    const left = await database().membership.findMany({ where: { userId: asker.user.id } });
    expect(left.map(({ organisationId: where, role }) => [where, role])).toEqual([
      [asker.organisation.id, "MEMBER"],
    ]);
  });

  test("is not taken away by a demo person in the first place", async () => {
    const henk = await findDemoPerson("zwolle", "ORGANISATION_ADMIN");
    const thijs = await findDemoPerson("vng-realisatie", "PLATFORM_ADMIN");
    const colleague = await makeRealPerson("zwolle", "MANAGER");
    const person = { organisationId: henk.organisation.id, userId: colleague.user.id };
    for (const work of [suspendMember, endMembership]) {
      await expect(work(henk, person)).rejects.toMatchObject({ key: "demoOnReal" });
    }
    await expect(changeRoles(henk, { ...person, held: "MANAGER", roles: [] })).rejects.toMatchObject({
      key: "demoOnReal",
    });
    await expect(disableUser(thijs, person)).rejects.toMatchObject({ key: "demoOnReal" });
  });

  test("stays: a publication of two real people, with its days and its checked licence", async () => {
    const { id, licence } = await database().solution.findFirstOrThrow({
      where: {
        ...{ provider: { slug: "vng-realisatie" }, licenceVerified: true, version: 1, isDemo: false },
        versions: { none: { number: { gt: 1 } } },
      },
      orderBy: { slug: "asc" },
      select: { id: true, licence: true },
    });
    const facts = () =>
      database().solution.findUniqueOrThrow({
        where: { id },
        select: { licence: true, licenceVerified: true, confirmedOn: true, publishedAt: true, version: true },
      });
    const real = [
      await makeRealPerson("vng-realisatie", "COORDINATOR"),
      await makeRealPerson("vng-realisatie", "MODERATOR"),
    ] as const;
    await publishText(id, { description: "Echt nieuw.", audience: "Iedereen." }, ...real);
    await client.query(`UPDATE "Solution" SET "confirmedOn" = '2026-03-01' WHERE "id" = $1`, [id]);
    const before = await facts();
    expect(before).toMatchObject({ licence, licenceVerified: true, version: 2 });
    const demo = [
      await findDemoPerson("vng-realisatie", "COORDINATOR"),
      await findDemoPerson("vng-realisatie", "MODERATOR"),
    ] as const;
    await publishText(id, { licence: "MIT-0" }, ...demo);
    await publishText(id, { description: "Nog anders." }, ...demo);
    expect(await facts()).toMatchObject({ licenceVerified: false, version: 4 });
    await clearDemo(client);
    expect(await facts()).toEqual(before);
  });
});

/** Publishes these changes, written by the one and approved by the other. */
async function publishText(
  id: string,
  changes: Partial<SolutionContent>,
  writer: Member,
  approver: Member,
): Promise<void> {
  const solution = await database().solution.findUniqueOrThrow({
    where: { id },
    select: { ...contentSelect, version: true },
  });
  const content = { ...toContent(solution), ...changes };
  await saveDraft(writer, { ...content, solutionId: id, revision: 0, version: solution.version });
  await submitForReview(writer, { solutionId: id, revision: 1 });
  await publish(approver, { solutionId: id, revision: 1 });
}
