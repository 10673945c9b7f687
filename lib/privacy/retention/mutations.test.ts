import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordAudit } from "@/lib/audit/mutations";
import { database, inTransaction } from "@/lib/core/db";
import { mailsTo, makeMember, makeOrganisation, makeUser } from "@/lib/memberships/testing/people";
import { daysBefore, monthsBefore } from "../rules";
import { tidyUp } from "./mutations";

const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

const now = new Date("2030-06-15T03:00:00Z");

/** As if this person was made then, and did nothing since. */
async function anUnusedPerson(createdAt: Date) {
  const person = await makeUser();
  await database().user.update({ where: { id: person.user.id }, data: { createdAt } });
  return person;
}

const nameOf = async ({ user }: { user: { id: string } }) =>
  (await database().user.findUniqueOrThrow({ where: { id: user.id }, select: { name: true } })).name;

test("removes what is over, and keeps what is not", async () => {
  const place = await makeOrganisation();
  const { user } = await makeUser();
  const session = (sessionToken: string, expires: Date, lastSeenAt: Date) =>
    database().session.create({ data: { sessionToken, userId: user.id, expires, lastSeenAt } });
  const soon = new Date(now.getTime() + 3_600_000);
  await session("verlopen", daysBefore(now, 1), now);
  await session("ongebruikt", soon, new Date(now.getTime() - 9 * 3_600_000));
  await session("levend", soon, now);
  const request = (state: "OPEN" | "REJECTED" | "WITHDRAWN", createdAt: Date, decidedAt: Date | null) =>
    database().membershipRequest.create({
      data: {
        ...{ userId: user.id, organisationId: place.id, state, createdAt, decidedAt },
        reason: state === "REJECTED" ? "Onbekend" : null,
      },
    });
  const old = monthsBefore(now, 7);
  const recent = monthsBefore(now, 5);
  await request("REJECTED", old, old);
  await request("REJECTED", old, recent);
  await request("WITHDRAWN", old, old);
  await request("OPEN", old, null);
  const invitation = (name: string, expiresAt: Date) =>
    database().invitation.create({
      data: {
        ...{ organisationId: place.id, email: `${name}@x.nl`, roles: ["MEMBER"], expiresAt },
        tokenHash: createHash("sha256").update(name).digest("hex"),
      },
    });
  await invitation("oud", old);
  await invitation("nieuw", recent);

  await tidyUp(now);
  const left = await database().session.findMany({ where: { userId: user.id } });
  expect(left.map(({ sessionToken }) => sessionToken)).toEqual(["levend"]);
  const requests = await database().membershipRequest.findMany({ where: { userId: user.id } });
  expect(requests.map(({ state }) => state).sort()).toEqual(["OPEN", "REJECTED"]);
  const invitations = await database().invitation.findMany({ where: { organisationId: place.id } });
  expect(invitations.map(({ email }) => email)).toEqual(["nieuw@x.nl"]);
});

test("tells what it did in the log, and done twice does nothing more", async () => {
  await tidyUp(now);
  const again = await tidyUp(now);
  expect(Object.values(again)).toEqual(Object.values(again).map(() => 0));
  const [newest] = await database().auditEvent.findMany({ orderBy: { id: "desc" }, take: 1 });
  expect(newest).toMatchObject({ action: "retention.ran", actorId: null, chain: "platform", detail: again });
});

test("an unused account is announced a month ahead, then erased", async () => {
  const almost = await anUnusedPerson(daysBefore(monthsBefore(now, 24), -29));
  const later = await anUnusedPerson(daysBefore(monthsBefore(now, 24), -35));
  await tidyUp(now);
  expect(await mailsTo(almost.email)).toEqual(["Uw account bij PlusEén wordt over een maand gewist"]);
  expect(await mailsTo(later.email)).toEqual([]);
  await tidyUp(daysBefore(now, -29));
  expect(await nameOf(almost)).not.toBe("voormalig gebruiker");
  await tidyUp(daysBefore(now, -31));
  expect(await nameOf(almost)).toBe("voormalig gebruiker");
  expect(await mailsTo(almost.email)).toEqual([]);
  expect(await nameOf(later)).not.toBe("voormalig gebruiker");
});

test("whoever comes back is kept, and told anew the next time", async () => {
  const person = await anUnusedPerson(monthsBefore(now, 30));
  await tidyUp(now);
  expect(await mailsTo(person.email)).toHaveLength(1);
  const trace = { action: "session.started", subjectType: "Session", subjectId: "x" } as const;
  await inTransaction((tx) => recordAudit(tx, person, trace));
  // The database writes the true moment of now; here it is that of the story.
  await owner.query("BEGIN");
  await owner.query(`SET LOCAL session_replication_role = 'replica'`);
  await owner.query(`UPDATE "AuditEvent" SET "at" = $1 WHERE "actorId" = $2`, [
    daysBefore(now, -10),
    person.user.id,
  ]);
  await owner.query("COMMIT");
  await tidyUp(daysBefore(now, -40));
  expect(await nameOf(person)).toBe(person.user.name);
  const { erasureAnnouncedAt } = await database().user.findUniqueOrThrow({ where: { id: person.user.id } });
  expect(erasureAnnouncedAt).toBeNull();
});

test("the last administrator of colleagues is kept, and counted", async () => {
  const place = await makeOrganisation();
  const admin = await makeMember(place, "ORGANISATION_ADMIN");
  await makeMember(place, "MEMBER");
  await database().user.update({
    where: { id: admin.user.id },
    data: { createdAt: monthsBefore(now, 40), erasureAnnouncedAt: daysBefore(now, 60) },
  });
  const { kept } = await tidyUp(now);
  expect(kept).toBeGreaterThanOrEqual(1);
  expect(await nameOf(admin)).toBe(admin.user.name);
});

test("people of the demonstration are never among them", async () => {
  await tidyUp(new Date("2040-01-01T00:00:00Z"));
  expect(await database().user.count({ where: { isDemo: true, erasureAnnouncedAt: { not: null } } })).toBe(0);
});
