import { beforeAll, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import type { DomainError } from "@/lib/core/errors";
import { type Member, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { makeMember } from "@/lib/memberships/testing/people";
import { registerInterest } from "../mutations";
import { prepareTasks } from "../tasks/mutations";
import { editSteps } from "./mutations";
import { getKindSteps, getSolutionSteps, listKindSteps } from "./queries";

let admin: Member;
let coordinator: Member;
let manager: Member;
const slug = "met-stappen";
const refusal = (code: DomainError["code"], key: string) => expect.objectContaining({ code, key });
const listOf = async () => {
  const list = await getSolutionSteps(coordinator, slug);
  if (!list) throw new Error("no list");
  return list;
};
const ofKind = async () => {
  const list = await getKindSteps(admin, "DIENST");
  if (!list) throw new Error("no list");
  return list;
};

beforeAll(async () => {
  const vng = await database().organisation.findUniqueOrThrow({ where: { slug: "vng-realisatie" } });
  admin = await makeMember(vng, "PLATFORM_ADMIN");
  const dimpact = await database().organisation.findUniqueOrThrow({ where: { slug: "dimpact" } });
  coordinator = await makeMember(dimpact, "COORDINATOR");
  manager = await findDemoPerson("zwolle", "MANAGER");
  await database().solution.create({
    data: {
      ...{ slug, name: "Met stappen", summary: "Om te toetsen.", kind: "DIENST", theme: "DIENSTVERLENING" },
      ...{ phase: "MANAGED", publication: "PUBLISHED", providerId: dimpact.id },
    },
  });
});

test("a solution begins with the steps of its kind; its first change makes a list of its own", async () => {
  const before = await listOf();
  expect(before).toMatchObject({ isOfKind: true, isDemo: false, labels: (await ofKind()).labels });
  expect(before.labels.length).toBeGreaterThan(1);
  await editSteps(coordinator, { scope: slug, version: before.version, edit: "add", label: "Alleen hier" });
  const own = await listOf();
  expect(own).toMatchObject({ isOfKind: false, labels: [...before.labels, "Alleen hier"] });
  expect((await ofKind()).labels).toEqual(before.labels);
  await editSteps(coordinator, {
    scope: slug,
    version: own.version,
    edit: "up",
    position: own.labels.length,
  });
  expect((await listOf()).labels.at(-2)).toBe("Alleen hier");
  const trace = await database().auditEvent.findFirstOrThrow({
    where: { subjectType: "TaskTemplate", subjectId: slug },
    orderBy: { id: "desc" },
  });
  expect(trace).toMatchObject({ action: "template.changed", actorId: coordinator.user.id });
  expect(trace.detail).toMatchObject({ edit: "up", steps: (await listOf()).labels });
});

test("who begins later gets the new steps; who has steps keeps them", async () => {
  const { id: solutionId } = await database().solution.findUniqueOrThrow({ where: { slug } });
  await registerInterest(manager, { solutionId, contactName: "Contact" });
  const { id: adoptionId } = await database().adoption.findFirstOrThrow({ where: { solutionId } });
  await prepareTasks(manager, { adoptionId });
  const tasks = async () =>
    (await database().adoptionTask.findMany({ where: { adoptionId }, orderBy: { position: "asc" } })).map(
      ({ label }) => label,
    );
  const { labels, version } = await listOf();
  expect(await tasks()).toEqual(labels);
  await editSteps(coordinator, { scope: slug, version, edit: "remove", position: 1 });
  expect((await listOf()).labels).toEqual(labels.slice(1));
  expect(await tasks()).toEqual(labels);
});

test("of two who read the same list the second hears that it changed, and twice the same is refused", async () => {
  const { labels, version } = await listOf();
  const change = (label: string) => editSteps(coordinator, { scope: slug, version, edit: "add", label });
  const results = await Promise.allSettled([change("Eerst"), change("Dan")]);
  const lost = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  expect(lost).toEqual([refusal("conflict", "conflict")]);
  const now = await listOf();
  expect(now.labels).toHaveLength(labels.length + 1);
  await expect(
    editSteps(coordinator, { scope: slug, version: now.version, edit: "add", label: "ALLEEN HIER" }),
  ).rejects.toEqual(refusal("invalid", "stepTwice"));
  await expect(
    editSteps(coordinator, { scope: slug, version: now.version, edit: "remove", position: 40 }),
  ).rejects.toEqual(refusal("conflict", "conflict"));
});

test("without steps of its own a solution has those of its kind again, as they are by then", async () => {
  const kind = await ofKind();
  await editSteps(admin, {
    scope: "DIENST",
    version: kind.version,
    edit: "change",
    position: 1,
    label: "Nieuw",
  });
  const { version } = await listOf();
  await editSteps(coordinator, { scope: slug, version, edit: "reset" });
  const again = await listOf();
  expect(again).toMatchObject({ isOfKind: true, labels: ["Nieuw", ...kind.labels.slice(1)] });
  // The list of the kind changed since: what was read is another list.
  await editSteps(admin, { scope: "DIENST", version: (await ofKind()).version, edit: "down", position: 1 });
  await expect(
    editSteps(coordinator, { scope: slug, version: again.version, edit: "remove", position: 1 }),
  ).rejects.toEqual(refusal("conflict", "conflict"));
});

test("a list is edited by who keeps it, and by nobody else", async () => {
  const elsewhere = await findDemoPerson("vng-realisatie", "COORDINATOR");
  const edit = { version: "0", edit: "add", label: "X" } as const;
  for (const viewer of [elsewhere, manager, admin]) {
    expect(await getSolutionSteps(viewer, slug)).toBe(null);
    await expect(editSteps(viewer, { scope: slug, ...edit })).rejects.toEqual(
      refusal("not-found", "notFound"),
    );
  }
  for (const viewer of [elsewhere, manager, coordinator]) {
    expect([await listKindSteps(viewer), await getKindSteps(viewer, "DIENST")]).toEqual([null, null]);
    await expect(editSteps(viewer, { scope: "DIENST", ...edit })).rejects.toEqual(
      refusal("forbidden", "forbidden"),
    );
  }
  for (const scope of [slug, "DIENST"])
    await expect(editSteps(visitor, { scope, ...edit })).rejects.toEqual(
      refusal("unauthenticated", "unauthenticated"),
    );
  await expect(editSteps(admin, { scope: "bestaat-niet", ...edit })).rejects.toEqual(
    refusal("not-found", "notFound"),
  );
});

test("a person of the demonstration changes what nobody real edited, and no other list", async () => {
  const demo = await findDemoPerson("vng-realisatie", "PLATFORM_ADMIN");
  const { labels, version } = await ofKind();
  await expect(editSteps(demo, { scope: "DIENST", version, edit: "remove", position: 1 })).rejects.toEqual(
    refusal("forbidden", "demoOnReal"),
  );
  expect((await ofKind()).labels).toEqual(labels);
  await editSteps(demo, { scope: "REGISTER", version: "0", edit: "remove", position: 1 });
  expect(await getKindSteps(admin, "REGISTER")).toMatchObject({ isDemo: true, version: "1" });
  // From here on it is of somebody real.
  await editSteps(admin, { scope: "REGISTER", version: "1", edit: "add", label: "Echt" });
  expect(await getKindSteps(admin, "REGISTER")).toMatchObject({ isDemo: false });
});
