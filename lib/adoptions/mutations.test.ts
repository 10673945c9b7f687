import { beforeAll, describe, expect, test } from "vitest";
import { toDate, toDay, today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import type { AdoptionStatus, Obligation, PriceModel } from "@/lib/core/generated/prisma/enums";
import { type Member, type Viewer, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { replay } from "./history/rules";
import {
  adjustPlan,
  correctAdoption,
  moveAdoption,
  registerInterest,
  setVisibility,
  startStatutory,
} from "./mutations";
import { getRecord } from "./portfolio/queries";
import {
  confirmDecision,
  confirmFact,
  rejectDecision,
  rejectFact,
  withdrawDecision,
} from "./proposals/mutations";
import type { StepInput } from "./schema";

let manager: Member;
let second: Member;
let staff: Member;
let elsewhere: Member;
let supplier: Member;
let coordinator: Member;
const tomorrow = new Date(Date.now() + 86_400_000 * 2).toISOString().slice(0, 10);

beforeAll(async () => {
  [manager, second, staff, elsewhere, supplier, coordinator] = (await Promise.all([
    findDemoPerson("zwolle", "MANAGER", 0),
    findDemoPerson("zwolle", "MANAGER", 1),
    findDemoPerson("zwolle", "MEMBER"),
    findDemoPerson("utrecht", "MANAGER"),
    findDemoPerson("maykin", "MEMBER"),
    findDemoPerson("vng-realisatie", "COORDINATOR"),
  ])) as [Member, Member, Member, Member, Member, Member];
});

let made = 0;

/** A published solution that nobody has adopted. */
async function makeSolution(
  traits: { obligation?: Obligation; priceModel?: PriceModel; phase?: "MANAGED" | "RETIRED" } = {},
): Promise<string> {
  const { organisation } = coordinator;
  const { id } = await database().solution.create({
    data: {
      slug: `proef-${made++}`,
      name: `Proef ${made}`,
      summary: "Om te toetsen.",
      kind: "DIENST",
      theme: "DIENSTVERLENING",
      phase: "MANAGED",
      publication: "PUBLISHED",
      providerId: organisation.id,
      ...traits,
    },
    select: { id: true },
  });
  return id;
}

const start = async (solutionId: string, viewer: Viewer = staff) => {
  await registerInterest(viewer, { solutionId, contactName: "Teamleider" });
  return read(solutionId);
};

/** The newest adoption of Zwolle, with its history and the number of audit rows about it. */
async function read(solutionId: string, gemeenteId = manager.organisation.id) {
  const adoption = await database().adoption.findFirstOrThrow({
    where: { solutionId, gemeenteId },
    orderBy: { cycle: "desc" },
    include: { events: { orderBy: { position: "asc" } }, proposals: { orderBy: { proposedAt: "asc" } } },
  });
  // The row always equals its history.
  const standing = replay(
    adoption.events.map(({ to, occurredOn }) => ({ to, occurredOn: toDay(occurredOn) })),
  );
  expect({
    status: adoption.status,
    since: toDay(adoption.since),
    resumeStatus: adoption.resumeStatus,
    interestedOn: adoption.interestedOn && toDay(adoption.interestedOn),
    committedOn: adoption.committedOn && toDay(adoption.committedOn),
    inUseOn: adoption.inUseOn && toDay(adoption.inUseOn),
    endedOn: adoption.endedOn && toDay(adoption.endedOn),
  }).toEqual(standing);
  return adoption;
}

const countAudit = () => database().auditEvent.count();
const counters = (id: string) =>
  database().solution.findUniqueOrThrow({
    where: { id },
    select: { interestedCount: true, joiningCount: true, inUseCount: true, reportedCount: true },
  });

type Told = Omit<Partial<StepInput>, "adoptionId" | "version" | "to">;
const stepTo = (
  { id, version }: { id: string; version: number },
  to: AdoptionStatus,
  told: Told = {},
): StepInput => ({ adoptionId: id, version, to, occurredOn: today(), ...told });

async function refusal(work: Promise<unknown>): Promise<DomainError> {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(outcome instanceof DomainError)) throw new Error(`expected a refusal, got ${outcome}`);
  return outcome;
}

async function keyOf(work: Promise<unknown>) {
  const { code, key } = await refusal(work);
  return `${code} ${key}`;
}

describe("registering interest", () => {
  test("starts an adoption with one event, one audit row, counters and the mark of the demonstration", async () => {
    const solutionId = await makeSolution();
    const before = await countAudit();
    const adoption = await start(solutionId);
    expect(adoption).toMatchObject({
      status: "INTERESTED",
      cycle: 1,
      contactName: "Teamleider",
      isDemo: true,
    });
    expect(adoption.events).toHaveLength(1);
    expect(adoption.events[0]).toMatchObject({ isDemo: true, enteredById: staff.user.id, from: null });
    expect(await countAudit()).toBe(before + 1);
    expect(await counters(solutionId)).toMatchObject({ interestedCount: 1, inUseCount: 0 });
  });

  test("is for members of a gemeente", async () => {
    const solutionId = await makeSolution();
    const input = { solutionId, contactName: "Iemand" };
    expect(await keyOf(registerInterest(visitor, input))).toBe("unauthenticated unauthenticated");
    expect(await keyOf(registerInterest(supplier, input))).toBe("forbidden forbidden");
    expect(await keyOf(registerInterest(coordinator, input))).toBe("forbidden forbidden");
  });

  test("needs a solution that is published and goes on", async () => {
    const over = await makeSolution({ phase: "RETIRED" });
    expect(await keyOf(start(over))).toBe("conflict solutionOver");
    const draft = await makeSolution();
    await database().solution.update({ where: { id: draft }, data: { publication: "DRAFT" } });
    expect(await keyOf(start(draft))).toBe("not-found notFound");
    const unknown = { solutionId: crypto.randomUUID(), contactName: "Iemand" };
    expect(await keyOf(registerInterest(staff, unknown))).toBe("not-found notFound");
  });

  test("fifty at once make one adoption; the others hear that it is there", async () => {
    const solutionId = await makeSolution();
    const before = await countAudit();
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () => registerInterest(staff, { solutionId, contactName: "Iemand" })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refusals = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
    for (const error of refusals) expect(error).toMatchObject({ code: "conflict", key: "alreadyAdopting" });
    expect((await read(solutionId)).events).toHaveLength(1);
    expect(await countAudit()).toBe(before + 1);
  });

  test("what the law demands is started by a manager, at connecting", async () => {
    const solutionId = await makeSolution({ obligation: "STATUTORY" });
    const input = { solutionId, occurredOn: today(), leadName: "Projectleider", nextOn: tomorrow };
    expect(await keyOf(startStatutory(staff, input))).toBe("forbidden forbidden");
    expect(await keyOf(start(solutionId, manager))).toBe("invalid transitionNotAllowed");
    await startStatutory(manager, input);
    expect(await read(solutionId)).toMatchObject({ status: "CONNECTING", leadName: "Projectleider" });
    const free = await makeSolution();
    expect(await keyOf(startStatutory(manager, { ...input, solutionId: free }))).toBe(
      "invalid transitionNotAllowed",
    );
  });
});

describe("a step", () => {
  test("is recorded by a manager of the gemeente, by nobody else", async () => {
    const adoption = await start(await makeSolution());
    const step = stepTo(adoption, "EXPLORING", { leadName: "Trekker", nextOn: tomorrow });
    expect(await keyOf(moveAdoption(staff, step))).toBe("forbidden forbidden");
    // To others it is not there, so that a guessed id tells nothing.
    for (const viewer of [elsewhere, supplier, coordinator]) {
      expect(await keyOf(moveAdoption(viewer, step))).toBe("not-found notFound");
    }
    expect(await keyOf(moveAdoption(visitor, step))).toBe("unauthenticated unauthenticated");
    const before = await countAudit();
    expect(await moveAdoption(manager, step)).toMatchObject({ isPending: false });
    const moved = await read(adoption.solutionId);
    expect(moved).toMatchObject({ status: "EXPLORING", leadName: "Trekker", version: 2 });
    expect(moved.contactName).toBe("Teamleider");
    expect(moved.events).toHaveLength(2);
    expect(await countAudit()).toBe(before + 1);
  });

  test("on a page that is out of date tells what it is now and changes nothing", async () => {
    const adoption = await start(await makeSolution());
    await moveAdoption(manager, stepTo(adoption, "DECIDING", { nextStep: "College" }));
    const before = await countAudit();
    const stale = stepTo(adoption, "EXPLORING", { leadName: "Trekker", nextOn: tomorrow });
    const error = await refusal(moveAdoption(second, stale));
    expect(error).toMatchObject({ code: "conflict", key: "adoptionChanged", detail: `DECIDING:${today()}` });
    expect((await read(adoption.solutionId)).events).toHaveLength(2);
    expect(await countAudit()).toBe(before);
  });

  test("that the road does not have, or before the last one, is refused", async () => {
    const adoption = await start(await makeSolution({ priceModel: "MARKET" }));
    expect(await keyOf(moveAdoption(manager, stepTo(adoption, "IN_USE", { coverage: 5 })))).toBe(
      "invalid transitionNotAllowed",
    );
    const early = stepTo(adoption, "DECIDING", { nextStep: "College", occurredOn: "2020-01-01" });
    const error = await refusal(moveAdoption(manager, early));
    expect(error).toMatchObject({ code: "invalid", key: "dateBeforePrevious", detail: today() });
    await moveAdoption(manager, stepTo(adoption, "DECIDING", { nextStep: "College" }));
    const deciding = await read(adoption.solutionId);
    const jump = stepTo(deciding, "CONNECTING", { leadName: "Trekker", nextOn: tomorrow });
    expect(await keyOf(moveAdoption(manager, jump))).toBe("invalid formalDecisionRequired");
  });

  test("fifty at once: one wins, the others hear what changed", async () => {
    const adoption = await start(await makeSolution());
    const step = stepTo(adoption, "EXPLORING", { leadName: "Trekker", nextOn: tomorrow });
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => moveAdoption(manager, step)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ key: "adoptionChanged" });
    }
    expect((await read(adoption.solutionId)).events).toHaveLength(2);
  });

  test("to a pause and back keeps the state and its milestone", async () => {
    const adoption = await start(await makeSolution());
    await moveAdoption(manager, stepTo(adoption, "ON_HOLD", { reason: "Geen tijd", nextOn: tomorrow }));
    const paused = await read(adoption.solutionId);
    expect(paused).toMatchObject({ status: "ON_HOLD", resumeStatus: "INTERESTED" });
    const wrong = stepTo(paused, "DECIDING", { nextStep: "College" });
    expect(await keyOf(moveAdoption(manager, wrong))).toBe("invalid transitionNotAllowed");
    await moveAdoption(manager, stepTo(paused, "INTERESTED", { contactName: "Opvolger" }));
    expect(await read(adoption.solutionId)).toMatchObject({ status: "INTERESTED", resumeStatus: null });
  });
});

/** An adoption that is ready for its decision. */
async function deciding(traits: Parameters<typeof makeSolution>[0] = {}) {
  const adoption = await start(await makeSolution(traits));
  await moveAdoption(manager, stepTo(adoption, "DECIDING", { nextStep: "College" }));
  return read(adoption.solutionId);
}

const decision: Told = { body: "COLLEGE", reference: "B&W 2026-1" };

describe("a decision", () => {
  test("waits for another manager, then moves with both names in its history", async () => {
    const adoption = await deciding();
    const before = await countAudit();
    expect(await moveAdoption(manager, stepTo(adoption, "COMMITTED", decision))).toMatchObject({
      isPending: true,
    });
    const waiting = await read(adoption.solutionId);
    expect(waiting).toMatchObject({ status: "DECIDING", version: adoption.version });
    const [proposal] = waiting.proposals;
    const proposalId = proposal?.id ?? "";
    expect(proposal).toMatchObject({ state: "OPEN", isDemo: true, proposedById: manager.user.id });
    expect(await keyOf(confirmDecision(manager, { proposalId }))).toBe("forbidden secondPersonIsSame");
    expect(await keyOf(confirmDecision(staff, { proposalId }))).toBe("forbidden forbidden");
    expect(await keyOf(confirmDecision(elsewhere, { proposalId }))).toBe("not-found notFound");
    await confirmDecision(second, { proposalId });
    const committed = await read(adoption.solutionId);
    expect(committed.status).toBe("COMMITTED");
    expect(committed.events.at(-1)).toMatchObject({
      body: "COLLEGE",
      reference: "B&W 2026-1",
      enteredById: manager.user.id,
      confirmedById: second.user.id,
    });
    expect(await countAudit()).toBe(before + 2);
    expect(await counters(adoption.solutionId)).toMatchObject({ interestedCount: 0, joiningCount: 1 });
    expect(await keyOf(confirmDecision(second, { proposalId }))).toBe("conflict proposalDecided");
  });

  test("before the last step is refused when it is entered, not when the second person says yes", async () => {
    const adoption = await deciding();
    const early = { ...decision, occurredOn: "2020-01-01" };
    expect(await keyOf(moveAdoption(manager, stepTo(adoption, "COMMITTED", early)))).toBe(
      "invalid dateBeforePrevious",
    );
  });

  test("blocks other steps until it is confirmed, rejected or withdrawn", async () => {
    const adoption = await deciding();
    await moveAdoption(manager, stepTo(adoption, "COMMITTED", decision));
    expect(await keyOf(moveAdoption(second, stepTo(adoption, "COMMITTED", decision)))).toBe(
      "conflict decisionPending",
    );
    const pause = stepTo(adoption, "ON_HOLD", { reason: "Wacht", nextOn: tomorrow });
    expect(await keyOf(moveAdoption(second, pause))).toBe("conflict decisionPending");
    const proposalId = (await read(adoption.solutionId)).proposals[0]?.id ?? "";
    expect(await keyOf(withdrawDecision(second, { proposalId }))).toBe("forbidden forbidden");
    await withdrawDecision(manager, { proposalId });
    await moveAdoption(manager, stepTo(adoption, "COMMITTED", decision));
    const again = (await read(adoption.solutionId)).proposals.at(-1)?.id ?? "";
    await rejectDecision(second, { proposalId: again, reason: "Stuk ontbreekt" });
    const rejected = await read(adoption.solutionId);
    expect(rejected.status).toBe("DECIDING");
    expect(rejected.proposals.map(({ state }) => state)).toEqual(["WITHDRAWN", "REJECTED"]);
    expect(rejected.events).toHaveLength(2);
  });

  test("fifty confirmations at once make one event", async () => {
    const adoption = await deciding();
    await moveAdoption(manager, stepTo(adoption, "COMMITTED", decision));
    const proposalId = (await read(adoption.solutionId)).proposals[0]?.id ?? "";
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () => confirmDecision(second, { proposalId })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await read(adoption.solutionId)).events).toHaveLength(3);
  });

  test("not to apply a comply-or-explain solution is explained; a statutory one cannot be declined", async () => {
    const adoption = await deciding({ obligation: "COMPLY_OR_EXPLAIN", priceModel: "FREE" });
    const decline = (reason: string) => stepTo(adoption, "DECLINED", { reason, nextOn: tomorrow });
    expect(await keyOf(moveAdoption(manager, decline("Te duur")))).toBe("invalid explanationRequired");
    await moveAdoption(manager, decline("Wij gebruiken al een eigen standaard."));
    const solutionId = await makeSolution({ obligation: "STATUTORY" });
    await startStatutory(manager, { solutionId, occurredOn: today(), leadName: "A", nextOn: tomorrow });
    const statutory = stepTo(await read(solutionId), "DECLINED", { reason: "Nee", nextOn: tomorrow });
    expect(await keyOf(moveAdoption(manager, statutory))).toBe("invalid statutoryCannotDecline");
  });

  test.each<[Obligation, Obligation, boolean]>([
    ["COMPLY_OR_EXPLAIN", "COMPLY_OR_EXPLAIN", true],
    ["VOLUNTARY", "VOLUNTARY", false],
    ["VOLUNTARY", "COMPLY_OR_EXPLAIN", false],
  ])("a reason asked under %s and confirmed under %s is public: %s", async (asked, confirmed, isPublic) => {
    const adoption = await deciding({ obligation: asked });
    const reason = "Wij gebruiken al een eigen standaard.";
    await moveAdoption(manager, stepTo(adoption, "DECLINED", { reason, nextOn: tomorrow }));
    const { solutionId } = adoption;
    await database().solution.update({ where: { id: solutionId }, data: { obligation: confirmed } });
    const proposalId = (await read(solutionId)).proposals[0]?.id ?? "";
    await confirmDecision(second, { proposalId });
    const data = (await read(solutionId)).events.at(-1)?.data;
    expect(data).toEqual(isPublic ? { nextOn: tomorrow, isPublicReason: true } : { nextOn: tomorrow });
  });

  test("to decline closes the cycle; interest starts the next one, as hidden as the last", async () => {
    const adoption = await deciding();
    await setVisibility(manager, {
      adoptionId: adoption.id,
      version: adoption.version,
      visibility: "hidden",
    });
    const hidden = await read(adoption.solutionId);
    await moveAdoption(manager, stepTo(hidden, "DECLINED", { reason: "Niet nu", nextOn: tomorrow }));
    const proposalId = (await read(adoption.solutionId)).proposals[0]?.id ?? "";
    await confirmDecision(second, { proposalId });
    const next = await start(adoption.solutionId);
    expect(next).toMatchObject({ cycle: 2, status: "INTERESTED", isHidden: true });
    expect(await counters(adoption.solutionId)).toMatchObject({ interestedCount: 1 });
  });

  test("an earlier cycle is history: nothing of it changes any more", async () => {
    const adoption = await deciding();
    await moveAdoption(manager, stepTo(adoption, "DECLINED", { reason: "Niet nu", nextOn: tomorrow }));
    const proposalId = (await read(adoption.solutionId)).proposals[0]?.id ?? "";
    await confirmDecision(second, { proposalId });
    const { id: adoptionId, version } = await read(adoption.solutionId);
    await start(adoption.solutionId);
    const before = await countAudit();
    const correction = { adoptionId, version, to: "DECIDING" as const, occurredOn: today(), reason: "Toch" };
    expect(await keyOf(correctAdoption(manager, correction))).toBe("conflict conflict");
    expect(await keyOf(adjustPlan(manager, { adoptionId, version, reason: "Plan" }))).toBe(
      "conflict conflict",
    );
    expect(await keyOf(setVisibility(manager, { adoptionId, version, visibility: "public" }))).toBe(
      "conflict conflict",
    );
    expect(await countAudit()).toBe(before);
    expect(await counters(adoption.solutionId)).toMatchObject({ interestedCount: 1 });
  });
});

describe("corrections and plans", () => {
  test("a correction goes back with its reason and keeps what was", async () => {
    const adoption = await deciding();
    const before = await countAudit();
    const input = {
      adoptionId: adoption.id,
      version: adoption.version,
      occurredOn: today(),
      reason: "Te vroeg",
    };
    expect(await keyOf(correctAdoption(staff, { ...input, to: "EXPLORING" }))).toBe("forbidden forbidden");
    expect(await keyOf(correctAdoption(manager, { ...input, to: "IN_USE" }))).toBe(
      "invalid transitionNotAllowed",
    );
    await correctAdoption(manager, { ...input, to: "EXPLORING" });
    const corrected = await read(adoption.solutionId);
    expect(corrected.events.at(-1)).toMatchObject({
      isCorrection: true,
      reason: "Te vroeg",
      to: "EXPLORING",
    });
    expect(corrected.events).toHaveLength(3);
    expect(await countAudit()).toBe(before + 1);
    const early = {
      adoptionId: corrected.id,
      version: corrected.version,
      occurredOn: "2001-01-01",
      reason: "x",
    };
    await correctAdoption(manager, { ...early, to: "INTERESTED" });
    expect(await read(adoption.solutionId)).toMatchObject({ interestedOn: toDate("2001-01-01") });
  });

  test("a correction makes no decision that no second person confirmed", async () => {
    const adoption = await deciding({ priceModel: "FREE" });
    await moveAdoption(manager, stepTo(adoption, "CONNECTING", { leadName: "Trekker", nextOn: tomorrow }));
    const back = async () => {
      const { id: adoptionId, version } = await read(adoption.solutionId);
      return { adoptionId, version, to: "COMMITTED" as const, occurredOn: today(), reason: "Besloten" };
    };
    expect(await keyOf(correctAdoption(manager, await back()))).toBe("invalid transitionNotAllowed");
    const { slug } = await database().solution.findUniqueOrThrow({ where: { id: adoption.solutionId } });
    expect((await getRecord(manager, slug))?.newest?.correctable).not.toContain("COMMITTED");

    const decided = await deciding();
    await moveAdoption(manager, stepTo(decided, "COMMITTED", decision));
    await confirmDecision(second, { proposalId: (await read(decided.solutionId)).proposals[0]?.id ?? "" });
    const committed = await read(decided.solutionId);
    await moveAdoption(manager, stepTo(committed, "CONNECTING", { leadName: "Trekker", nextOn: tomorrow }));
    const { id: adoptionId, version } = await read(decided.solutionId);
    await correctAdoption(manager, { ...(await back()), adoptionId, version });
    expect(await read(decided.solutionId)).toMatchObject({ status: "COMMITTED" });
  });

  test("an adjusted plan changes the plan and nothing else; who is no longer named goes", async () => {
    const adoption = await deciding();
    const input = { adoptionId: adoption.id, version: adoption.version, reason: "Raad schuift op" };
    const more = { departments: "Burgerzaken", contractEndsOn: "2030-12-31" };
    const plan = { nextStep: "Raad", nextOn: tomorrow, contactName: "Teamleider", ...more };
    await adjustPlan(manager, { ...input, ...plan });
    const planned = await read(adoption.solutionId);
    expect(planned).toMatchObject({ status: "DECIDING", nextStep: "Raad", contactName: "Teamleider" });
    expect(planned.nextOn && toDay(planned.nextOn)).toBe(tomorrow);
    expect(planned.departments).toBe("Burgerzaken");
    expect(planned.contractEndsOn && toDay(planned.contractEndsOn)).toBe("2030-12-31");
    expect(toDay(planned.since)).toBe(toDay(adoption.since));
    expect(await keyOf(adjustPlan(manager, input))).toBe("conflict adoptionChanged");
    await adjustPlan(manager, { ...input, version: planned.version });
    expect(await read(adoption.solutionId)).toMatchObject({
      contactName: null,
      leadName: null,
      nextOn: null,
      departments: null,
      contractEndsOn: null,
    });
  });

  test("visibility is one of three and is audited", async () => {
    const adoption = await deciding();
    const before = await countAudit();
    const input = { adoptionId: adoption.id, version: adoption.version, visibility: "public" as const };
    expect(await keyOf(setVisibility(staff, input))).toBe("forbidden forbidden");
    await setVisibility(manager, input);
    expect(await read(adoption.solutionId)).toMatchObject({ isPublic: true, isHidden: false });
    expect(await keyOf(setVisibility(second, input))).toBe("conflict adoptionChanged");
    expect(await countAudit()).toBe(before + 1);
  });
});

describe("facts from public sources", () => {
  /** What a source says about Zwolle. */
  async function say(solutionId: string, to: AdoptionStatus = "IN_USE"): Promise<string> {
    const { id } = await database().adoptionProposal.create({
      data: {
        origin: "PUBLIC_SOURCE",
        gemeenteId: manager.organisation.id,
        solutionId,
        to,
        evidenceKind: "news",
        evidenceDate: "2021-03",
        source: "https://voorbeeld.nl/bericht",
      },
      select: { id: true },
    });
    return id;
  }

  test("confirmed by the gemeente start its adoption, with the source in the history", async () => {
    const solutionId = await makeSolution();
    const proposalId = await say(solutionId);
    const input = { proposalId, occurredOn: "2021-02-01" };
    expect(await keyOf(confirmFact(staff, input))).toBe("forbidden forbidden");
    for (const viewer of [elsewhere, coordinator]) {
      expect(await keyOf(confirmFact(viewer, input))).toBe("not-found notFound");
    }
    const before = await countAudit();
    await confirmFact(manager, input);
    const adoption = await read(solutionId);
    expect(adoption).toMatchObject({ status: "IN_USE", inUseOn: toDate("2021-02-01"), isDemo: true });
    expect(adoption.events).toHaveLength(1);
    expect(adoption.events[0]?.reference).toBe("https://voorbeeld.nl/bericht, news, 2021-03");
    expect(await countAudit()).toBe(before + 1);
    expect(await counters(solutionId)).toMatchObject({ inUseCount: 1, reportedCount: 0 });
    expect(await keyOf(confirmFact(manager, input))).toBe("conflict proposalDecided");
    expect(await keyOf(confirmDecision(second, { proposalId }))).toBe("conflict proposalDecided");
  });

  test("move forward what was less far, and change nothing that is there already", async () => {
    const adoption = await deciding();
    const early = await say(adoption.solutionId, "CONNECTING");
    expect(await keyOf(confirmFact(manager, { proposalId: early, occurredOn: "2021-02-01" }))).toBe(
      "invalid dateBeforePrevious",
    );
    await confirmFact(manager, { proposalId: early, occurredOn: today() });
    expect(await read(adoption.solutionId)).toMatchObject({ status: "CONNECTING" });
    const behind = await say(adoption.solutionId, "EXPLORING");
    await confirmFact(manager, { proposalId: behind, occurredOn: "2021-02-01" });
    const after = await read(adoption.solutionId);
    expect(after.status).toBe("CONNECTING");
    expect(after.events).toHaveLength(3);
  });

  test("make no decision that needs a second person, and change nothing where it was taken already", async () => {
    const adoption = await deciding({ priceModel: "FREE" });
    const proposalId = await say(adoption.solutionId, "COMMITTED");
    const input = { proposalId, occurredOn: today() };
    expect(await keyOf(confirmFact(manager, input))).toBe("invalid factNeedsDecision");
    expect(await read(adoption.solutionId)).toMatchObject({ status: "DECIDING" });
    expect(await database().adoptionProposal.findUnique({ where: { id: proposalId } })).toMatchObject({
      state: "OPEN",
    });
    const unknown = await say(await makeSolution(), "COMMITTED");
    expect(await keyOf(confirmFact(manager, { ...input, proposalId: unknown }))).toBe(
      "invalid factNeedsDecision",
    );
    await moveAdoption(manager, stepTo(adoption, "CONNECTING", { leadName: "Trekker", nextOn: tomorrow }));
    await confirmFact(manager, input);
    expect((await read(adoption.solutionId)).events).toHaveLength(3);
  });

  test("are not confirmed about a solution that is over or not published", async () => {
    const over = await say(await makeSolution({ phase: "RETIRED" }));
    const input = { proposalId: over, occurredOn: today() };
    expect(await keyOf(confirmFact(manager, input))).toBe("conflict solutionOver");
    const draft = await makeSolution();
    const proposalId = await say(draft);
    await database().solution.update({ where: { id: draft }, data: { publication: "DRAFT" } });
    expect(await keyOf(confirmFact(manager, { ...input, proposalId }))).toBe("conflict solutionNotPublished");
    await rejectFact(manager, { proposalId: over, reason: "Klopt niet" });
  });

  test("a claim of the provider is kept under the provider's name", async () => {
    const solutionId = await makeSolution();
    const proposalId = await say(solutionId);
    await database().adoptionProposal.update({
      where: { id: proposalId },
      data: {
        origin: "PROVIDER",
        organisationId: coordinator.organisation.id,
        evidenceKind: null,
        evidenceDate: null,
        source: null,
      },
    });
    expect(await keyOf(confirmFact(coordinator, { proposalId, occurredOn: today() }))).toBe(
      "not-found notFound",
    );
    await confirmFact(manager, { proposalId, occurredOn: today() });
    expect((await read(solutionId)).events[0]?.reference).toBe(coordinator.organisation.name);
  });

  test("rejected with a reason are no longer counted as reported", async () => {
    const solutionId = await makeSolution();
    const proposalId = await say(solutionId);
    await rejectFact(manager, { proposalId, reason: "Was een proef" });
    expect(await counters(solutionId)).toMatchObject({ reportedCount: 0 });
    expect(await database().adoptionProposal.findUnique({ where: { id: proposalId } })).toMatchObject({
      state: "REJECTED",
      decisionReason: "Was een proef",
      decidedById: manager.user.id,
    });
    expect(await keyOf(confirmFact(manager, { proposalId, occurredOn: today() }))).toBe(
      "conflict proposalDecided",
    );
  });

  test("are not confirmed by the second person's form, nor a decision by the form of facts", async () => {
    const fact = await say(await makeSolution());
    expect(await keyOf(confirmDecision(second, { proposalId: fact }))).toBe("forbidden forbidden");
    const adoption = await deciding();
    await moveAdoption(manager, stepTo(adoption, "COMMITTED", decision));
    const proposalId = (await read(adoption.solutionId)).proposals[0]?.id ?? "";
    expect(await keyOf(confirmFact(second, { proposalId, occurredOn: today() }))).toBe("forbidden forbidden");
  });
});

describe("many writers", () => {
  test("eight on one solution and two gemeenten never deadlock; the counters stay right", async () => {
    const solutions = await Promise.all([makeSolution(), makeSolution()]);
    const unexpected: unknown[] = [];
    let changes = 0;
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        const viewer = writer % 2 === 0 ? manager : elsewhere;
        for (let turn = writer; turn < writer + 60; turn++) {
          const solutionId = solutions[turn % 2] ?? "";
          await changeSomething(viewer, solutionId).then(
            () => changes++,
            (error: unknown) => error instanceof DomainError || unexpected.push(error),
          );
        }
      }),
    );
    expect(unexpected).toEqual([]);
    expect(changes).toBeGreaterThan(20);
    for (const solutionId of solutions) {
      const adoptions = await database().adoption.findMany({
        where: { solutionId },
        select: { status: true },
      });
      const interested = adoptions.filter(({ status }) =>
        ["INTERESTED", "EXPLORING", "DECIDING"].includes(status),
      ).length;
      expect(await counters(solutionId)).toMatchObject({ interestedCount: interested });
      for (const { organisation } of [manager, elsewhere]) await read(solutionId, organisation.id);
    }
  });

  /** Starts, explores or goes back, whichever fits what it reads. */
  async function changeSomething(viewer: Member, solutionId: string): Promise<unknown> {
    const gemeenteId = viewer.organisation.id;
    const now = await database().adoption.findFirst({
      where: { solutionId, gemeenteId },
      orderBy: { cycle: "desc" },
      select: { id: true, version: true, status: true },
    });
    if (!now) return registerInterest(viewer, { solutionId, contactName: "Iemand" });
    if (now.status === "INTERESTED") {
      return moveAdoption(viewer, stepTo(now, "EXPLORING", { leadName: "Iemand", nextOn: tomorrow }));
    }
    const back = { adoptionId: now.id, version: now.version, occurredOn: today(), reason: "Terug" };
    return correctAdoption(viewer, { ...back, to: "INTERESTED" });
  }
});
