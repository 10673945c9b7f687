import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDocument, changeDocument, removeDocument } from "@/lib/adoptions/documents/mutations";
import { listDocuments, listNewestDocuments, openDocument } from "@/lib/adoptions/documents/queries";
import type { DocumentVisibility } from "@/lib/adoptions/documents/schema";
import { confirmFact } from "@/lib/adoptions/proposals/mutations";
import { listWrongCounters } from "@/lib/adoptions/testing/postgres";
import { today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import type { Member } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { makeMember } from "@/lib/memberships/testing/people";
import { addPartner, removePartner, shareAdoption } from "@/lib/partnerships/mutations";
import { listPartners } from "@/lib/partnerships/queries";
import { planHerindeling } from "../mutations";
import { getDryRun, getHerindeling } from "../queries";
import { doneSchema, planSchema } from "../schema";
import { makeAdoption, makeGemeente, makeSolution } from "../testing/country";

const folder = mkdtempSync(join(tmpdir(), "pluseen-merging-"));
process.env.FILES_FOLDER = folder;
afterAll(() => rmSync(folder, { recursive: true }));

let admin: Member;
let neighbour: Member;
const notFound = expect.objectContaining({ code: "not-found", key: "notFound" });

beforeAll(async () => {
  const vng = await database().organisation.findUniqueOrThrow({ where: { slug: "vng-realisatie" } });
  admin = await makeMember(vng, "PLATFORM_ADMIN");
  neighbour = await findDemoPerson("zwolle", "MANAGER");
  for (const slug of ["co-gebruikt", "co-samen", "co-alleen"]) await makeSolution(slug);
});

let code = 9000;
const make = (name: string) =>
  makeGemeente({ name, cbsCode: `GM${code++}`, province: "GRONINGEN", inhabitants: 10_000 });
const memberOf = async (id: string, ...roles: Parameters<typeof makeMember>[1][]) =>
  makeMember(await database().organisation.findUniqueOrThrow({ where: { id } }), ...roles);
const into = (van: string, naar: string, effectiveOn = "2026-01-01") =>
  planSchema.parse({ predecessors: van, into: naar, effectiveOn, typed: naar });
const solutionOf = (slug: string) =>
  database().solution.findUniqueOrThrow({ where: { slug }, select: { id: true } });

describe("documents of decisions", () => {
  const pdf = new Uint8Array(Buffer.from("%PDF-1.7\nbesluit\n%%EOF"));
  const told = (visibility: DocumentVisibility) =>
    ({ kind: "COLLEGE_DECISION", title: "Collegebesluit", datedOn: "2020-01-01", visibility }) as const;
  let left: Member;
  let heir: Member;
  let adoptionId: string;
  let solutionId: string;
  const documentNow = () =>
    database().adoptionDocument.findFirstOrThrow({ where: { adoptionId }, orderBy: { createdAt: "asc" } });
  const canOpen = async (viewer: Member) => {
    const { id } = await documentNow();
    return openDocument(viewer, id).then(
      () => true,
      (error: unknown) => {
        expect(error).toEqual(notFound);
        return false;
      },
    );
  };

  beforeAll(async () => {
    ({ id: solutionId } = await solutionOf("co-gebruikt"));
    const [oud, nieuw] = [await make("Oudendorp"), await make("Nieuwendorp")];
    adoptionId = await makeAdoption(oud, "co-gebruikt", [["2020-03-01", "IN_USE"]]);
    left = await memberOf(oud, "MANAGER");
    heir = await memberOf(nieuw, "MANAGER");
    await addDocument(left, { adoptionId, ...told("GEMEENTEN"), content: pdf });
  });

  test("are counted in the dry run, and stay where they were until the day", async () => {
    const { outcome } = await getDryRun(admin, into("Oudendorp", "Nieuwendorp"));
    expect(outcome.counts).toMatchObject({ documents: 1, partnerships: 0 });
    expect([await canOpen(left), await canOpen(heir), await canOpen(neighbour)]).toEqual([true, true, true]);
    expect(await listDocuments(heir, solutionId)).toEqual([]);
  });

  test("go with their rights; the file stays where it is", async () => {
    const before = await documentNow();
    const { id } = await planHerindeling(admin, into("Oudendorp", "Nieuwendorp"));
    const done = await getHerindeling(admin, id);
    expect(doneSchema.parse(done?.outcome)).toMatchObject({ documents: 1, adoptions: 1, proposals: 1 });
    const after = await documentNow();
    expect(after).toEqual({ ...before, keptById: heir.organisation.id });
    expect(existsSync(join(folder, after.fileId.slice(0, 2), after.fileId))).toBe(true);
    // Before the successor confirms anything it reads what was decided, and of whom that is.
    expect(await listDocuments(heir, solutionId)).toMatchObject([
      { title: "Collegebesluit", predecessor: "Oudendorp" },
    ]);
    expect(await listNewestDocuments(heir, 5)).toMatchObject([{ id: after.id }]);
    expect(await listDocuments(left, solutionId)).toEqual([]);
    expect([await canOpen(heir), await canOpen(neighbour)]).toEqual([true, true]);
  });

  test("are kept by the successor: it decides who reads them, and the predecessor no longer does", async () => {
    const { id: documentId } = await documentNow();
    const input = { documentId, version: 1, ...told("OWN") };
    await expect(changeDocument(left, input)).rejects.toEqual(notFound);
    await expect(changeDocument(neighbour, input)).rejects.toEqual(notFound);
    await expect(addDocument(heir, { adoptionId, ...told("OWN"), content: pdf })).rejects.toEqual(notFound);
    await changeDocument(heir, input);
    expect([await canOpen(left), await canOpen(heir), await canOpen(neighbour)]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test("go on when the successor itself ends, and go with their file when that one removes them", async () => {
    const last = await memberOf(await make("Laatstendorp"), "MANAGER");
    await planHerindeling(admin, into("Nieuwendorp", "Laatstendorp"));
    expect([await canOpen(heir), await canOpen(last)]).toEqual([false, true]);
    const { id: documentId, version, fileId } = await documentNow();
    await removeDocument(last, { documentId, version });
    expect(await database().storedFile.count({ where: { id: fileId } })).toBe(0);
    expect(existsSync(join(folder, fileId.slice(0, 2), fileId))).toBe(false);
  });
});

describe("who takes part through a partnership", () => {
  let keeper: Member;
  let manager: Member;
  const proposalOf = async (slug: string) =>
    database().adoptionProposal.findFirstOrThrow({
      where: { gemeenteId: manager.organisation.id, solution: { slug }, state: "OPEN" },
    });
  const viaOf = async (slug: string) => {
    const where = { gemeenteId: manager.organisation.id, solution: { slug } };
    return (await database().adoption.findFirstOrThrow({ where, select: { viaId: true } })).viaId;
  };

  beforeAll(async () => {
    keeper = await findDemoPerson("dimpact", "COORDINATOR");
    const [een, twee] = [await make("Samendorp"), await make("Verenigdendorp")];
    manager = await memberOf(twee, "MANAGER");
    for (const gemeente of ["Samendorp", "Verenigdendorp"]) await addPartner(keeper, { gemeente });
    for (const slug of ["co-samen", "co-alleen"]) {
      const id = await makeAdoption(een, slug, [["2020-03-01", "IN_USE"]]);
      await database().adoption.update({ where: { id }, data: { viaId: keeper.organisation.id } });
    }
    await shareAdoption(keeper, { solution: "co-gebruikt", to: "IN_USE", since: "2025-01-01" });
  });

  test("goes on as one member of it, and what it was asked lapses with it", async () => {
    const input = into("Samendorp", "Verenigdendorp");
    expect((await getDryRun(admin, input)).outcome.counts).toMatchObject({ partnerships: 1, facts: 1 });
    await planHerindeling(admin, input);
    const ours = (await listPartners(keeper)).filter(({ name }) => name.endsWith("endorp"));
    expect(ours.map(({ name }) => name)).toEqual(["Verenigdendorp"]);
    expect(
      await database().adoptionProposal.count({
        where: { origin: "PARTNERSHIP", state: "OPEN", gemeente: { organisation: { name: "Samendorp" } } },
      }),
    ).toBe(0);
    // What the successor itself was asked still waits.
    expect(await proposalOf("co-gebruikt")).toMatchObject({ origin: "PARTNERSHIP" });
  });

  test("takes part through it still once the successor confirms", async () => {
    await confirmFact(manager, { proposalId: (await proposalOf("co-samen")).id, occurredOn: today() });
    expect(await viaOf("co-samen")).toBe(keeper.organisation.id);
  });

  test("takes part by itself where the successor left meanwhile", async () => {
    const gemeenteId = manager.organisation.id;
    await database().partnershipMember.updateMany({ where: { gemeenteId }, data: { isDemo: true } });
    await removePartner(keeper, { gemeenteId });
    await confirmFact(manager, { proposalId: (await proposalOf("co-alleen")).id, occurredOn: today() });
    expect([await viaOf("co-alleen"), await viaOf("co-samen")]).toEqual([null, null]);
    expect(await listWrongCounters()).toEqual([]);
  });
});

describe("people who move", () => {
  test("get one mail each, and who decides about their roles gets one; a plan mails nobody", async () => {
    const [oud, nieuw] = [await make("Postdorp"), await make("Briefdorp")];
    const manager = await memberOf(oud, "MANAGER", "MEMBER");
    const colleague = await memberOf(oud, "MEMBER");
    const decider = await memberOf(nieuw, "ORGANISATION_ADMIN");
    const mailsOf = async ({ user }: Member) => {
      const { email } = await database().user.findUniqueOrThrow({ where: { id: user.id } });
      return database().outgoingMail.findMany({
        where: { to: email },
        select: { subject: true, text: true },
      });
    };
    const planned = await planHerindeling(admin, into("Postdorp", "Briefdorp", "2028-01-01"));
    await expect(planHerindeling(admin, into("Postdorp", "Briefdorp"))).rejects.toBeInstanceOf(DomainError);
    for (const one of [manager, colleague, decider]) expect(await mailsOf(one)).toEqual([]);
    await database().herindeling.delete({ where: { id: planned.id } });
    await planHerindeling(admin, into("Postdorp", "Briefdorp"));
    const subject = "U hoort nu bij Briefdorp";
    const ofManager = await mailsOf(manager);
    expect(ofManager).toMatchObject([{ subject }]);
    expect(ofManager[0]?.text).toContain("Door een herindeling is Postdorp opgegaan in Briefdorp.");
    expect(ofManager[0]?.text).toContain("Uw rol van adoptiemanager hebben wij voor u aangevraagd");
    const ofColleague = await mailsOf(colleague);
    expect(ofColleague).toMatchObject([{ subject }]);
    expect(ofColleague[0]?.text).not.toContain("aangevraagd");
    expect(await mailsOf(decider)).toMatchObject([
      { subject: "Door een herindeling vragen collega’s een rol bij Briefdorp" },
    ]);
  });
});
