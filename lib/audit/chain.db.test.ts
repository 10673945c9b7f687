import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { moveAdoption, registerInterest, setVisibility } from "@/lib/adoptions/mutations";
import { database, inTransaction } from "@/lib/core/db";
import type { Member } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { writeReview } from "@/lib/reviews/mutations";
import { inspectChains, readAnchor, toAnchor, verifyChains } from "@/scripts/steps/audit-chain.mjs";
import { recordAudit, recordRefusal } from "./mutations";

/** The owner of the tables, who can do what the site cannot. */
const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });

beforeAll(() => owner.connect());
afterAll(() => owner.end());

/** A real person of this organisation, as far as the log is concerned. */
async function aRealPerson(slug: string): Promise<Member> {
  const organisation = await database().organisation.findUniqueOrThrow({
    where: { slug },
    select: { id: true, slug: true, name: true, kind: true },
  });
  const user = await database().user.create({
    data: { name: "Écht iemand", email: `${crypto.randomUUID()}@echt.example` },
    select: { id: true, name: true, isDemo: true },
  });
  return { user, organisation, roles: ["MANAGER"], organisations: [organisation] };
}

const anEntry = (subjectId: string, detail = {}) =>
  ({ action: "adoption.moved", subjectType: "Adoption", subjectId, detail }) as const;

const record = (viewer: Member, subjectId: string, detail = {}) =>
  inTransaction((tx) => recordAudit(tx, viewer, anEntry(subjectId, detail)));

describe("the chain", () => {
  test("holds after any mix of changes at once, refusals and changes that were undone", async () => {
    const demo = await findDemoPerson("zwolle", "MANAGER");
    const people = [await aRealPerson("utrecht"), await aRealPerson("zwolle"), await aRealPerson("utrecht")];
    const solutions = await database().solution.findMany({
      where: { publication: "PUBLISHED", obligation: { not: "STATUTORY" }, phase: "MANAGED" },
      select: { id: true, slug: true },
      take: 12,
    });
    let seed = 7;
    const pick = <T>(list: readonly T[]) => {
      seed = (seed * 48271) % 2147483647;
      return list[seed % list.length] as T;
    };
    const changes = [
      (who: Member) =>
        registerInterest(who, { solutionId: pick(solutions).id, contactName: "Wie het vraagt, ’s middags" }),
      (who: Member) =>
        writeReview(who, { slug: pick(solutions).slug, version: 0, addedValue: 3, tip: "", pitfall: "" }),
      async (who: Member) => {
        const mine = await database().adoption.findFirstOrThrow({
          where: { gemeenteId: who.organisation.id },
          select: { id: true, version: true },
          skip: pick([0, 1, 2]),
        });
        const change = { adoptionId: mine.id, version: mine.version };
        return pick([0, 1])
          ? setVisibility(who, { ...change, visibility: "hidden" })
          : moveAdoption(who, {
              ...change,
              to: "EXPLORING",
              occurredOn: "2026-11-27",
              nextOn: "2027-01-01",
              leadName: "X",
            });
      },
      (who: Member) => recordRefusal(who, { ...anEntry("geweigerd"), action: "request.refused" }),
      (who: Member) =>
        inTransaction(async (tx) => {
          await recordAudit(tx, who, anEntry("ongedaan"));
          throw new Error("undone");
        }),
    ];
    const outcomes: PromiseSettledResult<unknown>[] = [];
    for (let wave = 0; wave < 12; wave++) {
      const work = Array.from({ length: 12 }, () => pick(changes)(pick([...people, demo])));
      outcomes.push(...(await Promise.allSettled(work)));
    }
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(40);
    const { events, faults, heads } = await verifyChains(owner);
    expect(faults).toEqual([]);
    expect(events).toBe(await database().auditEvent.count());
    expect(events).toBeGreaterThan(40);
    // The fictitious chains may go at any time, so an anchor does not hold them.
    expect(heads.map(({ chain }) => chain).sort()).toEqual(
      [...new Set(people.map(({ organisation }) => organisation.id))].sort(),
    );
  });

  test("lets the writer choose neither moment nor place", async () => {
    const who = await aRealPerson("gouda");
    const forged = { at: new Date("2020-01-01"), chain: "platform", position: 900n, hash: "f".repeat(64) };
    const { id } = await database().auditEvent.create({
      data: { ...anEntry("x"), ...forged, actorId: who.user.id, organisationId: who.organisation.id },
      select: { id: true },
    });
    const written = await database().auditEvent.findUniqueOrThrow({ where: { id } });
    expect(written).toMatchObject({ chain: who.organisation.id, position: 1n, previousHash: "0".repeat(64) });
    expect(Date.now() - written.at.getTime()).toBeLessThan(60_000);
    expect((await verifyChains(owner)).faults).toEqual([]);
  });
});

describe("the check", () => {
  let who: Member;
  let chain: string;

  beforeAll(async () => {
    who = await aRealPerson("deventer");
    chain = who.organisation.id;
    const { address, requestId } = { address: "192.0.2.0/24", requestId: "verzoek-1" };
    for (let count = 1; count <= 6; count++)
      await record({ ...who, origin: { address, requestId } }, `onderwerp ${count}`, {
        reden: `“é” ${count}`,
      });
  });

  // What somebody does who has every right, with the guards out of the way.
  beforeEach(async () => {
    await owner.query("BEGIN");
    await owner.query(`SET LOCAL session_replication_role = 'replica'`);
    return async () => void (await owner.query("ROLLBACK"));
  });

  const faultsInside = async (anchor?: ReturnType<typeof readAnchor>) =>
    (await inspectChains(owner, anchor ? { anchor } : {})).faults;

  const third = `"chain" = $1 AND "position" = 3`;

  test.each([
    ["id", `"id" + 1000000`],
    ["at", `"at" + interval '1 millisecond'`],
    ["actorId", "NULL"],
    ["organisationId", "NULL"],
    ["action", `'adoption.started'`],
    ["subjectType", `'Review'`],
    ["subjectId", `'onderwerp 4'`],
    ["detail", `'{"reden": "anders"}'`],
    ["isDemo", "true"],
    ["result", `'REFUSED'`],
    ["address", `'198.51.100.0/24'`],
    ["requestId", "NULL"],
    ["previousHash", `repeat('a', 64)`],
    ["hash", `repeat('b', 64)`],
  ])("names the row of which %s was changed", async (column, value) => {
    await owner.query(`UPDATE "AuditEvent" SET "${column}" = ${value} WHERE ${third}`, [chain]);
    expect((await faultsInside())[0]).toMatch(
      new RegExp(`^Regel ${column === "hash" ? "[34]" : 3} van keten ${chain} `),
    );
  });

  test.each([
    ["position", "900"],
    ["chain", "'platform'"],
  ])("notices that %s was changed", async (column, value) => {
    await owner.query(`UPDATE "AuditEvent" SET "${column}" = ${value} WHERE ${third}`, [chain]);
    expect((await faultsInside()).join("\n")).toMatch(new RegExp(`Regel 4 van keten ${chain} .* verwijderd`));
  });

  test("tries every column that there is", async () => {
    const { rows } = await owner.query(
      `SELECT count(*)::int AS n FROM information_schema.columns WHERE table_name = 'AuditEvent'`,
    );
    expect(rows[0].n).toBe(16);
  });

  test("notices a row that is gone", async () => {
    await owner.query(`DELETE FROM "AuditEvent" WHERE ${third}`, [chain]);
    expect(await faultsInside()).toEqual([
      expect.stringMatching(
        new RegExp(`^Regel 4 van keten ${chain} .* volgt op 2: daartussen is iets verwijderd`),
      ),
    ]);
  });

  test("notices a tail that was cut off", async () => {
    await owner.query(`DELETE FROM "AuditEvent" WHERE "chain" = $1 AND "position" >= 5`, [chain]);
    expect(await faultsInside()).toEqual([`Keten ${chain} hoort 6 regels te hebben, maar houdt op bij 4.`]);
  });

  test("notices rows that changed places, and one that came between", async () => {
    await owner.query(
      `UPDATE "AuditEvent" SET "position" = 1007 - "position" WHERE "chain" = $1 AND "position" IN (3, 4)`,
      [chain],
    );
    await owner.query(
      `UPDATE "AuditEvent" SET "position" = "position" - 1000 WHERE "chain" = $1 AND "position" > 1000`,
      [chain],
    );
    expect((await faultsInside()).length).toBeGreaterThan(1);
    await owner.query(`DROP INDEX "AuditEvent_chain_position_key"`);
    await owner.query(
      `INSERT INTO "AuditEvent" ("action", "subjectType", "subjectId", "chain", "position", "previousHash", "hash")
       SELECT 'adoption.moved', 'Adoption', 'erbij', "chain", 6, "previousHash", "hash" FROM "AuditEvent"
       WHERE "chain" = $1 AND "position" = 6`,
      [chain],
    );
    expect((await faultsInside()).join("\n")).toContain("staat er dubbel");
  });

  test("needs an anchor against somebody who writes a whole chain anew, or removes it", async () => {
    const { heads } = await inspectChains(owner);
    const anchor = readAnchor(`> npm zegt iets\n${toAnchor(heads)}\n`);
    expect(anchor.get(chain)?.position).toBe("6");
    await owner.query(`UPDATE "AuditEvent" SET "subjectId" = 'verzonnen' WHERE ${third}`, [chain]);
    await owner.query(rewriteOf(chain));
    expect(await faultsInside()).toEqual([]);
    expect(await faultsInside(anchor)).toEqual([
      expect.stringMatching(/^Regel 6 .* de keten is herschreven/),
    ]);
    await owner.query(`DELETE FROM "AuditEvent" WHERE "chain" = $1`, [chain]);
    await owner.query(`DELETE FROM "AuditHead" WHERE "chain" = $1`, [chain]);
    expect(await faultsInside()).toEqual([]);
    expect(await faultsInside(anchor)).toEqual([
      `Keten ${chain} telt 0 regels; volgens het anker waren het er al 6.`,
    ]);
  });
});

/** Every hash of a chain computed anew, as the trigger does. */
const rewriteOf = (chain: string) => `DO $$
  DECLARE
    event "AuditEvent";
    newest text := repeat('0', 64);
  BEGIN
    FOR event IN SELECT * FROM "AuditEvent" WHERE "chain" = '${chain}' ORDER BY "position" LOOP
      event."previousHash" := newest;
      newest := encode(sha256(convert_to(audit_text(event), 'UTF8')), 'hex');
      UPDATE "AuditEvent" SET "previousHash" = event."previousHash", "hash" = newest WHERE "id" = event."id";
    END LOOP;
    UPDATE "AuditHead" SET "hash" = newest WHERE "chain" = '${chain}';
  END $$`;
