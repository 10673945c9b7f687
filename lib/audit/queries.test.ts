import { beforeAll, expect, test } from "vitest";
import { registerInterest } from "@/lib/adoptions/mutations";
import { database, inTransaction } from "@/lib/core/db";
import type { Role } from "@/lib/core/generated/prisma/enums";
import type { Member } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { recordAudit, recordLogUse } from "./mutations";
import { listLog, streamLog } from "./queries";
import { logFilters } from "./schema";

const ask = (search = {}) => logFilters.parse(search);

let member: Member;
let admin: Member;
let platform: Member;

/** The same person, but real: then the log is not limited to what is fictitious. */
const asReal = (person: Member): Member => ({ ...person, user: { ...person.user, isDemo: false } });

const record = (who: Member, subjectId: string, detail = {}) =>
  inTransaction((tx) =>
    recordAudit(tx, who, { action: "adoption.moved", subjectType: "Adoption", subjectId, detail }),
  );

beforeAll(async () => {
  member = await findDemoPerson("zwolle", "MANAGER");
  admin = await findDemoPerson("zwolle", "ORGANISATION_ADMIN");
  platform = await findDemoPerson("vng-realisatie", "PLATFORM_ADMIN");
  const utrecht = await findDemoPerson("utrecht", "MANAGER");
  const solution = await database().solution.findUniqueOrThrow({
    where: { slug: "haal-centraal-brk" },
    select: { id: true },
  });
  await registerInterest(member, { solutionId: solution.id, contactName: "Noor" });
  await record(utrecht, "van Utrecht");
  await record(asReal(member), "echt", { to: "IN_USE" });
  await record(asReal(platform), "over Zwolle", { organisationId: admin.organisation.id });
  for (let count = 0; count < 70; count++) await record(asReal(admin), `veel ${count}`);
});

const subjects = async (who: Member, scope: "organisation" | "platform", search = {}) =>
  (await listLog({ member: who, scope, filters: ask(search) })).rows.map(({ subjectId }) => subjectId);

test("an administrator reads of the own organisation: what it did and what others did to it", async () => {
  const seen = await subjects(asReal(admin), "organisation", { actie: "adoption.moved", persoon: "" });
  expect(seen).toHaveLength(50);
  const all = [];
  for await (const row of streamLog({ member: asReal(admin), scope: "organisation", filters: ask() }, 7))
    all.push(row.subjectId);
  expect(all).toHaveLength(73);
  expect(new Set(all).size).toBe(73);
  expect(all).toEqual(expect.arrayContaining(["echt", "over Zwolle", "veel 0", "veel 69"]));
  expect(all).not.toContain("van Utrecht");
});

test("a person of the demonstration, who can be anybody, reads nothing that is real", async () => {
  expect(await subjects(admin, "organisation")).toHaveLength(1);
  expect(await subjects(platform, "platform")).toHaveLength(2);
});

test("pages follow each other without a gap or a double", async () => {
  const first = await listLog({ member: asReal(admin), scope: "organisation", filters: ask() });
  const second = await listLog({
    member: asReal(admin),
    scope: "organisation",
    filters: ask({ voor: first.older }),
  });
  expect([first.rows.length, second.rows.length, second.older]).toEqual([50, 23, null]);
  const ids = [...first.rows, ...second.rows].map(({ id }) => id);
  expect(new Set(ids).size).toBe(73);
});

test.each([
  [{ persoon: "westerINK" }, 1],
  [{ actie: "adoption.started" }, 0],
  [{ over: "Adoption", id: "echt" }, 1],
  [{ over: "Review" }, 0],
  [{ tot: "2020-01-01" }, 0],
  [{ van: "2020-01-01", persoon: "Westerink" }, 1],
  [{ van: "2099-01-01" }, 0],
  [{ actie: "bestaat-niet", persoon: "Westerink", voor: "onzin" }, 1],
])("the filter %j leaves %i real rows of its organisation", async (search, count) => {
  const rows = await subjects(asReal(admin), "organisation", search);
  expect(rows.filter((subject) => !subject.includes("-"))).toHaveLength(count);
});

test("the platform administrator reads all, or of one organisation, and that is in its log", async () => {
  expect(await subjects(asReal(platform), "platform", { organisatie: "utrecht" })).toEqual(["van Utrecht"]);
  expect(await subjects(asReal(platform), "platform", { organisatie: "bestaat-niet" })).toEqual([]);
  await recordLogUse(asReal(platform), {
    action: "log.read",
    scope: "platform",
    filters: ask({ organisatie: "zwolle", persoon: "Westerink" }),
  });
  const [newest] = (await listLog({ member: asReal(admin), scope: "organisation", filters: ask() })).rows;
  expect(newest).toMatchObject({
    action: "log.read",
    actor: { name: platform.user.name },
    subjectName: "Zwolle",
    detail: { byPerson: true, organisationId: admin.organisation.id },
  });
});

test("nobody else may read or fetch", async () => {
  const use = { action: "log.exported", scope: "organisation", filters: ask() } as const;
  await expect(recordLogUse(member, use)).rejects.toMatchObject({ code: "forbidden" });
  await expect(recordLogUse(admin, { ...use, scope: "platform" })).rejects.toMatchObject({
    code: "forbidden",
  });
  const withheld = { ...asReal(admin), roles: ["MEMBER"] as Role[] };
  await expect(recordLogUse(withheld, use)).rejects.toMatchObject({ code: "forbidden" });
});

test("subjects are named, in one query, whatever their kind", async () => {
  const { rows } = await listLog({ member, scope: "organisation", filters: ask() });
  expect(rows.map(({ subjectName }) => subjectName)).toEqual([expect.stringContaining("BRK")]);
});
