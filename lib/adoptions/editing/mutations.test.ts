import { beforeAll, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import type { DomainError } from "@/lib/core/errors";
import { type Member, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { type AdoptionRecord, listPortfolio } from "../portfolio/queries";
import { editMany, handOver } from "./mutations";
import { bulkEditSchema } from "./schema";

let manager: Member;
let staff: Member;
let admin: Member;
let elsewhere: Member;
const refusal = (code: DomainError["code"], key: string) => expect.objectContaining({ code, key });
const lastTrace = () => database().auditEvent.findFirstOrThrow({ orderBy: { id: "desc" } });
const find = async (ids: string[]) => (await listPortfolio(manager)).filter(({ id }) => ids.includes(id));

beforeAll(async () => {
  manager = await findDemoPerson("zwolle", "MANAGER");
  staff = await findDemoPerson("zwolle", "MEMBER");
  admin = await findDemoPerson("zwolle", "ORGANISATION_ADMIN");
  elsewhere = await findDemoPerson("utrecht", "MANAGER");
});

const free = async () => (await listPortfolio(manager)).filter(({ pending }) => !pending);
const idsOf = (records: AdoptionRecord[]) => records.map(({ id }) => id);

test("sets people and days of many at once, each with a line in its history, and what is left out stays", async () => {
  const chosen = (await free()).slice(0, 3);
  const ids = idsOf(chosen);
  await editMany(manager, {
    ids,
    leadName: "Nieuwe trekker",
    contractEndsOn: "2028-12-31",
    reason: "Verdeeld",
  });
  for (const after of await find(ids)) {
    const before = chosen.find(({ id }) => id === after.id);
    expect(after).toMatchObject({
      ...{ leadName: "Nieuwe trekker", contractEndsOn: "2028-12-31", version: (before?.version ?? 0) + 1 },
      ...{ status: before?.status, since: before?.since, nextOn: before?.nextOn, nextStep: before?.nextStep },
      ...{ contactName: before?.contactName, coverage: before?.coverage },
    });
    expect(after.events[0]).toMatchObject({
      ...{ to: after.status, isCorrection: true, reason: "Verdeeld", enteredBy: manager.user.name },
      data: { leadName: "Nieuwe trekker", contractEndsOn: "2028-12-31" },
    });
  }
  const trace = await lastTrace();
  expect(trace).toMatchObject({ action: "portfolio.changed", subjectId: manager.organisation.id });
  expect(trace.detail).toMatchObject({ fields: ["leadName", "contractEndsOn"] });
  expect((trace.detail as { adoptionIds: string[] }).adoptionIds.sort()).toEqual([...ids].sort());
});

test("changes all or none, and nothing of another gemeente or where a decision waits", async () => {
  const [one] = await free();
  const ids = [one?.id ?? ""];
  const [theirs] = await listPortfolio(elsewhere);
  const edit = { leadName: "Niemand", reason: "x" };
  await expect(editMany(manager, { ...edit, ids: [...ids, theirs?.id ?? ""] })).rejects.toEqual(
    refusal("not-found", "notFound"),
  );
  await expect(editMany(staff, { ...edit, ids })).rejects.toEqual(refusal("forbidden", "forbidden"));
  await expect(editMany(visitor, { ...edit, ids })).rejects.toEqual(
    refusal("unauthenticated", "unauthenticated"),
  );
  const waiting = (await listPortfolio(manager)).find(({ pending }) => pending);
  await expect(editMany(manager, { ...edit, ids: [waiting?.id ?? "", ...ids] })).rejects.toEqual(
    refusal("conflict", "decisionPending"),
  );
  expect((await find(ids))[0]?.leadName).toBe(one?.leadName);
});

test("everything under one name goes to another, also by who arranges the members", async () => {
  const [first, second] = await free();
  const own = { nextOn: undefined, contractEndsOn: undefined, reason: "x" };
  await editMany(manager, { ...own, ids: [first?.id ?? ""], leadName: "Vertrekker", contactName: undefined });
  await editMany(manager, {
    ...own,
    ids: [second?.id ?? ""],
    contactName: "Vertrekker",
    leadName: undefined,
  });
  await expect(handOver(staff, { from: "Vertrekker", to: "Blijver" })).rejects.toEqual(
    refusal("forbidden", "forbidden"),
  );
  await handOver(admin, { from: "Vertrekker", to: "Blijver" });
  const after = await listPortfolio(manager);
  const at = (record: AdoptionRecord | undefined) => after.find(({ id }) => id === record?.id);
  expect(at(first)?.leadName).toBe("Blijver");
  expect(at(second)).toMatchObject({ contactName: "Blijver", leadName: second?.leadName });
  expect(after.some(({ leadName, contactName }) => [leadName, contactName].includes("Vertrekker"))).toBe(
    false,
  );
  expect(await lastTrace()).toMatchObject({ action: "portfolio.handedOver", actorId: admin.user.id });
  await expect(handOver(manager, { from: "Vertrekker", to: "Blijver" })).rejects.toEqual(
    refusal("not-found", "nothingToHandOver"),
  );
  await expect(handOver(elsewhere, { from: "Blijver", to: "x" })).rejects.toEqual(
    refusal("not-found", "nothingToHandOver"),
  );
});

test("a form that sets nothing says so, and no day before today is planned", () => {
  const id = crypto.randomUUID();
  const keysOf = (input: object) =>
    bulkEditSchema.safeParse({ ids: id, reason: "x", ...input }).error?.issues.map(({ message }) => message);
  expect(keysOf({})).toEqual(["nothingToChange"]);
  expect(keysOf({ nextOn: "2020-01-01" })).toEqual(["dateInPast"]);
  expect(keysOf({ contractEndsOn: "2020-01-01" })).toBe(undefined);
});
