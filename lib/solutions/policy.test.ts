import { describe, expect, it } from "vitest";
import type { OrganisationKind, Publication, Role } from "@/lib/core/generated/prisma/enums";
import { type Viewer, visitor } from "@/lib/core/roles";
import {
  canApprove,
  canConfirmFreshness,
  canCreate,
  canDiscard,
  canEdit,
  canManage,
  canSeeDraft,
  canSubmit,
  canWithdraw,
} from "./policy";

const states: Publication[] = ["DRAFT", "IN_REVIEW", "CHANGES_REQUESTED", "PUBLISHED", "ARCHIVED"];

function person(
  userId: string,
  role: Role,
  organisationId: string,
  kind: OrganisationKind = "KOEPEL",
): Viewer {
  const organisation = { id: organisationId, slug: organisationId, name: organisationId, kind };
  return {
    user: { id: userId, name: userId, isDemo: false },
    organisation,
    roles: [role],
    organisations: [organisation],
  };
}

const author = person("author", "COORDINATOR", "provider");
const colleague = person("colleague", "COORDINATOR", "provider");
const moderator = person("moderator", "MODERATOR", "elsewhere");

const outsiders: Record<string, Viewer> = {
  visitor,
  "member of the provider": person("m", "MEMBER", "provider"),
  "manager of the provider": person("m", "MANAGER", "provider"),
  "administrator of the provider": person("m", "ORGANISATION_ADMIN", "provider"),
  "platform administrator": person("m", "PLATFORM_ADMIN", "provider"),
  "coordinator of another organisation": person("m", "COORDINATOR", "elsewhere"),
  "manager of a gemeente": person("m", "MANAGER", "zwolle", "GEMEENTE"),
  "member of a supplier": person("m", "MEMBER", "maykin", "LEVERANCIER"),
};

const everybody: Record<string, Viewer> = { author, colleague, moderator, ...outsiders };

/** In which states of publication each person may do this; whoever is not named may never. */
type Table = Record<string, Publication[]>;

const tables: [string, (viewer: Viewer, state: Publication) => boolean, Table][] = [
  ["edit", (viewer) => canEdit(viewer, { providerId: "provider" }), { author: states, colleague: states }],
  [
    "see a draft",
    (viewer, publication) => canSeeDraft(viewer, { providerId: "provider", publication }),
    { author: states, colleague: states, moderator: states.filter((state) => state !== "DRAFT") },
  ],
  [
    "offer for review",
    (viewer, publication) => canSubmit(viewer, edit(publication)),
    { author: ["DRAFT", "CHANGES_REQUESTED"], colleague: ["DRAFT", "CHANGES_REQUESTED"] },
  ],
  [
    "take back",
    (viewer, publication) => canWithdraw(viewer, edit(publication)),
    { author: ["IN_REVIEW"], colleague: ["IN_REVIEW"] },
  ],
  [
    "approve",
    (viewer, publication) => canApprove(viewer, edit(publication)),
    { colleague: ["IN_REVIEW"], moderator: ["IN_REVIEW"] },
  ],
  [
    "confirm freshness",
    (viewer, publication) => canConfirmFreshness(viewer, { providerId: "provider", publication }),
    { author: ["PUBLISHED"], colleague: ["PUBLISHED"] },
  ],
  [
    "discard",
    (viewer, publication) => canDiscard(viewer, edit(publication)),
    {
      author: ["DRAFT", "IN_REVIEW", "CHANGES_REQUESTED"],
      colleague: ["DRAFT", "IN_REVIEW", "CHANGES_REQUESTED"],
    },
  ],
];

function edit(publication: Publication) {
  return { providerId: "provider", publication, authorId: "author", writerIds: ["author"] };
}

describe.each(tables)("who may %s", (_, may, table) => {
  const cells = Object.entries(everybody).flatMap(([name, viewer]) =>
    states.map((state) => ({ name, viewer, state, expected: table[name]?.includes(state) ?? false })),
  );
  it.each(cells)("$name, $state: $expected", ({ viewer, state, expected }) => {
    expect(may(viewer, state)).toBe(expected);
  });
});

describe("who may make a solution", () => {
  it("every coordinator may, for the organisation they act for; others may not", () => {
    const able = Object.entries(everybody).filter(([, viewer]) => canCreate(viewer));
    expect(able.map(([name]) => name)).toEqual([
      "author",
      "colleague",
      "coordinator of another organisation",
    ]);
  });
});

describe("who sees the pages for publishing", () => {
  it("coordinators and moderators do", () => {
    const able = Object.entries(everybody).filter(([, viewer]) => canManage(viewer));
    expect(able.map(([name]) => name)).toEqual([
      "author",
      "colleague",
      "moderator",
      "coordinator of another organisation",
    ]);
  });
});

describe("the second person", () => {
  it("is never the author, not even as a moderator", () => {
    const both = person("author", "MODERATOR", "elsewhere");
    expect(canApprove(both, edit("IN_REVIEW"))).toBe(false);
  });

  it("is nobody who wrote a part of the text earlier", () => {
    const together = { ...edit("IN_REVIEW"), writerIds: ["colleague", "author"] };
    expect(canApprove(colleague, together)).toBe(false);
    expect(canApprove(moderator, together)).toBe(true);
  });

  it("is needed for an imported text without an author as well", () => {
    const imported = { ...edit("IN_REVIEW"), authorId: null, writerIds: [] };
    expect(canApprove(visitor, imported)).toBe(false);
    expect(canApprove(colleague, imported)).toBe(true);
  });
});
