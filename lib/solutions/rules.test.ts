import { describe, expect, it } from "vitest";
import type { SolutionPhase } from "@/lib/core/generated/prisma/enums";
import {
  canStep,
  checkGate,
  completeness,
  isBeingWritten,
  isMoveBack,
  isStale,
  listDifferences,
  listObstacles,
  needsPhaseReason,
  passesGate,
  toSlug,
} from "./rules";
import type { SolutionContent } from "./schema";

const bare: SolutionContent = {
  name: "Deelauto's",
  summary: "Gemeenten delen hun auto's met elkaar.",
  description: "",
  audience: "",
  sideEffects: "",
  kind: "DIENST",
  theme: "BEDRIJFSVOERING",
  keywords: [],
  layer: null,
  phase: "PILOT",
  phaseReason: null,
  obligation: "VOLUNTARY",
  homepage: null,
  repository: null,
  licence: null,
  legalBasis: null,
  standards: [],
  priceModel: "UNKNOWN",
  participationPublic: false,
  links: [],
};

const described: SolutionContent = { ...bare, description: "Wat het is.", audience: "Wagenparkbeheerders." };

const full: SolutionContent = {
  ...described,
  sideEffects: "Drukte op maandag.",
  keywords: ["auto"],
  layer: "SERVICES",
  homepage: "https://voorbeeld.nl",
  licence: "EUPL-1.2",
  legalBasis: "geen",
  standards: ["OAuth"],
  priceModel: "FREE",
  links: [
    { label: "Evaluatie 2025", url: "https://voorbeeld.nl/evaluatie", visibility: "PUBLIC" },
    { label: "Stappenplan", url: "https://voorbeeld.nl/stappen", visibility: "GEMEENTEN" },
  ],
};

describe("publication", () => {
  it("is reached only from review", () => {
    const toPublished = (
      ["DRAFT", "IN_REVIEW", "CHANGES_REQUESTED", "PUBLISHED", "ARCHIVED"] as const
    ).filter((from) => canStep(from, "PUBLISHED"));
    expect(toPublished).toEqual(["IN_REVIEW"]);
  });

  it("can be offered again after changes were asked for, and taken back while it waits", () => {
    expect(canStep("CHANGES_REQUESTED", "IN_REVIEW")).toBe(true);
    expect(canStep("IN_REVIEW", "DRAFT")).toBe(true);
    expect(canStep("PUBLISHED", "DRAFT")).toBe(false);
  });

  it("is not written while it waits for a second person", () => {
    expect(isBeingWritten("CHANGES_REQUESTED")).toBe(true);
    expect(isBeingWritten("IN_REVIEW")).toBe(false);
  });
});

describe("phase", () => {
  it.each<[SolutionPhase, SolutionPhase, boolean]>([
    ["PILOT", "DEVELOPMENT", true],
    ["MANAGED", "SCALING", true],
    ["PILOT", "SCALING", false],
    ["PILOT", "PILOT", false],
    ["PAUSED", "PILOT", false],
  ])("%s to %s is a move back: %s", (from, to, expected) => {
    expect(isMoveBack(from, to)).toBe(expected);
  });

  it.each<[SolutionPhase | null, SolutionPhase, boolean]>([
    [null, "PILOT", false],
    [null, "DELIBERATELY_LOCAL", true],
    ["PILOT", "STOPPED", true],
    ["MANAGED", "SUNSETTING", true],
    ["PILOT", "PAUSED", true],
    ["SCALING", "PILOT", true],
    ["PILOT", "SCALING", false],
    ["SUNSETTING", "RETIRED", false],
  ])("%s to %s needs a reason: %s", (from, to, expected) => {
    expect(needsPhaseReason(from, to)).toBe(expected);
  });

  it("passes the gate when it moves to scaling up or past it, not when it already was there", () => {
    expect(passesGate("PILOT", "SCALING")).toBe(true);
    expect(passesGate("PILOT", "MANAGED")).toBe(true);
    expect(passesGate("SCALING", "MANAGED")).toBe(false);
    expect(passesGate("SCALING", "SCALING")).toBe(false);
    expect(passesGate(null, "MANAGED")).toBe(false);
    expect(passesGate("PILOT", "DEVELOPMENT")).toBe(false);
  });
});

describe("the gate to scaling up", () => {
  it("is open with two gemeenten, a public evaluation, a tariff and an onboarding guide", () => {
    expect(checkGate(full, { inUseCount: 2 })).toEqual({
      twoInUse: true,
      evaluation: true,
      tariff: true,
      onboarding: true,
    });
  });

  it("is shut for one gemeente, and for an evaluation that only gemeenten may read", () => {
    const hidden = full.links.map((link) => ({ ...link, visibility: "GEMEENTEN" as const }));
    expect(checkGate({ ...full, links: hidden }, { inUseCount: 1 })).toEqual({
      twoInUse: false,
      evaluation: false,
      tariff: true,
      onboarding: true,
    });
  });
});

describe("what must happen before a text is offered", () => {
  it("asks what it is and for whom", () => {
    expect(listObstacles(bare, null, { inUseCount: 0 })).toEqual(["description", "audience"]);
    expect(listObstacles(described, null, { inUseCount: 0 })).toEqual([]);
  });

  it("asks a reason for a move back, until there is one", () => {
    const back: SolutionContent = { ...described, phase: "DEVELOPMENT" };
    expect(listObstacles(back, described, { inUseCount: 5 })).toEqual(["phaseReason"]);
    expect(listObstacles({ ...back, phaseReason: "De proef faalde." }, described, { inUseCount: 5 })).toEqual(
      [],
    );
  });

  it("holds a move to scaling up at the gate, and lets it through when all is there", () => {
    const scaling: SolutionContent = { ...described, phase: "SCALING" };
    expect(listObstacles(scaling, described, { inUseCount: 1 })).toEqual([
      "twoInUse",
      "evaluation",
      "tariff",
      "onboarding",
    ]);
    expect(listObstacles({ ...full, phase: "SCALING" }, described, { inUseCount: 2 })).toEqual([]);
  });
});

describe("completeness", () => {
  it("is 100 with everything and nothing missing", () => {
    expect(completeness(full)).toEqual({ percent: 100, missing: [] });
  });

  it("counts the summary alone as 15, and names the weightiest gap first", () => {
    const { percent, missing } = completeness(bare);
    expect(percent).toBe(15);
    expect(missing.slice(0, 2)).toEqual(["description", "audience"]);
  });
});

describe("freshness", () => {
  it.each([
    ["2025-11-22", "2026-11-21", false],
    ["2025-11-22", "2026-11-22", true],
    ["2024-02-29", "2025-02-28", false],
    ["2024-02-29", "2025-03-01", true],
  ])("confirmed %s is stale on %s: %s", (confirmedOn, now, expected) => {
    expect(isStale(confirmedOn, now)).toBe(expected);
  });

  it("does not call stale what nobody ever confirmed", () => {
    expect(isStale(null, "2026-11-22")).toBe(false);
  });
});

describe("differences", () => {
  it("names changed fields in the order of the editor", () => {
    const other = { ...full, links: [], name: "Anders", keywords: ["fiets"] };
    expect(listDifferences(full, other)).toEqual(["name", "keywords", "links"]);
  });

  it("sees no difference in the order of a link's keys", () => {
    const links = full.links.map(({ label, url, visibility }) => ({ visibility, url, label }));
    expect(listDifferences(full, { ...full, links })).toEqual([]);
  });

  it("sees a link that became public", () => {
    const links = full.links.map((link) => ({ ...link, visibility: "PUBLIC" as const }));
    expect(listDifferences(full, { ...full, links })).toEqual(["links"]);
  });
});

describe("the address of a solution", () => {
  it.each([
    ["Café & Één", "cafe-een"],
    ["  GT Connect 2.0  ", "gt-connect-2-0"],
    ["Súdwest-Fryslân deelt", "sudwest-fryslan-deelt"],
    ["Nieuw", "nieuw-voorziening"],
    ["!!!", ""],
    [`${"a".repeat(79)} b`, "a".repeat(79)],
  ])("of %j is %j", (name, slug) => {
    expect(toSlug(name)).toBe(slug);
  });
});
