import { describe, expect, test } from "vitest";
import { OrganisationKind, Role } from "@/lib/core/generated/prisma/enums";
import { type Viewer, visitor } from "@/lib/core/roles";
import {
  canAccept,
  canAsk,
  canDecideRequest,
  canDisable,
  canGive,
  canManageMembers,
  canRemove,
  canSeeContacts,
  canTake,
  isPlatformAdmin,
  listChangeable,
  type OrganisationScope,
} from "./policy";
import { isPlatformRole, listRoles } from "./rules";

const everyRole = Object.values(Role);
const everyKind = Object.values(OrganisationKind);
const relations = ["own", "other"] as const;
const booleans = [false, true];

type Case = { role: Role | null; relation: "own" | "other" | "none" | "visitor"; viewer: Viewer };

/** Every role in the organisation in question and in another one, whoever acts for nobody, and the visitor. */
function listCases(kind: OrganisationKind): Case[] {
  const user = { id: "viewer", name: "Iemand", isDemo: false };
  const signedIn: Viewer = { ...visitor, user };
  const held = everyRole.flatMap((role) =>
    relations.map((relation): Case => {
      const id = relation === "own" ? "here" : "elsewhere";
      const organisation = { id, slug: id, name: id, kind };
      return { role, relation, viewer: { user, organisation, roles: [role], organisations: [organisation] } };
    }),
  );
  return [
    ...held,
    { role: null, relation: "none", viewer: signedIn },
    { role: null, relation: "visitor", viewer: visitor },
  ];
}

/** Every viewer against every kind of organisation, with and without an administrator, about every role. */
function* listCells() {
  for (const kind of everyKind) {
    for (const hasAdmin of booleans) {
      const organisation: OrganisationScope = { id: "here", kind, hasAdmin };
      for (const one of listCases(kind)) yield { ...one, kind, hasAdmin, organisation };
    }
  }
}

const cells = [...listCells()];
const nameOf = ({ role, relation, kind, hasAdmin }: (typeof cells)[number]) =>
  `${role} ${relation} ${kind} ${hasAdmin ? "with" : "without"} an administrator`;

test("the table has every combination", () => {
  expect(cells).toHaveLength(everyKind.length * 2 * (everyRole.length * 2 + 2));
});

describe("who decides about others", () => {
  test("the administrator of that organisation sees and removes; nobody else", () => {
    for (const cell of cells) {
      const isAdmin = cell.role === "ORGANISATION_ADMIN" && cell.relation === "own";
      const { viewer, organisation } = cell;
      expect(canManageMembers(viewer, organisation), nameOf(cell)).toBe(isAdmin);
      expect(canRemove(viewer, { organisation, userId: "colleague" }), nameOf(cell)).toBe(isAdmin);
      expect(canRemove(viewer, { organisation, userId: "viewer" }), nameOf(cell)).toBe(false);
    }
  });

  test("a request is answered by the administrator, or by the platform while there is none", () => {
    for (const cell of cells) {
      const isAdmin = cell.role === "ORGANISATION_ADMIN" && cell.relation === "own";
      const stepsIn = cell.role === "PLATFORM_ADMIN" && !cell.hasAdmin;
      const { viewer, organisation } = cell;
      expect(canDecideRequest(viewer, { organisation, userId: "asker" }), nameOf(cell)).toBe(
        isAdmin || stepsIn,
      );
      expect(canDecideRequest(viewer, { organisation, userId: "viewer" }), nameOf(cell)).toBe(false);
    }
  });

  test("a role is given where it exists, by who decides about it, and never to oneself", () => {
    for (const cell of cells) {
      const { viewer, organisation, kind, hasAdmin } = cell;
      const isAdmin = cell.role === "ORGANISATION_ADMIN" && cell.relation === "own";
      const isPlatform = cell.role === "PLATFORM_ADMIN";
      for (const role of everyRole) {
        const decides = isPlatformRole(role) ? isPlatform : isAdmin || (isPlatform && !hasAdmin);
        const expected = decides && listRoles(kind).includes(role);
        const name = `${nameOf(cell)} gives ${role}`;
        expect(canGive(viewer, { organisation, role, userId: "colleague" }), name).toBe(expected);
        expect(canGive(viewer, { organisation, role, userId: null }), name).toBe(expected);
        expect(canGive(viewer, { organisation, role, userId: "viewer" }), name).toBe(false);
      }
    }
  });

  test("a role is taken by who decides about it, and laid down by who holds it", () => {
    for (const cell of cells) {
      const { viewer, organisation } = cell;
      const isAdmin = cell.role === "ORGANISATION_ADMIN" && cell.relation === "own";
      for (const role of everyRole) {
        const isPlatform = cell.role === "PLATFORM_ADMIN";
        const decides = isPlatformRole(role) ? isPlatform : isAdmin || (isPlatform && !cell.hasAdmin);
        const name = `${nameOf(cell)} takes ${role}`;
        expect(canTake(viewer, { organisation, role, userId: "colleague" }), name).toBe(decides);
        expect(canTake(viewer, { organisation, role, userId: "viewer" }), name).toBe(cell.relation === "own");
      }
    }
  });

  test("nobody disables anybody but the platform, and the platform not itself", () => {
    for (const cell of cells) {
      expect(canDisable(cell.viewer, "somebody"), nameOf(cell)).toBe(cell.role === "PLATFORM_ADMIN");
      expect(canDisable(cell.viewer, "viewer"), nameOf(cell)).toBe(false);
      expect(isPlatformAdmin(cell.viewer), nameOf(cell)).toBe(cell.role === "PLATFORM_ADMIN");
    }
  });

  test("nobody can give what a supplier may not have", () => {
    for (const { viewer } of cells) {
      for (const hasAdmin of booleans) {
        const organisation: OrganisationScope = { id: "here", kind: "LEVERANCIER", hasAdmin };
        for (const role of ["MANAGER", "MODERATOR", "PLATFORM_ADMIN"] as const) {
          expect(canGive(viewer, { organisation, role, userId: "colleague" })).toBe(false);
        }
      }
    }
  });

  test("what can be changed is what can be given or taken; being a member is not among it", () => {
    for (const { viewer, organisation } of cells) {
      for (const held of everyRole) {
        const changeable = listChangeable(viewer, { organisation, userId: "colleague", roles: [held] });
        expect(changeable).not.toContain("MEMBER");
        for (const role of listRoles(organisation.kind)) {
          if (role === "MEMBER") continue;
          const grant = { organisation, role, userId: "colleague" };
          const may = role === held ? canTake(viewer, grant) : canGive(viewer, grant);
          expect(changeable.includes(role)).toBe(may);
        }
      }
    }
  });
});

describe("everybody else", () => {
  test("knows whom to ask in their own organisation only", () => {
    for (const cell of cells) {
      expect(canSeeContacts(cell.viewer, cell.organisation), nameOf(cell)).toBe(cell.relation === "own");
    }
  });

  test("may ask when signed in", () => {
    for (const cell of cells) expect(canAsk(cell.viewer), nameOf(cell)).toBe(cell.relation !== "visitor");
  });

  test("comes in by an invitation to their own address, not by one they sent", () => {
    const invitation = { email: "a@zwolle.nl", invitedById: "administrator" };
    for (const { viewer, relation } of cells) {
      expect(canAccept(viewer, { email: "A@Zwolle.nl", invitation })).toBe(relation !== "visitor");
      expect(canAccept(viewer, { email: "b@zwolle.nl", invitation })).toBe(false);
      expect(
        canAccept(viewer, { email: "a@zwolle.nl", invitation: { ...invitation, invitedById: "viewer" } }),
      ).toBe(false);
    }
  });
});
