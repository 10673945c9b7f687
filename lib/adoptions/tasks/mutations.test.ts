import { beforeAll, describe, expect, test } from "vitest";
import { today } from "@/lib/core/dates";
import { database, inTransaction } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import type { Member } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { readNewest, recordMany, toWriter } from "../bulk/mutations";
import { appointLead, moveAdoption, registerInterest } from "../mutations";
import { findPeople, makeSolution, type People } from "../testing/postgres";
import { addTask, changeTask, completeTask, prepareTasks, removeTask } from "./mutations";
import { getTask, listTasks } from "./queries";

let people: People;
let manager: Member;
let staff: Member;

beforeAll(async () => {
  people = await findPeople();
  ({ manager, staff } = people);
});

async function begin() {
  const solutionId = await makeSolution({ obligation: "VOLUNTARY", priceModel: "FREE" });
  await registerInterest(staff, { solutionId, contactName: "Contact" });
  return database().adoption.findFirstOrThrow({
    where: { solutionId },
    select: { id: true, version: true, solutionId: true },
  });
}

async function keyOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw new Error(`expected a refusal, got ${error}`);
  return `${error.code} ${error.key}`;
}

const reread = (id: string) => database().adoption.findUniqueOrThrow({ where: { id } });
const countAudit = () => database().auditEvent.count();
const told = { ownerName: "", dueOn: undefined, note: "" };
const named = (label: string) => ({ label, ...told });
const labels = async (id: string) => (await listTasks(manager, id)).map(({ label }) => label);

async function firstTask(adoptionId: string) {
  const task = await getTask(manager, adoptionId, 1);
  if (!task) throw new Error("no task");
  return { taskId: task.id, version: task.version };
}

describe("the usual steps", () => {
  test("of the kind are copied once, with an audit row", async () => {
    const { id } = await begin();
    const before = await countAudit();
    await prepareTasks(manager, { adoptionId: id });
    expect((await labels(id))[0]).toBe("Dienst aanvragen");
    expect(await countAudit()).toBe(before + 1);
    expect(await keyOf(prepareTasks(manager, { adoptionId: id }))).toBe("conflict tasksThere");
  });

  test("of the solution itself go before those of its kind", async () => {
    const { id, solutionId } = await begin();
    const { slug } = await database().solution.findUniqueOrThrow({ where: { id: solutionId } });
    await database().taskTemplate.create({ data: { scope: slug, position: 1, label: "Alleen hier" } });
    await prepareTasks(manager, { adoptionId: id });
    expect(await labels(id)).toEqual(["Alleen hier"]);
    await database().taskTemplate.deleteMany({ where: { scope: slug } });
  });

  test("come by themselves when connecting starts, after tasks that were there", async () => {
    const { id } = await begin();
    await addTask(manager, { adoptionId: id, ...named("Eigen taak") });
    await moveAdoption(manager, { adoptionId: id, version: 1, to: "DECIDING", occurredOn: today() });
    const { version } = await reread(id);
    await moveAdoption(manager, { adoptionId: id, version, to: "CONNECTING", occurredOn: today() });
    expect((await labels(id)).slice(0, 2)).toEqual(["Eigen taak", "Dienst aanvragen"]);
  });
});

test("adoptions that begin to connect together each find the usual steps, once", async () => {
  const [one, other] = [await begin(), await begin()];
  const newest = await readNewest(database(), manager.organisation.id);
  const changes = [one, other].map(({ solutionId }) => {
    const current = newest.get(solutionId) ?? null;
    const step = { to: "CONNECTING", occurredOn: today() } as const;
    return { solutionId, current, isNewCycle: false, step, told: {}, isCorrection: false, reason: null };
  });
  await prepareTasks(manager, { adoptionId: other.id });
  await inTransaction((tx) => recordMany(tx, toWriter(manager), changes));
  const [first, second] = [await labels(one.id), await labels(other.id)];
  expect(first[0]).toBe("Dienst aanvragen");
  expect(second).toEqual(first);
});

describe("a task", () => {
  test("is done by somebody on a day, and not done after all", async () => {
    const { id } = await begin();
    await addTask(manager, { adoptionId: id, ...named("Bellen"), dueOn: "2026-01-01" });
    await completeTask(manager, await firstTask(id));
    expect(await getTask(manager, id, 1)).toMatchObject({ doneOn: today(), doneBy: manager.user.name });
    const evidence = "https://gemeente.nl/besluit";
    await changeTask(manager, { ...(await firstTask(id)), ...named("Bellen"), evidence });
    expect(await getTask(manager, id, 1)).toMatchObject({
      doneOn: null,
      doneBy: null,
      dueOn: null,
      evidence,
    });
  });

  test("twenty times done at once is done once; the others hear that it changed", async () => {
    const { id } = await begin();
    await addTask(manager, { adoptionId: id, ...named("Bellen") });
    const task = await firstTask(id);
    const before = await countAudit();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        completeTask(manager, task).then(
          () => "done",
          (error: DomainError) => `${error.code} ${error.key}`,
        ),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(["done", "conflict conflict"]));
    expect(await countAudit()).toBe(before + 1);
  });

  test("that is not needed leaves the list; the log keeps that it was there", async () => {
    const { id } = await begin();
    await addTask(manager, { adoptionId: id, ...named("Bellen") });
    await removeTask(manager, await firstTask(id));
    expect(await labels(id)).toEqual([]);
    expect(await database().auditEvent.count({ where: { subjectId: id, action: "task.removed" } })).toBe(1);
  });

  test("is kept by the manager and the colleague with the task, read by the gemeente, unknown to others", async () => {
    const { id, version } = await begin();
    const task = { adoptionId: id, ...named("Bellen") };
    expect(await keyOf(addTask(staff, task))).toBe("forbidden forbidden");
    expect(await keyOf(addTask(people.stranger, task))).toBe("not-found notFound");
    expect(await keyOf(addTask(people.supplier, task))).toBe("not-found notFound");
    await appointLead(manager, { adoptionId: id, version, leadId: staff.user.id });
    await addTask(staff, task);
    expect(await listTasks(staff, id)).toHaveLength(1);
    expect(await listTasks(people.stranger, id)).toEqual([]);
  });
});

describe("the colleague with the task", () => {
  const plan = { occurredOn: today(), leadName: "Trekker", nextOn: today() };

  test("explores and connects, decides nothing, and can have the task taken back", async () => {
    const { id, version } = await begin();
    await appointLead(manager, { adoptionId: id, version, leadId: staff.user.id });
    const step = async () => ({ adoptionId: id, version: (await reread(id)).version, ...plan });
    await moveAdoption(staff, { ...(await step()), to: "EXPLORING" });
    expect(await keyOf(moveAdoption(staff, { ...(await step()), to: "DECIDING" }))).toBe(
      "forbidden forbidden",
    );
    await moveAdoption(manager, { ...(await step()), to: "DECIDING" });
    await moveAdoption(staff, { ...(await step()), to: "CONNECTING" });
    expect(await keyOf(moveAdoption(staff, { ...(await step()), to: "IN_USE" }))).toBe("forbidden forbidden");
    await appointLead(manager, { adoptionId: id, version: (await reread(id)).version, leadId: "nobody" });
    expect(await keyOf(moveAdoption(staff, { ...(await step()), to: "PILOT" }))).toBe("forbidden forbidden");
  });

  test("is a colleague, named by the manager, on a page that is up to date", async () => {
    const { id, version } = await begin();
    const lead = { adoptionId: id, version, leadId: people.stranger.user.id };
    expect(await keyOf(appointLead(manager, lead))).toBe("invalid invalidChoice");
    expect(await keyOf(appointLead(staff, { ...lead, leadId: staff.user.id }))).toBe("forbidden forbidden");
    await appointLead(manager, { ...lead, leadId: staff.user.id });
    expect(await keyOf(appointLead(manager, { ...lead, leadId: "nobody" }))).toBe("conflict adoptionChanged");
    // Acting for another gemeente the same person has no task here.
    const elsewhere = { ...staff, organisation: (await findDemoPerson("utrecht", "MANAGER")).organisation };
    const step = { adoptionId: id, version: version + 1, to: "EXPLORING", ...plan } as const;
    expect(await keyOf(moveAdoption(elsewhere, step))).toBe("not-found notFound");
  });
});
