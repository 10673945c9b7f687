import { describe, expect, test } from "vitest";
import type { OrganisationKind, Role } from "@/lib/core/generated/prisma/enums";
import { type Viewer, visitor } from "@/lib/core/roles";
import {
  canConfirm,
  canDecideProposal,
  canHandOver,
  canKeepTasks,
  canMove,
  canRegisterInterest,
  canSeeAdoption,
  canSeeEveryState,
  canSetVisibility,
  canTakeStep,
  canWithdraw,
  maskCount,
  maskInhabitants,
  maskTable,
  type ProposalScope,
  visibleAdoptions,
} from "./policy";
import { type AdoptionStatus, statuses } from "./rules";

function viewerOf(id: string, kind: OrganisationKind, ...roles: Role[]): Viewer {
  const organisation = { id, slug: id, name: id, kind };
  return {
    user: { id: `user of ${id}`, name: "Iemand", isDemo: false },
    organisation,
    roles,
    organisations: [organisation],
  };
}

const viewers = {
  visitor,
  "signed in without organisation": {
    ...visitor,
    user: { id: "u", name: null, isDemo: false },
  } as Viewer,
  "own member": viewerOf("zwolle", "GEMEENTE", "MEMBER"),
  "own manager": viewerOf("zwolle", "GEMEENTE", "MANAGER"),
  "own administrator": viewerOf("zwolle", "GEMEENTE", "ORGANISATION_ADMIN"),
  "member of another gemeente": viewerOf("utrecht", "GEMEENTE", "MEMBER"),
  "manager of another gemeente": viewerOf("utrecht", "GEMEENTE", "MANAGER"),
  "coordinator of the provider": viewerOf("provider", "KOEPEL", "COORDINATOR"),
  "member of the provider": viewerOf("provider", "KOEPEL", "MEMBER"),
  "coordinator of another provider": viewerOf("dimpact", "COOPERATIE", "COORDINATOR"),
  "manager of a koepel": viewerOf("dimpact", "COOPERATIE", "MANAGER"),
  "member of a supplier": viewerOf("maykin", "LEVERANCIER", "MEMBER"),
  "coordinator of a supplier that provides it": viewerOf("provider", "LEVERANCIER", "COORDINATOR"),
  moderator: viewerOf("vng", "KOEPEL", "MODERATOR"),
} satisfies Record<string, Viewer>;
type Who = keyof typeof viewers;

type Flags = { participationPublic: boolean; isHidden: boolean; isPublic: boolean; status: AdoptionStatus };
const booleans = [false, true];
const everyFlag: Flags[] = booleans.flatMap((participationPublic) =>
  booleans.flatMap((isHidden) =>
    booleans.flatMap((isPublic) =>
      statuses.map((status) => ({ participationPublic, isHidden, isPublic, status })),
    ),
  ),
);

const see = (who: Who, { participationPublic, ...flags }: Flags) =>
  canSeeAdoption(viewers[who], {
    gemeenteId: "zwolle",
    ...flags,
    solution: { providerId: "provider", participationPublic },
  });

describe("an adoption of Zwolle", () => {
  test.each<Who>(["own member", "own manager", "own administrator"])("%s sees everything", (who) => {
    expect(everyFlag.every((flags) => see(who, flags))).toBe(true);
  });

  test.each<Who>(["member of a supplier", "coordinator of a supplier that provides it"])(
    "%s sees nothing, not even what is public",
    (who) => {
      expect(everyFlag.some((flags) => see(who, flags))).toBe(false);
    },
  );

  test.each<Who>([
    "member of another gemeente",
    "manager of another gemeente",
    "coordinator of the provider",
  ])("%s sees every state that is not hidden", (who) => {
    for (const flags of everyFlag) expect(see(who, flags)).toBe(!flags.isHidden);
  });

  test.each<Who>([
    "visitor",
    "signed in without organisation",
    "member of the provider",
    "coordinator of another provider",
    "manager of a koepel",
    "moderator",
  ])("%s sees confirmed use that the provider or the gemeente made public", (who) => {
    for (const flags of everyFlag) {
      const isUse = flags.status === "IN_USE" || flags.status === "PHASING_OUT";
      const isOpen = flags.participationPublic || flags.isPublic;
      expect(see(who, flags), JSON.stringify(flags)).toBe(isUse && isOpen && !flags.isHidden);
    }
  });
});

describe("counts", () => {
  test.each<[number, boolean, number | null]>([
    [0, false, 0],
    [1, false, null],
    [2, false, null],
    [3, false, 3],
    [1, true, 1],
    [2, true, 2],
  ])("%i is shown as it may be (each seen by name: %s)", (count, seesEach, shown) => {
    expect(maskCount(count, seesEach)).toBe(shown);
  });

  test.each<[string, number[][], (number | null)[][]]>([
    ["nothing small stays", [[3, 0, 12]], [[3, 0, 12]]],
    ["a single small count takes the next one with it", [[1, 4, 9]], [[null, null, 9]]],
    ["two that together are less than three take a third", [[1, 1, 9]], [[null, null, null]]],
    ["two that are three or more stay two", [[1, 2, 9]], [[null, null, 9]]],
    ["where there is nothing else, none is kept back too", [[1, 0]], [[null, null]]],
    [
      "in a table rows and columns both hold",
      [
        [1, 5, 7],
        [6, 4, 8],
        [9, 9, 9],
      ],
      [
        [null, null, 7],
        [null, null, 8],
        [9, 9, 9],
      ],
    ],
  ])("%s", (_, table, shown) => expect(maskTable(table)).toEqual(shown));

  test("no row or column gives a small count away, in a thousand tables", () => {
    let seed = 1;
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 1000; round++) {
      const [height, width] = [1 + random(6), 2 + random(6)];
      const table = Array.from({ length: height }, () => Array.from({ length: width }, () => random(7)));
      const shown = maskTable(table);
      const columns = (of: (number | null)[][]) =>
        (of[0] ?? []).map((_, at) => of.map((row) => row[at] ?? null));
      const pairs = [
        ...table.map((row, at) => [row, shown[at] ?? []] as const),
        ...columns(table).map((column, at) => [column, columns(shown)[at] ?? []] as const),
      ];
      for (const [counts, line] of pairs) {
        const kept = counts.filter((_, at) => line[at] === null);
        const sum = kept.reduce<number>((total, count) => total + (count ?? 0), 0);
        const isSafe = kept.length === 0 || kept.length === line.length || (kept.length > 1 && sum >= 3);
        expect(isSafe, JSON.stringify({ table, shown })).toBe(true);
      }
    }
  });
});

describe("who acts", () => {
  const gemeente = { gemeenteId: "zwolle" };
  test.each(Object.keys(viewers) as Who[])("%s", (who) => {
    const viewer = viewers[who];
    expect(canMove(viewer, gemeente)).toBe(who === "own manager");
    expect(canSetVisibility(viewer, gemeente)).toBe(who === "own manager");
    const isOfGemeente = viewer.organisation?.kind === "GEMEENTE";
    expect(canRegisterInterest(viewer, { obligation: "VOLUNTARY" })).toBe(isOfGemeente);
    const isManager = isOfGemeente && viewer.roles.includes("MANAGER");
    expect(canRegisterInterest(viewer, { obligation: "STATUTORY" })).toBe(isManager);
  });

  const decision: ProposalScope = {
    origin: "SECOND_PERSON",
    state: "OPEN",
    gemeenteId: "zwolle",
    proposedById: "a colleague",
  };
  const mine = { ...decision, proposedById: "user of zwolle" };
  const fact: ProposalScope = { ...decision, origin: "PUBLIC_SOURCE", proposedById: null };
  const claim: ProposalScope = { ...fact, origin: "PROVIDER", proposedById: "user of provider" };

  test.each(Object.keys(viewers) as Who[])("%s and what waits for an answer", (who) => {
    const viewer = viewers[who];
    const isManager = who === "own manager";
    expect(canConfirm(viewer, decision)).toBe(isManager);
    expect(canConfirm(viewer, mine)).toBe(false);
    expect(canWithdraw(viewer, mine)).toBe(isManager);
    expect(canWithdraw(viewer, decision)).toBe(false);
    expect(canDecideProposal(viewer, fact)).toBe(isManager);
    expect(canDecideProposal(viewer, claim)).toBe(isManager);
  });

  test("what is dealt with stays dealt with, and each kind has its own answer", () => {
    const manager = viewers["own manager"];
    for (const state of ["CONFIRMED", "REJECTED", "WITHDRAWN"] as const) {
      expect(canConfirm(manager, { ...decision, state })).toBe(false);
      expect(canWithdraw(manager, { ...mine, state })).toBe(false);
      expect(canDecideProposal(manager, { ...fact, state })).toBe(false);
    }
    expect(canConfirm(manager, fact)).toBe(false);
    expect(canDecideProposal(manager, decision)).toBe(false);
  });
});

test.each<[number, number, number | null]>([
  // users, those the viewer sees by name, inhabitants of 1.234.567
  [5, 5, 1_234_567],
  [5, 4, null],
  [5, 3, null],
  [5, 2, 1_200_000],
  [2, 0, null],
])("inhabitants of %i users of which %i are shown", (users, shown, expected) => {
  expect(maskInhabitants(1_234_567, users, shown)).toBe(expected);
});

const whoOf = (can: (viewer: Viewer) => boolean) =>
  (Object.keys(viewers) as Who[]).filter((who) => can(viewers[who]));

describe("who keeps the work going", () => {
  const ofZwolle = { gemeenteId: "zwolle", leadId: null };
  const led = { gemeenteId: "zwolle", leadId: "user of zwolle" };

  test("handing over is for a manager or the administrator of the gemeente itself", () => {
    expect(whoOf((viewer) => canHandOver(viewer, "zwolle"))).toEqual(["own manager", "own administrator"]);
  });

  test("deciding is for gemeenten only, whatever else has a manager", () => {
    expect(whoOf((viewer) => canMove(viewer, { gemeenteId: "dimpact" }))).toEqual([]);
    expect(whoOf((viewer) => canHandOver(viewer, "dimpact"))).toEqual([]);
  });

  test("tasks are kept by the manager, and by the colleague with the task", () => {
    expect(whoOf((viewer) => canKeepTasks(viewer, ofZwolle))).toEqual(["own manager"]);
    const colleagues = ["own member", "own manager", "own administrator"];
    expect(whoOf((viewer) => canKeepTasks(viewer, led))).toEqual(colleagues);
    const moved: Viewer = { ...viewerOf("utrecht", "GEMEENTE", "MEMBER"), user: viewers["own member"].user };
    expect(canKeepTasks(moved, led)).toBe(false);
    expect(
      canKeepTasks({ ...moved, ...viewerOf("dimpact", "KOEPEL", "MEMBER"), user: moved.user }, led),
    ).toBe(false);
  });

  test("the colleague with the task takes the steps of the work, not the decisions", () => {
    const steps = (viewer: Viewer) => statuses.filter((to) => canTakeStep(viewer, led, to));
    expect(steps(viewers["own member"])).toEqual(["EXPLORING", "CONNECTING", "PILOT"]);
    expect(steps(viewers["own manager"])).toEqual(statuses);
  });
});

describe("the names behind every state", () => {
  test("are for gemeenten and the coordinator of the provider, never for a supplier", () => {
    expect(whoOf((viewer) => canSeeEveryState(viewer, { providerId: "provider" }))).toEqual([
      ...["own member", "own manager", "own administrator"],
      ...["member of another gemeente", "manager of another gemeente", "coordinator of the provider"],
    ]);
  });
});

describe("the adoptions that a viewer may select", () => {
  const nothing = { id: { in: [] } };
  const publicly = visibleAdoptions(visitor);

  test("are none for a supplier, whatever they are there", () => {
    const suppliers = ["member of a supplier", "coordinator of a supplier that provides it"] as const;
    for (const who of suppliers) expect(visibleAdoptions(viewers[who])).toEqual(nothing);
  });

  test("are what is public for who has no part in it", () => {
    expect(publicly).toMatchObject({ isHidden: false, status: { in: ["IN_USE", "PHASING_OUT"] } });
    const others = ["signed in without organisation", "member of the provider", "moderator"] as const;
    for (const who of others) expect(visibleAdoptions(viewers[who])).toEqual(publicly);
  });

  test("are those of all gemeenten that are not hidden, and one's own, for a gemeente", () => {
    expect(visibleAdoptions(viewers["own member"])).toEqual({
      OR: [{ isHidden: false }, { gemeenteId: "zwolle" }],
    });
  });

  test("are those of its own facilities too for a coordinator", () => {
    expect(visibleAdoptions(viewers["coordinator of the provider"])).toEqual({
      OR: [publicly, { isHidden: false, solution: { providerId: "provider" } }],
    });
  });
});
