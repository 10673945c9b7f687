import { ofMember, ofMerger, ofProvider } from "./fields";
import { act, page, type Row, route } from "./row";
import {
  admins,
  ownAdmins,
  ownAdminsPage,
  ownManager,
  partnerships,
  platform,
  realPlatform,
  unknown,
  unknownPlace,
} from "./rules";

// What an organisation does with its members, and the platform with organisations.
// biome-ignore format: one row per line reads as the table that it is
export const organisation: Row[] = [
  // Onze organisatie: leden en rechten
  page("/organisatie", { visitor: "sign-in", "a member": "ok", others: "refused" }),
  page("/organisatie/rechten", admins),
  page("/organisatie/uitnodigen", admins),
  page("/organisatie/aanvragen/[id]", ownAdminsPage, "a request"),
  page("/organisatie/leden/[id]", ownAdminsPage, "a member"),
  route("GET /api/rechten", admins),
  { ...act("memberships/members/approveRequestAction", ownAdmins, "a request", ({ id }) => ({ requestId: id, role: "MEMBER" })), unknown },
  { ...act("memberships/members/rejectRequestAction", ownAdmins, "a request", ({ id }) => ({ requestId: id, reason: "Onbekend bij ons." })), unknown },
  act("memberships/members/inviteMembersAction", admins, undefined, () => ({ addresses: "nieuw@matrix.example", role: "MEMBER" })),
  { ...act("memberships/members/resendInvitationAction", ownAdmins, "an invitation", ({ id }) => ({ invitationId: id })), unknown },
  { ...act("memberships/members/withdrawInvitationAction", ownAdmins, "an invitation", ({ id }) => ({ invitationId: id })), unknown },
  { ...act("memberships/members/changeRolesAction", ownAdmins, "a member", (it) => ({ ...ofMember(it), held: "MEMBER", roles: "MANAGER" })), unknown: unknownPlace },
  { ...act("memberships/members/suspendMemberAction", ownAdmins, "a member", ofMember), unknown: unknownPlace },
  { ...act("memberships/members/restoreMemberAction", ownAdmins, "a suspended member", ofMember), unknown: unknownPlace },
  { ...act("memberships/members/endMembershipAction", ownAdmins, "a member", ofMember), unknown: unknownPlace },
  act("memberships/members/reviewRightsAction", { ...admins, admin: "heard" }, "a member", ({ id }) => ({ "lines[0].userId": id, "lines[0].roles": "MEMBER", "lines[0].verdict": "kept" })),

  // Samenwerkingsverband
  page("/organisatie/deelnemers", partnerships),
  act("partnerships/addPartnerAction", partnerships, undefined, () => ({ gemeente: "Kampen" })),
  { ...act("partnerships/removePartnerAction", partnerships, "a partner", ({ id }) => ({ gemeenteId: id })), unknown: { ...partnerships, "keeps a partnership": "not-found" } },
  { ...act("partnerships/shareAdoptionAction", partnerships, "a published solution", ({ slug }) => ({ solution: slug, to: "IN_USE", since: "2026-01-01" })), unknown: { ...partnerships, "keeps a partnership": "heard" } },
  act("partnerships/endViaAction", { ...ownManager, "own manager": "heard" }, "an adoption", ({ id, version }) => ({ adoptionId: id, version })),

  // Logboek
  page("/organisatie/logboek", admins),
  page("/platform/logboek", platform),
  { ...route("GET /api/logboek", admins), query: "?deel=organisatie" },
  { ...route("GET /api/logboek", platform), query: "?deel=platform" },

  // Platform
  page("/platform", platform),
  page("/platform/organisaties", platform),
  page("/platform/organisaties/[slug]", platform, "an organisation"),
  page("/platform/gebruikers", platform),
  page("/platform/gebruikers/[id]", platform, "a demo person"),
  page("/platform/aanvragen/[id]", platform, "a request to the platform"),
  page("/platform/aanvragen/[id]", { ...platform, "platform admin": "not-found" }, "a request"),
  { ...act("memberships/platform/approveForAction", platform, "a request to the platform", ({ id }) => ({ requestId: id, role: "MEMBER" })), unknown },
  { ...act("memberships/platform/rejectForAction", platform, "a request to the platform", ({ id }) => ({ requestId: id, reason: "Onbekend bij ons." })), unknown },
  act("memberships/platform/appointFirstAdminAction", platform, "an organisation", ({ id }) => ({ organisationId: id, address: "eerste@matrix.example" })),
  { ...act("memberships/platform/appointFirstAdminAction", { ...platform, "platform admin": "refused" }, "a gemeente", ({ id }) => ({ organisationId: id, address: "eerste@matrix.example" })), unknown: unknownPlace },
  { ...act("memberships/platform/changePlatformRolesAction", ownAdmins, "a member", (it) => ({ ...ofMember(it), held: "MEMBER", roles: "MANAGER" })), unknown: unknownPlace },
  act("memberships/platform/disableUserAction", platform, "a demo person", ({ id }) => ({ userId: id })),
  { ...act("memberships/platform/disableUserAction", { visitor: "sign-in", "a real platform admin": "ok", others: "refused" }, "a real person", ({ id }) => ({ userId: id })), unknown: unknownPlace },
  { ...act("memberships/platform/enableUserAction", { ...platform, "platform admin": "heard" }, "a demo person", ({ id }) => ({ userId: id })), unknown: unknownPlace },
  page("/platform/herindelingen", platform),
  page("/platform/herindelingen/nieuw", platform),
  { ...page("/platform/herindelingen/proef", platform), query: "?van=kampen&naar=zwolle&op=2030-01-01" },
  page("/platform/herindelingen/[id]", platform, "a herindeling"),
  act("herindelingen/chooseHerindelingAction", { ...platform, "platform admin": "nothing" }, undefined, () => ({ ...ofMerger })),
  act("herindelingen/planHerindelingAction", platform, undefined, () => ({ ...ofMerger, typed: "Zwolle" })),
  { ...act("herindelingen/cancelHerindelingAction", platform, "a herindeling", ({ id }) => ({ id })), unknown: unknownPlace },
  page("/platform/aanmelden", platform),
  page("/platform/aanmelden/nieuw", platform),
  page("/platform/aanmelden/[id]", platform, "a demo provider"),
  page("/platform/aanmelden/[id]", realPlatform, "a real provider"),
  act("accounts/providers/createProviderAction", platform, "an organisation", ({ id }) => ({ organisationId: id, clientSecret: "geheim", ...ofProvider })),
  act("accounts/providers/changeProviderAction", platform, "a demo provider", ({ id }) => ({ providerId: id, version: "1", ...ofProvider })),
  act("accounts/providers/changeProviderAction", realPlatform, "a real provider", ({ id }) => ({ providerId: id, version: "1", ...ofProvider })),
  act("accounts/providers/switchOnProviderAction", realPlatform, "a real provider", ({ id }) => ({ providerId: id, version: "1" })),
  act("accounts/providers/switchOffProviderAction", { ...realPlatform, "a real platform admin": "nothing" }, "a real provider", ({ id }) => ({ providerId: id, version: "1" })),
  { ...act("accounts/providers/testProviderAction", { ...realPlatform, "a real platform admin": "heard" }, "a real provider", ({ id }) => ({ providerId: id, version: "1" })), unknown: { ...realPlatform, "a real platform admin": "not-found" } },
];
