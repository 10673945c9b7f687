import { beforeAll, expect, test } from "vitest";
import { moveAdoption } from "@/lib/adoptions/mutations";
import { confirmFact, rejectFact } from "@/lib/adoptions/proposals/mutations";
import { listWrongCounters } from "@/lib/adoptions/testing/postgres";
import { toDate } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import type { DomainError } from "@/lib/core/errors";
import { type Member, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { addPartner, endVia, removePartner, shareAdoption } from "./mutations";
import { listPartners } from "./queries";

let keeper: Member;
let zwolle: Member;
let utrecht: Member;
let solutionId: string;
const refusal = (code: DomainError["code"], key: string) => expect.objectContaining({ code, key });
const adoptionOf = (member: Member) =>
  database().adoption.findFirst({
    where: { gemeenteId: member.organisation.id, solutionId },
    orderBy: { cycle: "desc" },
    include: { events: true },
  });
const proposalOf = (member: Member) =>
  database().adoptionProposal.findFirst({
    where: { gemeenteId: member.organisation.id, solutionId, origin: "PARTNERSHIP", state: "OPEN" },
  });
const share = (to: "CONNECTING" | "IN_USE", since = "2025-02-01") =>
  shareAdoption(keeper, { solution: "Samen gedaan", to, since });

beforeAll(async () => {
  keeper = await findDemoPerson("dimpact", "COORDINATOR");
  zwolle = await findDemoPerson("zwolle", "MANAGER");
  utrecht = await findDemoPerson("utrecht", "MANAGER");
  // The demonstration invented some.
  await database().partnershipMember.deleteMany({ where: { organisationId: keeper.organisation.id } });
  ({ id: solutionId } = await database().solution.create({
    data: {
      ...{ slug: "samen-gedaan", name: "Samen gedaan", summary: "Om te toetsen.", kind: "DIENST" },
      ...{ theme: "DIENSTVERLENING", phase: "MANAGED", publication: "PUBLISHED" },
      ...{ providerId: keeper.organisation.id, isDemo: true },
    },
    select: { id: true },
  }));
});

test("who runs a partnership keeps its members, and nobody else does", async () => {
  await expect(share("CONNECTING")).rejects.toEqual(refusal("invalid", "noPartners"));
  for (const gemeente of ["Zwolle", "utrecht"]) await addPartner(keeper, { gemeente });
  await expect(addPartner(keeper, { gemeente: "Zwolle" })).rejects.toEqual(
    refusal("conflict", "partnerAlready"),
  );
  await expect(addPartner(keeper, { gemeente: "Atlantis" })).rejects.toMatchObject({ detail: "Atlantis" });
  const elsewhere = await findDemoPerson("vng-realisatie", "COORDINATOR");
  for (const viewer of [zwolle, elsewhere])
    await expect(addPartner(viewer, { gemeente: "Kampen" })).rejects.toEqual(
      refusal("forbidden", "forbidden"),
    );
  await expect(listPartners(visitor)).rejects.toEqual(refusal("unauthenticated", "unauthenticated"));
  expect((await listPartners(keeper)).map(({ name }) => name)).toEqual(["Utrecht", "Zwolle"]);
});

test("one adoption there reaches every member, each of which confirms its own as via the partnership", async () => {
  expect(await share("CONNECTING")).toEqual({ count: 2 });
  expect(await adoptionOf(zwolle)).toBe(null);
  const proposal = await proposalOf(zwolle);
  await confirmFact(zwolle, { proposalId: proposal?.id ?? "", occurredOn: "2025-02-01" });
  expect(await adoptionOf(zwolle)).toMatchObject({
    ...{ status: "CONNECTING", viaId: keeper.organisation.id, since: toDate("2025-02-01") },
  });
  const solution = await database().solution.findUniqueOrThrow({ where: { id: solutionId } });
  expect(solution).toMatchObject({ joiningCount: 1, inUseCount: 0 });
  expect(await listPartners(keeper)).toMatchObject([
    { name: "Utrecht", confirmed: 0, waiting: 1 },
    { name: "Zwolle", confirmed: 1, waiting: 0 },
  ]);
});

test("a member differs: another state, or not at all", async () => {
  const proposalId = (await proposalOf(utrecht))?.id ?? "";
  await rejectFact(utrecht, { proposalId, reason: "Wij doen niet mee." });
  expect(await adoptionOf(utrecht)).toBe(null);
  expect(await share("IN_USE", "2026-02-01")).toEqual({ count: 2 });
  const again = (await proposalOf(utrecht))?.id ?? "";
  await confirmFact(utrecht, { proposalId: again, occurredOn: "2026-03-01", to: "EXPLORING" });
  expect(await adoptionOf(utrecht)).toMatchObject({ status: "EXPLORING", viaId: keeper.organisation.id });
  // Zwolle goes live by itself; a newer word of the partnership then asks nothing of it.
  const own = await adoptionOf(zwolle);
  await moveAdoption(zwolle, {
    ...{ adoptionId: own?.id ?? "", version: own?.version ?? 0, to: "IN_USE" },
    ...{ occurredOn: "2026-01-01", coverage: 80 },
  });
  expect(await share("IN_USE", "2026-02-01")).toEqual({ count: 1 });
  expect(await proposalOf(zwolle)).toBe(null);
  expect(await listWrongCounters()).toEqual([]);
});

test("a gemeente goes on by itself, by its own choice or when it leaves; its adoption stays", async () => {
  const own = await adoptionOf(zwolle);
  const input = { adoptionId: own?.id ?? "", version: own?.version ?? 0 };
  await expect(endVia(utrecht, input)).rejects.toEqual(refusal("not-found", "notFound"));
  await expect(endVia(await findDemoPerson("zwolle", "MEMBER"), input)).rejects.toEqual(
    refusal("forbidden", "forbidden"),
  );
  await endVia(zwolle, input);
  expect(await adoptionOf(zwolle)).toMatchObject({ status: "IN_USE", viaId: null, events: own?.events });
  await expect(endVia(zwolle, { ...input, version: input.version + 1 })).rejects.toEqual(
    refusal("conflict", "notVia"),
  );
  await removePartner(keeper, { gemeenteId: utrecht.organisation.id });
  expect(await adoptionOf(utrecht)).toMatchObject({ status: "EXPLORING", viaId: null });
  expect(await proposalOf(utrecht)).toBe(null);
  await expect(removePartner(keeper, { gemeenteId: utrecht.organisation.id })).rejects.toEqual(
    refusal("not-found", "notFound"),
  );
  expect(await listWrongCounters()).toEqual([]);
  const trace = await database().auditEvent.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(trace).toMatchObject({ action: "partnership.left", subjectId: keeper.organisation.id });
});
