import { beforeAll, describe, expect, test } from "vitest";
import { registerInterest } from "@/lib/adoptions/mutations";
import { confirmFact, rejectFact } from "@/lib/adoptions/proposals/mutations";
import { listWrongCounters } from "@/lib/adoptions/testing/postgres";
import { toDate, today } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import { type Member, type Viewer, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { requestMembership } from "@/lib/memberships/mutations";
import { makeMember, makeUser, rolesOf } from "@/lib/memberships/testing/people";
import { cancelHerindeling, carryOutDue, planHerindeling } from "./mutations";
import { getDryRun, getHerindeling, listHerindelingen } from "./queries";
import { planSchema } from "./schema";
import { makeAdoption, makeGemeente, makeSolution, tellCurve, tellDay } from "./testing/country";

const slugs = ["hd-afgewezen", "hd-besloten", "hd-gebruikt", "hd-gepauzeerd"];
let admin: Member;
let other: Member;
let viewers: Viewer[];

const refusal = (code: DomainError["code"], key: string) => expect.objectContaining({ code, key });
const gemeenteOf = (slug: string) =>
  database().gemeente.findFirstOrThrow({
    where: { organisation: { slug } },
    include: { organisation: true, years: true },
  });
const memberOf = async (slug: string, ...roles: Parameters<typeof makeMember>[1][]) =>
  makeMember((await gemeenteOf(slug)).organisation, ...roles);
const into = (van: string, naar: string, effectiveOn: string, more = {}) =>
  planSchema.parse({ predecessors: van, into: naar, effectiveOn, typed: naar, ...more });
const adoptionOf = (gemeenteId: string, slug: string) =>
  database().adoption.findFirstOrThrow({
    where: { gemeenteId, solution: { slug } },
    orderBy: { cycle: "desc" },
    include: { events: { orderBy: { position: "asc" } } },
  });

beforeAll(async () => {
  const vng = await database().organisation.findUniqueOrThrow({ where: { slug: "vng-realisatie" } });
  admin = await makeMember(vng, "PLATFORM_ADMIN");
  other = await makeMember(vng, "PLATFORM_ADMIN");
  for (const slug of slugs) await makeSolution(slug);
  viewers = [visitor, await findDemoPerson("zwolle", "MEMBER"), await findDemoPerson("maykin", "MEMBER")];
});

describe("Wijdemeren into Hilversum on 1 January 2027", () => {
  const input = into("Wijdemeren", "Hilversum", "2027-01-01");
  let wijdemeren: string;
  let hilversum: string;
  let planned: { id: string };

  beforeAll(async () => {
    wijdemeren = (await gemeenteOf("wijdemeren")).organisationId;
    hilversum = (await gemeenteOf("hilversum")).organisationId;
    await makeAdoption(wijdemeren, "hd-gebruikt", [
      ["2019-03-01", "CONNECTING"],
      ["2019-09-01", "IN_USE"],
    ]);
    await makeAdoption(
      wijdemeren,
      "hd-gepauzeerd",
      [
        ["2024-02-01", "EXPLORING"],
        ["2024-06-01", "ON_HOLD"],
      ],
      true,
    );
    await makeAdoption(wijdemeren, "hd-besloten", [
      ["2025-01-01", "DECIDING"],
      ["2025-03-01", "COMMITTED"],
    ]);
    await makeAdoption(wijdemeren, "hd-afgewezen", [
      ["2025-01-01", "INTERESTED"],
      ["2025-02-01", "DECLINED"],
    ]);
    await makeAdoption(hilversum, "hd-gebruikt", [
      ["2018-03-01", "CONNECTING"],
      ["2018-09-01", "IN_USE"],
    ]);
    await makeAdoption(hilversum, "hd-besloten", [["2025-05-01", "INTERESTED"]]);
  });

  test("a dry run tells everything and changes nothing", async () => {
    const manager = await memberOf("wijdemeren", "MANAGER");
    await memberOf("hilversum", "ORGANISATION_ADMIN");
    const { outcome } = await getDryRun(admin, input);
    const closings = outcome.closings.filter(({ solution }) => slugs.includes(solution.slug));
    expect(closings.map(({ solution, current }) => [solution.slug, current.status])).toEqual([
      ["hd-besloten", "COMMITTED"],
      ["hd-gebruikt", "IN_USE"],
      ["hd-gepauzeerd", "ON_HOLD"],
    ]);
    const carriedOver = outcome.carriedOver.filter(({ solution }) => slugs.includes(solution.slug));
    expect(carriedOver.map(({ solution, to, isHidden }) => [solution.slug, to, isHidden])).toEqual([
      ["hd-besloten", "COMMITTED", false],
      ["hd-gepauzeerd", "EXPLORING", true],
    ]);
    expect(outcome.people.find(({ userId }) => userId === manager.user.id)).toMatchObject({
      ...{ roles: ["MANAGER"], given: ["MEMBER"], asked: "MANAGER" },
    });
    expect(await gemeenteOf("wijdemeren")).toMatchObject({ validTo: null, endsInId: null });
    await expect(getDryRun(manager, input)).rejects.toEqual(refusal("forbidden", "forbidden"));
    await expect(planHerindeling(manager, input)).rejects.toEqual(refusal("forbidden", "forbidden"));
  });

  test("of two administrators at once one plans it, and the other hears so", async () => {
    const results = await Promise.allSettled([planHerindeling(admin, input), planHerindeling(other, input)]);
    const [won] = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    const lost = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(lost).toEqual([refusal("conflict", "alreadyMerging")]);
    planned = won ?? { id: "" };
    const isPlanned = { carriedOutAt: null, effectiveOn: "2027-01-01" };
    expect(await listHerindelingen(admin)).toEqual([expect.objectContaining(isPlanned)]);
    expect(await gemeenteOf("wijdemeren")).toMatchObject({ validTo: null, endsInId: planned.id });
    await expect(planHerindeling(admin, into("Hilversum", "Gooise Meren", "2028-01-01"))).rejects.toEqual(
      refusal("conflict", "alreadyMerging"),
    );
  });

  test("is taken back until its day, and planned anew", async () => {
    await expect(
      cancelHerindeling(await findDemoPerson("vng-realisatie", "PLATFORM_ADMIN"), planned),
    ).rejects.toEqual(refusal("forbidden", "demoOnReal"));
    await cancelHerindeling(other, planned);
    expect(await gemeenteOf("wijdemeren")).toMatchObject({ validTo: null, endsInId: null });
    await expect(cancelHerindeling(admin, planned)).rejects.toEqual(refusal("not-found", "notFound"));
    await carryOutDue("2027-06-01");
    expect(await gemeenteOf("wijdemeren")).toMatchObject({ validTo: null });
    planned = await planHerindeling(admin, input);
    await carryOutDue("2026-12-31");
    expect(await getHerindeling(admin, planned.id)).toMatchObject({ carriedOutAt: null });
  });

  test("on its day it is carried out once, and no earlier day changes by a letter", async () => {
    const manager = await memberOf("wijdemeren", "MANAGER", "MEMBER");
    const days = ["2018-12-31", "2019-10-01", "2025-06-30", today(), "2026-12-31"];
    const narrowed: Record<string, string>[] = [
      { provincie: "noord-holland" },
      { voorziening: "hd-gebruikt" },
      { grootte: "to100" },
    ];
    // One after the other: all at once they would wait for a connection longer than one may.
    const tellAll = async () => {
      const told: string[] = [];
      for (const day of days) told.push(await tellDay(viewers, day));
      for (const more of narrowed) told.push(await tellDay(viewers, "2025-06-30", more));
      return [...told, await tellCurve(today())];
    };
    const before = await tellAll();
    const onTheDay = await tellDay(viewers, "2027-01-01");
    const people = (await gemeenteOf("wijdemeren")).inhabitants + (await gemeenteOf("hilversum")).inhabitants;
    // Whichever comes second hears that it is done.
    await Promise.allSettled([carryOutDue("2027-01-01"), carryOutDue("2027-01-01")]);
    const after = await tellAll();
    for (const [at, told] of after.entries()) expect(told === before[at], days[at]).toBe(true);
    expect(await tellDay(viewers, "2027-01-01")).not.toBe(onTheDay);
    expect(await gemeenteOf("wijdemeren")).toMatchObject({
      ...{ validTo: toDate("2027-01-01"), successorId: hilversum, inUseCount: 0 },
    });
    expect(await gemeenteOf("hilversum")).toMatchObject({ inhabitants: people, validTo: null });
    expect(await listWrongCounters()).toEqual([]);
    const traces = await database().auditEvent.findMany({
      where: { subjectId: planned.id },
      orderBy: { id: "asc" },
    });
    expect(traces.map(({ action, actorId }) => [action, actorId])).toEqual([
      ["herindeling.planned", admin.user.id],
      ["herindeling.carriedOut", null],
    ]);
    expect(await rolesOf(manager.user.id, wijdemeren)).toEqual([]);
    expect(await rolesOf(manager.user.id, hilversum)).toEqual(["MEMBER"]);
    const request = { userId: manager.user.id, organisationId: hilversum, state: "OPEN", role: "MANAGER" };
    expect(
      await database().membershipRequest.findFirst({ where: { userId: manager.user.id } }),
    ).toMatchObject(request);
  });

  test("its adoptions ended with the herindeling as reason, and what had stopped is as it was", async () => {
    const used = await adoptionOf(wijdemeren, "hd-gebruikt");
    expect(used).toMatchObject({ status: "ENDED", endedOn: toDate("2027-01-01") });
    expect(used.events.at(-1)?.reason).toBe(
      "Herindeling: Wijdemeren ging op 1 januari 2027 op in Hilversum.",
    );
    expect(await adoptionOf(wijdemeren, "hd-afgewezen")).toMatchObject({ status: "DECLINED" });
    const ofHilversum = { gemeenteId: hilversum, solution: { slug: { in: slugs } } };
    expect(await database().adoption.count({ where: ofHilversum })).toBe(2);
  });

  test("nobody comes in, and nothing starts, in a gemeente that is gone", async () => {
    const newcomer = await makeUser();
    const ask = { organisationId: wijdemeren, role: "MEMBER" as const, functionTitle: "", message: "" };
    await expect(requestMembership(newcomer, ask)).rejects.toEqual(refusal("conflict", "gemeenteEnded"));
    const left: Member = {
      ...admin,
      organisation: (await gemeenteOf("wijdemeren")).organisation,
      roles: ["MANAGER"],
    };
    const solutionId = await makeSolution("hd-nieuw");
    await expect(registerInterest(left, { solutionId, contactName: "Iemand" })).rejects.toEqual(
      refusal("conflict", "gemeenteEnded"),
    );
    await expect(planHerindeling(admin, into("Wijdemeren", "Gooise Meren", "2028-01-01"))).rejects.toEqual(
      refusal("invalid", "gemeenteAlreadyEnded"),
    );
    await expect(cancelHerindeling(admin, planned)).rejects.toEqual(refusal("conflict", "herindelingDone"));
  });

  test("the manager of the successor confirms, corrects or rejects what is proposed", async () => {
    const manager = await memberOf("hilversum", "MANAGER");
    const find = (slug: string) =>
      database().adoptionProposal.findFirstOrThrow({
        where: { origin: "HERINDELING", gemeenteId: hilversum, solution: { slug } },
      });
    const committed = await find("hd-besloten");
    expect(committed).toMatchObject({ to: "COMMITTED", source: "Wijdemeren", evidenceDate: "2025-03-01" });
    await confirmFact(manager, { proposalId: committed.id, occurredOn: today() });
    expect(await adoptionOf(hilversum, "hd-besloten")).toMatchObject({ status: "COMMITTED" });
    const hidden = await find("hd-gepauzeerd");
    await confirmFact(manager, { proposalId: hidden.id, occurredOn: today(), to: "DECIDING" });
    expect(await adoptionOf(hilversum, "hd-gepauzeerd")).toMatchObject({
      status: "DECIDING",
      isHidden: true,
    });
    await expect(rejectFact(manager, { proposalId: hidden.id, reason: "x" })).rejects.toEqual(
      refusal("conflict", "proposalDecided"),
    );
  });
});

describe("herindelingen of 2022 and 2023", () => {
  test("three merge into a new one: Brielle, Hellevoetsluis and Westvoorne into Voorne aan Zee", async () => {
    await putAside("voorne-aan-zee");
    const place = { province: "ZUID_HOLLAND" } as const;
    const brielle = await makeGemeente({ name: "Brielle", cbsCode: "GM0501", inhabitants: 17_000, ...place });
    const large = await makeGemeente({
      name: "Hellevoetsluis",
      cbsCode: "GM0530",
      inhabitants: 40_000,
      ...place,
    });
    await makeGemeente({ name: "Westvoorne", cbsCode: "GM0614", inhabitants: 14_000, ...place });
    await makeAdoption(brielle, "hd-gebruikt", [["2015-03-01", "IN_USE"]]);
    await makeAdoption(large, "hd-gebruikt", [["2016-03-01", "CONNECTING"]]);
    await makeAdoption(large, "hd-gepauzeerd", [
      ["2021-03-01", "INTERESTED"],
      ["2023-04-01", "EXPLORING"],
    ]);
    const manager = await memberOf("brielle", "MANAGER", "ORGANISATION_ADMIN");
    const names = "Brielle\nHellevoetsluis\nWestvoorne";
    const input = into(names, "Voorne aan Zee", "2023-01-01", { cbsCode: "GM1992" });
    const tellAll = () =>
      Promise.all([tellDay(viewers, "2022-12-31"), tellDay(viewers, "2016-01-01"), tellCurve("2023-01-01")]);
    const before = await tellAll();
    await expect(
      planHerindeling(await findDemoPerson("vng-realisatie", "PLATFORM_ADMIN"), input),
    ).rejects.toEqual(refusal("forbidden", "demoOnReal"));
    const { id } = await planHerindeling(admin, input);
    expect((await tellAll()).map((told, at) => told === before[at])).toEqual([true, true, true]);
    const voorne = await gemeenteOf("voorne-aan-zee");
    expect(voorne).toMatchObject({
      ...{
        cbsCode: "GM1992",
        inhabitants: 71_000,
        province: "ZUID_HOLLAND",
        validFrom: toDate("2023-01-01"),
      },
      years: [{ year: 2023, inhabitants: 71_000 }],
    });
    expect(await getHerindeling(admin, id)).toMatchObject({
      outcome: { adoptions: 3, proposals: 2, asked: 0 },
    });
    const proposals = await database().adoptionProposal.findMany({
      where: { gemeenteId: voorne.organisationId },
      select: { to: true, source: true, solution: { select: { slug: true } } },
      orderBy: { solution: { slug: "asc" } },
    });
    expect(proposals).toEqual([
      { to: "IN_USE", source: "Brielle", solution: { slug: "hd-gebruikt" } },
      { to: "EXPLORING", source: "Hellevoetsluis", solution: { slug: "hd-gepauzeerd" } },
    ]);
    // What was recorded after the day stays, and the end comes after it.
    expect((await adoptionOf(large, "hd-gepauzeerd")).endedOn).toEqual(toDate("2023-04-01"));
    expect(await rolesOf(manager.user.id, voorne.organisationId)).toEqual([
      "MEMBER",
      "MANAGER",
      "ORGANISATION_ADMIN",
    ]);
    expect(await listWrongCounters()).toEqual([]);
  });

  test("Weesp into Amsterdam was on 24 March 2022, by its own law", async () => {
    const weesp = await makeGemeente({
      ...{ name: "Weesp", cbsCode: "GM0457", inhabitants: 21_000, province: "NOORD_HOLLAND" },
    });
    await makeAdoption(weesp, "hd-afgewezen", [["2021-03-01", "IN_USE"]]);
    const amsterdam = await gemeenteOf("amsterdam");
    const before = await Promise.all([tellDay(viewers, "2022-03-23"), tellDay(viewers, "2021-12-31")]);
    const input = { predecessors: "weesp", into: "Amsterdam", effectiveOn: "2022-03-24", typed: "amsterdam" };
    expect(planSchema.safeParse(input).error?.issues[0]).toMatchObject({ path: ["effectiveOn"] });
    await planHerindeling(admin, planSchema.parse({ ...input, law: "Wet samenvoeging Amsterdam en Weesp" }));
    expect(await Promise.all([tellDay(viewers, "2022-03-23"), tellDay(viewers, "2021-12-31")])).toEqual(
      before,
    );
    // CBS counted the people of Weesp in Amsterdam by then.
    expect((await gemeenteOf("amsterdam")).inhabitants).toBe(amsterdam.inhabitants);
    expect(await gemeenteOf("weesp")).toMatchObject({ successorId: amsterdam.organisationId });
    expect(await listWrongCounters()).toEqual([]);
  });
});

test("what cannot be is refused with what is wrong", async () => {
  const plan = (...given: Parameters<typeof into>) => planHerindeling(admin, into(...given));
  await expect(plan("Zwolle", "Zwolle", "2028-01-01")).rejects.toEqual(
    refusal("invalid", "mergesIntoItself"),
  );
  await expect(plan("Zwolle\nAtlantis", "Kampen", "2028-01-01")).rejects.toMatchObject({
    detail: "Atlantis",
  });
  await expect(plan("Zwolle", "Kampen", "2028-01-01", { cbsCode: "GM9999" })).rejects.toEqual(
    refusal("invalid", "gemeenteTaken"),
  );
  await expect(plan("Zwolle", "Kampen", "2028-01-01", { typed: "Zwolle" })).rejects.toEqual(
    refusal("invalid", "typedDiffers"),
  );
  await expect(planHerindeling(visitor, into("Zwolle", "Kampen", "2028-01-01"))).rejects.toBeInstanceOf(
    DomainError,
  );
  expect(await gemeenteOf("zwolle")).toMatchObject({ endsInId: null });
});

/** As if it had never been in the register. */
async function putAside(slug: string): Promise<void> {
  await database().organisation.update({ where: { slug }, data: { slug: `${slug}-later`, name: "Elders" } });
  await database().gemeente.updateMany({
    where: { organisation: { slug: `${slug}-later` } },
    data: { cbsCode: "GM0000", officialName: "Elders" },
  });
}
