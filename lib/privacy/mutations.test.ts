import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { correctAdoption, moveAdoption, registerInterest } from "@/lib/adoptions/mutations";
import { database, inTransaction } from "@/lib/core/db";
import type { Member } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { makeMember, makeOrganisation, makeUser, refusalOf } from "@/lib/memberships/testing/people";
import { writeReview } from "@/lib/reviews/mutations";
import { verifyChains } from "@/scripts/steps/audit-chain.mjs";
import { erasePerson } from "./erasure/mutations";
import { eraseMyself, recordDownload } from "./mutations";
import { readOwnData } from "./queries";
import { register } from "./register";

const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
beforeAll(() => owner.connect());
afterAll(() => owner.end());

/** A manager of Gouda who did what a manager does, and their colleague with the same rights. */
async function aBusyManager() {
  const gouda = await database().organisation.findUniqueOrThrow({
    where: { slug: "gouda" },
    select: { id: true, slug: true, name: true, kind: true },
  });
  const [person, colleague] = [await makeMember(gouda, "MANAGER"), await makeMember(gouda, "MANAGER")];
  const name = `Werkelijk Iemand ${person.user.id.slice(0, 4)}`;
  await database().user.update({
    where: { id: person.user.id },
    data: { name, functionTitle: "Informatiemanager", image: "x" },
  });
  person.user.name = name;
  const solution = await database().solution.findFirstOrThrow({
    where: {
      publication: "PUBLISHED",
      obligation: "VOLUNTARY",
      phase: "MANAGED",
      adoptions: { none: { gemeenteId: gouda.id } },
    },
    select: { id: true, slug: true },
  });
  await registerInterest(person, { solutionId: solution.id, contactName: ` ${name.toUpperCase()}` });
  const adoption = await database().adoption.findFirstOrThrow({
    where: { gemeenteId: gouda.id, solutionId: solution.id },
  });
  const day = adoption.since.toISOString().slice(0, 10);
  await moveAdoption(colleague, {
    ...{ adoptionId: adoption.id, version: 1, to: "EXPLORING", occurredOn: day },
    ...{ leadName: name, nextOn: "2027-01-01" },
  });
  await writeReview(person, { slug: solution.slug, version: 0, addedValue: 4, tip: "Begin", pitfall: "" });
  await database().account.create({
    data: { userId: person.user.id, type: "oauth", provider: "p", providerAccountId: person.user.id },
  });
  await database().outgoingMail.create({
    data: { to: (await emailOf(person)).toUpperCase(), subject: "s", text: "t" },
  });
  return { person, colleague, name, gouda, adoptionId: adoption.id, solution, day };
}

const emailOf = async ({ user }: Member) =>
  (await database().user.findUniqueOrThrow({ where: { id: user.id }, select: { email: true } })).email;

/** Every place in the database where this text stands, as table: count. */
async function placesOf(text: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { name } of rows) {
    const { rowCount } = await owner.query(`SELECT FROM "${name}" t WHERE t::text ILIKE $1`, [`%${text}%`]);
    if (rowCount) found.push(`${name}: ${rowCount}`);
  }
  return found;
}

describe("erasing", () => {
  let busy: Awaited<ReturnType<typeof aBusyManager>>;
  beforeEach(async () => {
    busy = await aBusyManager();
  });

  test("leaves the name and the address nowhere, and what was decided everywhere", async () => {
    const { person, name, adoptionId } = busy;
    const email = await emailOf(person);
    expect((await placesOf(name)).length).toBeGreaterThan(2);
    const events = await database().adoptionEvent.count();
    await eraseMyself(person, { confirmation: ` ${email.toUpperCase()} ` });
    expect(await placesOf(name)).toEqual([]);
    expect(await placesOf(email)).toEqual([]);
    expect(await database().adoptionEvent.count()).toBe(events);
    const former = "voormalig medewerker van Gouda";
    const row = await database().user.findUniqueOrThrow({ where: { id: person.user.id } });
    expect(row).toMatchObject({ name: former, functionTitle: null, image: null });
    expect(row.disabledAt).not.toBeNull();
    const adoption = await database().adoption.findUniqueOrThrow({
      where: { id: adoptionId },
      include: { events: { orderBy: { position: "asc" }, include: { enteredBy: true } } },
    });
    expect(adoption).toMatchObject({ contactName: former, leadName: former, status: "EXPLORING" });
    expect(adoption.events.map(({ data }) => data)).toMatchObject([
      { contactName: former },
      { leadName: former },
    ]);
    expect(adoption.events.map(({ erasedAt }) => erasedAt !== null)).toEqual([true, true]);
    expect(adoption.events[0]?.enteredBy?.name).toBe(former);
    const review = await database().review.findFirstOrThrow({
      where: { authorId: person.user.id },
      include: { author: true },
    });
    expect(review).toMatchObject({ tip: "Begin", author: { name: former } });
  });

  test("takes everything that was theirs alone", async () => {
    const { person } = busy;
    await eraseMyself(person, { confirmation: await emailOf(person) });
    const whose = { where: { userId: person.user.id } };
    const left = await Promise.all([
      database().session.count(whose),
      database().account.count(whose),
      database().membership.count(whose),
      database().membershipRequest.count(whose),
      database().secondFactor.count(whose),
    ]);
    expect(left).toEqual([0, 0, 0, 0, 0]);
  });

  test("leaves one trace, and every chain stays as it was", async () => {
    const { person } = busy;
    const before = await database().auditEvent.count();
    await eraseMyself(person, { confirmation: await emailOf(person) });
    expect(await database().auditEvent.count()).toBe(before + 1);
    const trace = await database().auditEvent.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(trace).toMatchObject({
      action: "person.erased",
      subjectId: person.user.id,
      actorId: person.user.id,
      detail: { events: 2 },
    });
    expect((await verifyChains(owner)).faults).toEqual([]);
  });

  test("leaves the same name elsewhere alone: that is somebody else", async () => {
    const { person, name } = busy;
    const other = await makeMember(await anotherGemeente(busy.solution.id), "MANAGER");
    await registerInterest(other, { solutionId: busy.solution.id, contactName: name });
    await eraseMyself(person, { confirmation: await emailOf(person) });
    expect(await placesOf(name)).toEqual(["Adoption: 1", "AdoptionEvent: 1"]);
  });

  test("goes on after it: the history can be corrected and replayed", async () => {
    const { person, colleague, adoptionId, day } = busy;
    await eraseMyself(person, { confirmation: await emailOf(person) });
    const { version } = await database().adoption.findUniqueOrThrow({ where: { id: adoptionId } });
    await correctAdoption(colleague, {
      ...{ adoptionId, version, to: "INTERESTED", occurredOn: day },
      reason: "Te vroeg",
    });
  });

  test("is undone as a whole when its trace cannot be left", async () => {
    const { person, name } = busy;
    const before = await placesOf(name);
    const undone = inTransaction(async (tx) => {
      await erasePerson(tx, person, person.user.id, new Date());
      throw new Error("undone");
    });
    await expect(undone).rejects.toThrow("undone");
    expect(await placesOf(name)).toEqual(before);
  });

  test("needs the own address, a fresh proof, and nobody who still depends on them", async () => {
    const { person } = busy;
    const email = await emailOf(person);
    expect(await refusalOf(eraseMyself(person, { confirmation: "ander@adres.nl" }))).toBe(
      "invalid otherAddress",
    );
    const stale = { ...person, provenAt: new Date(Date.now() - 3_600_000) };
    expect(await refusalOf(eraseMyself(stale, { confirmation: email }))).toBe("forbidden freshSignInNeeded");
    const place = await makeOrganisation();
    const admin = await makeMember(place, "ORGANISATION_ADMIN");
    await makeMember(place, "MEMBER");
    expect(await refusalOf(eraseMyself(admin, { confirmation: await emailOf(admin) }))).toBe(
      "invalid lastAdmin",
    );
    await makeMember(place, "ORGANISATION_ADMIN");
    await eraseMyself(admin, { confirmation: await emailOf(admin) });
    expect(await refusalOf(eraseMyself(admin, { confirmation: "x" }))).toBe("invalid otherAddress");
  });

  test("is not for a person of the demonstration", async () => {
    const demo = await findDemoPerson("zwolle", "MANAGER");
    const confirmation = await emailOf(demo);
    expect(await refusalOf(eraseMyself(demo, { confirmation }))).toBe("forbidden demoPersonStays");
    const erased = inTransaction((tx) => erasePerson(tx, demo, demo.user.id, new Date()));
    expect(await refusalOf(erased)).toBe("forbidden demoPersonStays");
  });

  test("of somebody who was nowhere says so", async () => {
    const nobody = await makeUser();
    await eraseMyself(nobody, { confirmation: nobody.email });
    const row = await database().user.findUniqueOrThrow({ where: { id: nobody.user.id } });
    expect(row.name).toBe("voormalig gebruiker");
  });
});

/** A gemeente that does not follow this solution, and is not Gouda. */
const anotherGemeente = (solutionId: string) =>
  database().organisation.findFirstOrThrow({
    where: { slug: { not: "gouda" }, gemeente: { adoptions: { none: { solutionId } } } },
    select: { id: true, slug: true, name: true, kind: true },
  });

describe("the history of adoptions allows nothing else", () => {
  const former = `'{"contactName": "voormalig medewerker van X"}'`;
  test.each([
    [`UPDATE "AdoptionEvent" SET "reason" = 'x', "erasedAt" = now()`],
    [`UPDATE "AdoptionEvent" SET "erasedAt" = now(), "data" = '{"contactName": "Iemand anders"}'`],
    [`UPDATE "AdoptionEvent" SET "data" = ${former}`],
    [`UPDATE "AdoptionEvent" SET "erasedAt" = now(), "data" = "data" || '{"scope": "x"}'`],
    [`UPDATE "AdoptionEvent" SET "erasedAt" = now(), "enteredById" = NULL`],
  ])("not even its owner: %s", async (sql) => {
    await expect(owner.query(sql)).rejects.toMatchObject({ code: "23001" });
  });

  test("without an audit event an erasure does not end", async () => {
    const { person, gouda } = await aBusyManager();
    const erase = database().$executeRaw`
      SELECT erase_in_history(${person.user.id}::uuid, 'voormalig medewerker van X', ARRAY[${gouda.id}]::uuid[])`;
    await expect(erase).rejects.toThrow(/without its audit event/);
  });
});

describe("the download", () => {
  test("has what is about me, no secrets, and leaves a trace", async () => {
    const { person, name, colleague } = await aBusyManager();
    await recordDownload(person, "json");
    const data = await readOwnData(person);
    expect(data.account).toMatchObject([{ name, functionTitle: "Informatiemanager" }]);
    expect(data.memberships).toMatchObject([{ role: "MANAGER", organisation: { name: "Gouda" } }]);
    expect([data.steps.length, data.named.length, data.reviews.length]).toEqual([1, 1, 1]);
    expect(data.log.map(({ action }) => action)).toEqual([
      "adoption.started",
      "review.written",
      "person.downloaded",
    ]);
    const text = JSON.stringify(data);
    expect(text).not.toContain("session-of-");
    expect(text).not.toContain(await emailOf(colleague));
    expect(text).not.toMatch(/"(sessionToken|tokenHash|hash|key)"/);
  });

  test("covers every kind of the register", async () => {
    const sections = Object.keys(await readOwnData(await makeUser()));
    const kinds = register.map(({ kind }) => kind).filter((kind) => kind !== "tries");
    // The kinds fall apart in more sections than there are kinds; tries are sealed, nobody can find their own.
    expect(sections.length).toBeGreaterThanOrEqual(kinds.length);
  });
});
