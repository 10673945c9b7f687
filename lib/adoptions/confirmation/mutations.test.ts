import { beforeAll, beforeEach, expect, test } from "vitest";
import { toDate, today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import type { DomainError } from "@/lib/core/errors";
import { type Member, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { listPortfolio } from "../portfolio/queries";
import { isStale } from "../portfolio/rules";
import { confirmStill } from "./mutations";
import { confirmStillSchema, mostAtOnce } from "./schema";

let manager: Member;
let staff: Member;
let elsewhere: Member;
let ids: string[];
const refusal = (code: DomainError["code"], key: string) => expect.objectContaining({ code, key });
const confirmed = () => database().adoption.findMany({ where: { id: { in: ids } }, orderBy: { id: "asc" } });

beforeAll(async () => {
  manager = await findDemoPerson("zwolle", "MANAGER");
  staff = await findDemoPerson("zwolle", "MEMBER");
  elsewhere = await findDemoPerson("utrecht", "MANAGER");
});
beforeEach(async () => {
  const live = (await listPortfolio(manager)).filter(({ status }) => status === "IN_USE");
  ids = live.slice(0, 2).map(({ id }) => id);
  await database().adoption.updateMany({ where: { id: { in: ids } }, data: { confirmedOn: null } });
});

test("says of one adoption that it is still right, as of today, without a step", async () => {
  const [id = ""] = ids;
  const before = await database().adoption.findUniqueOrThrow({ where: { id }, include: { events: true } });
  await confirmStill(manager, { ids: [id] });
  const after = await database().adoption.findUniqueOrThrow({ where: { id }, include: { events: true } });
  expect(after).toEqual({ ...before, confirmedOn: toDate(today()), updatedAt: after.updatedAt });
  const [trace] = await database().auditEvent.findMany({ orderBy: { id: "desc" }, take: 1 });
  expect(trace).toMatchObject({ action: "adoption.confirmed", subjectType: "Adoption", subjectId: id });
  const mine = (await listPortfolio(manager)).find((one) => one.id === id);
  expect(mine?.checkedOn).toBe(today());
  expect(mine && isStale(mine, today())).toBe(false);
});

test("says it of all that were shown in one go, with one trace that names them", async () => {
  await confirmStill(manager, { ids: [...ids, ...ids] });
  expect((await confirmed()).map(({ confirmedOn }) => confirmedOn)).toEqual(ids.map(() => toDate(today())));
  const [trace] = await database().auditEvent.findMany({ orderBy: { id: "desc" }, take: 1 });
  expect(trace).toMatchObject({
    subjectType: "Portfolio",
    subjectId: manager.organisation.id,
    detail: { adoptionIds: ids },
  });
});

test("is for a manager of the gemeente alone, and then all or nothing", async () => {
  await expect(confirmStill(visitor, { ids })).rejects.toEqual(refusal("unauthenticated", "unauthenticated"));
  await expect(confirmStill(staff, { ids })).rejects.toEqual(refusal("forbidden", "forbidden"));
  await expect(confirmStill(elsewhere, { ids })).rejects.toEqual(refusal("not-found", "notFound"));
  const [theirs] = await listPortfolio(elsewhere);
  await expect(confirmStill(manager, { ids: [...ids, theirs?.id ?? ""] })).rejects.toEqual(
    refusal("not-found", "notFound"),
  );
  expect((await confirmed()).map(({ confirmedOn }) => confirmedOn)).toEqual([null, null]);
});

test("a person of the demonstration says nothing about a record of somebody real", async () => {
  const { solutionId } = await database().adoption.findUniqueOrThrow({ where: { id: ids[0] ?? "" } });
  const real = await database().adoption.create({
    data: {
      ...{ gemeenteId: manager.organisation.id, solutionId, cycle: 9, status: "INTERESTED" },
      since: toDate("2024-01-01"),
    },
  });
  await expect(confirmStill(manager, { ids: [real.id] })).rejects.toEqual(refusal("forbidden", "demoOnReal"));
  await database().adoption.delete({ where: { id: real.id } });
});

test("a form carries one id or as many as a page shows, nothing else", () => {
  const id = crypto.randomUUID();
  const isRight = (text: string) => confirmStillSchema.safeParse({ ids: text }).success;
  expect(isRight(id)).toBe(true);
  expect(isRight(Array(mostAtOnce).fill(id).join(","))).toBe(true);
  expect(
    isRight(
      Array(mostAtOnce + 1)
        .fill(id)
        .join(","),
    ),
  ).toBe(false);
  expect(isRight("")).toBe(false);
  expect(isRight(`${id},x`)).toBe(false);
});
