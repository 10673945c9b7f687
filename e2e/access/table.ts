import { today } from "@/lib/core/dates";
import type { Rule, Rules } from "./rule";
import type { Fields } from "./visit";
import type { Kind, Thing } from "./world";

// Who sees and does what, entrance by entrance. This table is the specification (docs/domain.md,
// docs/decisions/0003): written by hand, it knows nothing of the code that it judges. How to add a
// row: docs/access.md.

export type Row = Rules & {
  /** "page /mijn", "GET /healthz" or "adoptions/moveAdoptionAction". */
  entrance: string;
  /** What a request is about: each thing of that kind is tried, and one that does not exist. */
  about?: Kind | undefined;
  /** For an action: a form about this thing that is right in every field. */
  fields?: ((thing: Thing) => Fields) | undefined;
  /** What comes after the address, or the address itself where its brackets mean something else. */
  query?: string;
  path?: string;
};

const open: Rule = { everyone: "ok" };
const nowhere: Rule = { everyone: "not-found" };
const gemeenten: Rule = { visitor: "sign-in", "a gemeente": "ok", others: "refused" };
const managers: Rule = { visitor: "sign-in", "manager of a gemeente": "ok", others: "refused" };
const publishers: Rule = { visitor: "sign-in", coordinator: "ok", moderator: "ok", others: "refused" };
const coordinators: Rule = { visitor: "sign-in", coordinator: "ok", others: "refused" };
const signedIn: Rule = { visitor: "sign-in", others: "ok" };
/** Anybody can be a person of the demonstration, so those have no account of their own. */
const realPeople: Rule = { visitor: "sign-in", "a real person": "ok", others: "refused" };
const judged: Rule = { ...realPeople, "a real person": "heard" };
/** Of one person: for others it is not there. */
const ofOneself: Rule = { visitor: "sign-in", "its person": "ok", others: "not-found" };
const admins: Rule = { visitor: "sign-in", admin: "ok", others: "refused" };
/** Of an organisation with an admin the platform decides nothing either. */
const ownAdmins: Rule = { visitor: "sign-in", "own admin": "ok", others: "refused" };
const ownAdminsPage: Rule = { visitor: "sign-in", "own admin": "ok", admin: "not-found", others: "refused" };
/** The words of the field belong to nobody, so those who guard the whole catalogue keep them. */
const guards: Rule = { visitor: "sign-in", moderator: "ok", "platform admin": "ok", others: "refused" };
const partnerships: Rule = { visitor: "sign-in", "keeps a partnership": "ok", others: "refused" };
const platform: Rule = { visitor: "sign-in", "platform admin": "ok", others: "refused" };
/** An organisation or a person that does not exist: whoever runs the platform knows all of them. */
const unknownPlace: Rule = { visitor: "sign-in", "platform admin": "not-found", others: "refused" };
const realPlatform: Rule = {
  visitor: "sign-in",
  "a real platform admin": "ok",
  "platform admin": "not-found",
  others: "refused",
};
/** Of one gemeente: for others it is not there. */
const ownManager: Rule = {
  visitor: "sign-in",
  "own manager": "ok",
  "own gemeente": "refused",
  others: "not-found",
};
/** A file that a manager keeps for a dry run, and nobody else. */
const ofOwnFile: Rule = {
  visitor: "sign-in",
  "its person": "asked",
  "manager of a gemeente": "not-found",
  others: "refused",
};
const secondManager: Rule = { visitor: "sign-in", "its writer": "refused", ...ownManager };
/** Reads along from the moment that a text is offered. */
const reader: Rule = { "own coordinator": "ok", moderator: "ok", others: "not-found" };
const writer: Rule = { "own coordinator": "ok", others: "not-found" };
/** The same in the rooms for publishing, which say to others whom they are for. */
const managedReader: Rule = {
  visitor: "sign-in",
  "own coordinator": "ok",
  moderator: "ok",
  coordinator: "not-found",
  others: "refused",
};
const managedText: Rule = {
  visitor: "sign-in",
  "own coordinator": "ok",
  coordinator: "not-found",
  others: "refused",
};
const managedWriter: Rule = {
  visitor: "sign-in",
  "own coordinator": "ok",
  coordinator: "not-found",
  moderator: "not-found",
  others: "refused",
};
/** A step of publishing: what is not published does not exist for whoever may not read it. */
const ownStep: Rule = { visitor: "sign-in", "own coordinator": "ok", others: "not-found" };
const offeredStep: Rule = {
  visitor: "sign-in",
  "own coordinator": "ok",
  moderator: "refused",
  others: "not-found",
};
const approval: Rule = {
  visitor: "sign-in",
  "its writer": "refused",
  "own coordinator": "ok",
  moderator: "ok",
  others: "not-found",
};
const publishedStep: Rule = { visitor: "sign-in", "own coordinator": "ok", others: "refused" };
const publishedApproval: Rule = { ...approval, others: "refused" };
/** Whoever is signed in hears the same of everything that does not exist. */
const unknown: Rule = { visitor: "sign-in", others: "not-found" };
const answer: Rule = { visitor: "sign-in", "own coordinator": "ok", others: "refused" };

// biome-ignore format: one row per line reads as the table that it is
export const table: Row[] = [
  // What everybody may read
  page("/", open),
  page("/voorzieningen", open),
  page("/voorzieningen/[slug]", open, "a published solution"),
  page("/voorzieningen/[slug]", writer, "a draft"),
  page("/voorzieningen/[slug]", reader, "a draft in review"),
  page("/voorzieningen/[slug]/deelnemers", open, "a published solution"),
  page("/voorzieningen/[slug]/deelnemers", writer, "a draft"),
  page("/voorzieningen/[slug]/oordelen", open, "a published solution"),
  page("/voorzieningen/[slug]/oordelen", writer, "a draft"),
  page("/voorzieningen/[slug]/versies/[number]", open, "a published solution"),
  page("/voorzieningen/[slug]/versies/[number]", nowhere, "a draft"),
  page("/voorzieningen/[slug]/versies/[number]", nowhere, "an edit in review"),
  page("/gemeenten", open),
  page("/gemeenten/[slug]", open, "a gemeente"),
  page("/dashboard", open),
  page("/dashboard/deelnames", open),
  page("/dashboard/vergelijken", open),
  { ...route("GET /api/dashboard", open), query: "?deel=verloop" },
  page("/privacy", open),
  page("/toegankelijkheid", open),
  page("/niet-gevonden", open),
  page("/vergelijken", open),
  page("/bladeren", open),
  { ...page("/bladeren/[ingang]/[slug]", open), path: "/bladeren/thema/dienstverlening" },
  route("GET /api/vergelijking", open),
  { ...page("/zoeken", { everyone: "elsewhere" }), query: "?q=parkeren" },
  { ...route("GET /api/zoeksuggesties", open), query: "?q=zaak" },
  { ...page("/[...rest]", nowhere), path: "/bestaat-niet" },
  route("GET /api/v1/voorzieningen", open),
  route("GET /api/v1/voorzieningen/[slug]", open, "a published solution"),
  route("GET /api/v1/voorzieningen/[slug]", nowhere, "a draft"),
  route("GET /api/v1/voorzieningen/[slug]", nowhere, "a draft in review"),
  route("GET /api/v1/openapi.json", open),
  { ...route("GET /api/v1/[...rest]", nowhere), path: "/api/v1/bestaat-niet" },

  // Signing in and out
  page("/inloggen", open),
  { ...act("accounts/demoSignInAction", open, "a demo person", ({ id }) => ({ userId: id })), unknown: { everyone: "sign-in" } },
  act("accounts/demoSignInAction", { everyone: "sign-in" }, "a real person", ({ id }) => ({ userId: id })),
  act("accounts/signOutAction", { "has a session": "ok", others: "nothing" }, undefined, () => ({})),
  { ...route("GET /api/auth/[...nextauth]", { everyone: "sign-in" }), path: "/api/auth/session" },

  page("/inloggen/code", { everyone: "sign-in" }),
  page("/inloggen/bevestigen", open),
  page("/inloggen/tweede-factor", realPeople),
  page("/postvak", open),
  { ...route("GET /inloggen/via/[id]", { everyone: "sign-in" }, "a demo provider"), unknown: { everyone: "sign-in" } },
  act("accounts/sign-in/requestCodeAction", { everyone: "asked" }, undefined, () => ({ email: "iemand@matrix.example" })),
  act("accounts/sign-in/repeatCodeAction", { everyone: "heard" }, undefined, () => ({})),
  act("accounts/sign-in/typeCodeAction", { everyone: "heard" }, undefined, () => ({ code: "123456" })),
  act("accounts/sign-in/confirmLinkAction", { everyone: "heard" }, undefined, () => ({ token: "x".repeat(43) })),
  act("accounts/identities/findOrganisationAction", { everyone: "sign-in" }, undefined, () => ({ text: "Zwolle" })),
  page("/account", signedIn),
  page("/account/sessies", signedIn),
  page("/account/gegevens", signedIn),
  page("/account/inlogaccounts", signedIn),
  route("GET /api/account/gegevens", signedIn),
  act("privacy/eraseMyselfAction", judged, undefined, () => ({ confirmation: "een.ander@matrix.example" })),
  page("/account/tweede-factor", realPeople),
  page("/account/tweede-factor/app", { everyone: "elsewhere" }),
  page("/account/tweede-factor/herstelcodes", realPeople),
  act("accounts/profile/saveProfileAction", realPeople, undefined, () => ({ name: "Andere Naam", functionTitle: "" })),
  { ...act("accounts/sessions/endSessionAction", { visitor: "sign-in", "its person": "ok", "a real person": "heard", others: "refused" }, "a session", ({ id }) => ({ sessionId: id })), unknown: judged },
  act("accounts/sessions/endOtherSessionsAction", realPeople, undefined, () => ({})),
  act("accounts/identities/unlinkIdentityAction", ofOneself, "an identity", ({ id }) => ({ identityId: id })),
  act("accounts/second-factor/proveByCodeAction", judged, undefined, () => ({ code: "123456" })),
  act("accounts/second-factor/proveByRecoveryCodeAction", judged, undefined, () => ({ recoveryCode: "AAAA-BBBB-CCCC-DDDD" })),
  act("accounts/second-factor/proveByPasskeyAction", judged, undefined, () => ({ response: passkeyAnswer })),
  act("accounts/second-factor/startTotpAction", { ...realPeople, "a real person": "asked" }, undefined, () => ({})),
  act("accounts/second-factor/addTotpAction", judged, undefined, () => ({ name: "App", code: "123456" })),
  act("accounts/second-factor/addPasskeyAction", judged, undefined, () => ({ name: "Sleutel", response: newPasskey })),
  act("accounts/second-factor/removeFactorAction", { visitor: "sign-in", "its person": "ok", "a real person": "not-found", others: "refused" }, "a second factor", ({ id }) => ({ factorId: id })),
  act("accounts/second-factor/askForNewPasskeyAction", { ...realPeople, "a real person": "asked" }, undefined, () => ({})),
  act("accounts/second-factor/askForPasskeyAction", { "has a second factor": "asked", ...judged }, undefined, () => ({})),
  act("accounts/second-factor/renewRecoveryCodesAction", { "has a second factor": "ok", ...judged }, undefined, () => ({})),
  { ...act("accounts/second-factor/resetFactorsAction", { visitor: "sign-in", "its person": "refused", "a real admin": "ok", "a real platform admin": "ok", others: "refused" }, "a real person", ({ id }) => ({ userId: id })), unknown: { visitor: "sign-in", "some real admin": "not-found", "a real platform admin": "not-found", others: "refused" } },

  // Eigen zoekopdrachten
  page("/account/zoekopdrachten", signedIn),
  act("search/saved/saveSearchAction", signedIn, undefined, () => ({ name: "Parkeren", query: "q=parkeren" })),
  act("search/saved/removeSearchAction", ofOneself, "a saved search", ({ id }) => ({ id })),
  act("search/saved/openSearchAction", { ...ofOneself, "its person": "asked" }, "a saved search", ({ id }) => ({ id })),

  // Volgen
  page("/account/volgen", signedIn),
  page("/afmelden", open),
  { ...act("follows/followAction", { visitor: "nothing", others: "ok" }, "a published solution", ({ slug }) => ({ kind: "voorziening", key: slug })), unknown: { everyone: "nothing" } },
  { ...act("follows/followAction", { everyone: "nothing" }, "a draft", ({ slug }) => ({ kind: "voorziening", key: slug })), unknown: { everyone: "nothing" } },
  { ...act("follows/unfollowAction", { "its person": "ok", others: "nothing" }, "something followed", ({ isUnknown }) => ({ kind: "thema", key: isUnknown ? "bestaat-niet" : "dienstverlening" })), unknown: { everyone: "nothing" } },
  act("follows/chooseFrequencyAction", signedIn, undefined, () => ({ frequency: "DAILY" })),
  act("follows/markSeenAction", { visitor: "nothing", others: "asked" }, undefined, () => ({})),
  { ...act("follows/stopMailAction", { everyone: "nothing" }, "a real person", ({ id }) => ({ wie: id, code: "0".repeat(64) })), unknown: { everyone: "nothing" } },

  // Lidmaatschap
  page("/account/lidmaatschap", signedIn),
  page("/account/lidmaatschap/aanvragen/[slug]", signedIn, "an organisation"),
  { ...page("/account/uitnodiging/[token]", open, "an invitation"), unknown: open },
  act("memberships/requestMembershipAction", signedIn, "an organisation", ({ id }) => ({ organisationId: id, role: "MEMBER" })),
  { ...act("memberships/withdrawRequestAction", { visitor: "sign-in", "its person": "ok", others: "heard" }, "a request", ({ id }) => ({ requestId: id })), unknown: { visitor: "sign-in", others: "heard" } },
  act("memberships/leaveOrganisationAction", { visitor: "sign-in", "belongs to it": "ok", "suspended in it": "ok", others: "not-found" }, "a gemeente", ({ id }) => ({ organisationId: id })),
  { ...act("memberships/acceptInvitationAction", { visitor: "sign-in", "its person": "ok", others: "refused" }, "an invitation", ({ token = "" }) => ({ token })), unknown: { visitor: "sign-in", others: "heard" } },
  { ...act("memberships/switchOrganisationAction", { "belongs to it": "ok", others: "nothing" }, "a gemeente", ({ id }) => ({ organisationId: id })), unknown: { everyone: "nothing" } },

  // Fills in again what was not taken; whoever acts for another organisation by then switches back.
  { ...act("accounts/unsent/reopenFormAction", { "acts for it": "nothing", "belongs to it": "ok", others: "nothing" }, "a gemeente", ({ id }) => ({ actingFor: id, formId: "behoefte" })), unknown: { everyone: "nothing" } },

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

  // Mijn gemeente
  page("/mijn", gemeenten),
  page("/mijn/voorstellen", gemeenten),
  page("/mijn/vergelijkbaar", gemeenten),
  page("/mijn/aandacht", gemeenten),
  page("/mijn/bevestigen", gemeenten),
  page("/mijn/importeren", gemeenten),
  page("/mijn/importeren/[id]", { visitor: "sign-in", "its person": "ok", "a gemeente": "not-found", others: "refused" }, "a kept file"),
  // What is kept for a dry run is no change yet; the log tells of the import.
  act("adoptions/spreadsheet/uploadSheetAction", { ...managers, "manager of a gemeente": "asked" }, undefined, () => ({ bestand: new File(["Voorziening;Stand\nOpen Zaak;belangstelling\n"], "adopties.csv") })),
  act("adoptions/spreadsheet/importSheetAction", { ...ofOwnFile, "its person": "heard" }, "a kept file", ({ id }) => ({ id, seen: "0".repeat(64) })),
  act("adoptions/spreadsheet/discardSheetAction", ofOwnFile, "a kept file", ({ id }) => ({ id })),
  // Without a choice of adoptions there is nothing to change together.
  page("/mijn/bewerken", { ...gemeenten, "a gemeente": "elsewhere" }),
  act("adoptions/editing/editManyAction", { visitor: "sign-in", "own manager": "ok", "manager of a gemeente": "not-found", others: "refused" }, "an adoption", ({ id }) => ({ ids: id, leadName: "J. de Vries", reason: "Nieuwe trekker." })),
  act("adoptions/editing/handOverAction", { visitor: "sign-in", "manager of a gemeente": "heard", "admin of a gemeente": "heard", others: "refused" }, undefined, () => ({ from: "Niemand met deze naam", to: "J. de Vries" })),
  page("/mijn/overdragen", gemeenten),
  page("/mijn/overzicht", gemeenten),
  page("/mijn/rapport", gemeenten),
  route("GET /api/mijn/adopties", gemeenten),
  page("/mijn/[slug]", gemeenten, "a published solution"),
  page("/mijn/[slug]", { ...gemeenten, "a gemeente": "not-found" }, "a draft"),
  page("/mijn/[slug]/belangstelling", gemeenten, "a solution without adoptions"),
  page("/mijn/[slug]/planning", gemeenten, "a published solution"),
  page("/mijn/[slug]/correctie", gemeenten, "a published solution"),
  page("/mijn/[slug]/zichtbaarheid", gemeenten, "a published solution"),
  { ...page("/mijn/[slug]/stap", gemeenten, "a published solution"), query: "?naar=DECIDING" },
  act("adoptions/registerInterestAction", gemeenten, "a solution without adoptions", ({ id }) => ({ solutionId: id, contactName: "J. de Vries" })),
  act("adoptions/registerInterestAction", { ...gemeenten, "a gemeente": "not-found" }, "a draft", ({ id }) => ({ solutionId: id, contactName: "J. de Vries" })),
  act("adoptions/startStatutoryAction", managers, "a solution that the law demands", ({ id }) => ({ solutionId: id, occurredOn: today(), leadName: "J. de Vries", nextOn: later })),
  act("adoptions/moveAdoptionAction", ownManager, "an adoption", (it) => ({ ...ofAdoption(it), to: "DECIDING", occurredOn: today(), nextStep: "College" })),
  act("adoptions/correctAdoptionAction", ownManager, "an adoption", (it) => ({ ...ofAdoption(it), to: "INTERESTED", occurredOn: "2026-01-15", reason: "Verkeerd ingevuld." })),
  act("adoptions/adjustPlanAction", ownManager, "an adoption", (it) => ({ ...ofAdoption(it), nextStep: "College", reason: "Nieuwe planning." })),
  act("adoptions/confirmation/confirmStillAction", { visitor: "sign-in", "own manager": "ok", "manager of a gemeente": "not-found", others: "refused" }, "an adoption", ({ id }) => ({ ids: id })),
  act("adoptions/setVisibilityAction", ownManager, "an adoption", (it) => ({ ...ofAdoption(it), visibility: "hidden" })),
  act("adoptions/appointLeadAction", ownManager, "an adoption", (it) => ({ ...ofAdoption(it), leadId: "nobody" })),
  page("/mijn/[slug]/taken/nieuw", gemeenten, "a published solution"),
  page("/mijn/[slug]/taken/[nummer]", { visitor: "sign-in", "own gemeente": "ok", "a gemeente": "not-found", others: "refused" }, "a task"),
  act("adoptions/tasks/prepareTasksAction", ownManager, "an adoption", ({ id }) => ({ adoptionId: id })),
  act("adoptions/tasks/addTaskAction", ownManager, "an adoption", ({ id }) => ({ adoptionId: id, label: "Werkplekken inrichten" })),
  act("adoptions/tasks/changeTaskAction", ownManager, "a task", ({ id }) => ({ taskId: id, version: "1", label: "Koppeling aanvragen", note: "Gevraagd." })),
  act("adoptions/tasks/completeTaskAction", ownManager, "a task", ({ id }) => ({ taskId: id, version: "1" })),
  act("adoptions/tasks/removeTaskAction", ownManager, "a task", ({ id }) => ({ taskId: id, version: "1" })),
  page("/mijn/[slug]/documenten", gemeenten, "a published solution"),
  act("adoptions/documents/addDocumentAction", ownManager, "an adoption", ({ id }) => ({ adoptionId: id, bestand: pdf(), ...ofDocument })),
  act("adoptions/documents/changeDocumentAction", ownManager, "a document", ({ id }) => ({ documentId: id, version: "1", ...ofDocument, title: "Anders" })),
  // Before it is removed: the row comes back after that trial, its file does not.
  route("GET /api/documenten/[id]", { "own gemeente": "ok", others: "not-found" }, "a document"),
  act("adoptions/documents/removeDocumentAction", ownManager, "a document", ({ id }) => ({ documentId: id, version: "1" })),
  // Of a gemeente that is exploring: no further than who may know that.
  route("GET /api/documenten/[id]", { "a gemeente": "ok", others: "not-found" }, "a document for gemeenten"),
  route("GET /api/documenten/[id]", { "own gemeente": "ok", "a coordinator of Dimpact": "ok", others: "not-found" }, "a document for the provider"),
  route("GET /api/documenten/[id]", { "a gemeente": "ok", "a coordinator of Dimpact": "ok", others: "not-found" }, "a document for everybody"),
  act("adoptions/confirmDecisionAction", secondManager, "a decision that waits", ({ id }) => ({ proposalId: id })),
  act("adoptions/rejectDecisionAction", secondManager, "a decision that waits", ({ id }) => ({ proposalId: id, reason: "Nog niet besproken." })),
  act("adoptions/withdrawDecisionAction", { visitor: "sign-in", "its writer": "ok", "own gemeente": "refused", others: "not-found" }, "a decision that waits", ({ id }) => ({ proposalId: id })),
  act("adoptions/confirmFactAction", ownManager, "a public fact", ({ id }) => ({ proposalId: id, occurredOn: "2026-01-01" })),
  act("adoptions/rejectFactAction", ownManager, "a public fact", ({ id }) => ({ proposalId: id, reason: "Klopt niet." })),

  // Behoeften
  page("/behoeften/nieuw", gemeenten),
  act("needs/submitNeedAction", gemeenten, undefined, () => ({ title: "Laadpalen", text: "Inwoners vragen steeds vaker om laadpalen.", question: "laadpalen" })),

  // Oordelen
  { ...page("/voorzieningen/[slug]/oordeel", gemeenten, "a published solution"), unknown: nowhere },
  page("/voorzieningen/[slug]/oordeel", nowhere, "a draft"),
  { ...page("/voorzieningen/[slug]/oordelen/[id]/antwoord", answer, "a review"), unknown: nowhere },
  act("reviews/writeReviewAction", gemeenten, "a solution without adoptions", ({ slug }) => ({ slug, version: "0", addedValue: "4" })),
  act("reviews/writeReviewAction", { ...gemeenten, "a gemeente": "not-found" }, "a draft", ({ slug }) => ({ slug, version: "0", addedValue: "4" })),
  { ...act("reviews/answerReviewAction", answer, "a review", ({ slug, id }) => ({ slug, reviewId: id, version: "1", reply: "Dank." })), unknown: managedText },

  // Zoekwoorden
  page("/beheer/zoekwoorden", guards),
  page("/beheer/zoekwoorden/nieuw", guards),
  page("/beheer/zoekwoorden/[id]", guards, "a word"),
  act("search/synonyms/addSynonymAction", guards, undefined, () => ofWord("Nieuw woord")),
  act("search/synonyms/changeSynonymAction", guards, "a word", ({ id, version }) => ({ id, version, ...ofWord("Ander woord") })),
  act("search/synonyms/removeSynonymAction", guards, "a word", ({ id, version }) => ({ id, version })),

  // Beheer
  page("/beheer", publishers),
  page("/beheer/nieuw", coordinators),
  page("/beheer/[slug]", managedReader, "a published solution"),
  page("/beheer/[slug]", managedWriter, "a draft"),
  page("/beheer/[slug]", managedReader, "a draft in review"),
  page("/beheer/[slug]/bewerken", managedWriter, "a published solution"),
  page("/beheer/[slug]/bewerken", managedWriter, "a draft"),
  page("/beheer/[slug]/voorbeeld", managedWriter, "a draft"),
  page("/beheer/[slug]/voorbeeld", managedReader, "a draft in review"),
  page("/beheer/[slug]/voorbeeld", managedReader, "an edit in review"),
  act("solutions/createSolutionAction", coordinators, undefined, () => ({ ...ofText, name: "Iets heel nieuws", summary: "Een nieuwe voorziening voor allen." })),
  act("solutions/saveDraftAction", managedText, "a draft", ofEdit),
  act("solutions/submitForReviewAction", ownStep, "a draft", ofStep),
  act("solutions/discardDraftAction", ownStep, "a draft", ofStep),
  { ...act("solutions/withdrawAction", offeredStep, "a draft in review", ofStep), unknown },
  act("solutions/publishAction", approval, "a draft in review", ofStep),
  act("solutions/requestChangesAction", approval, "a draft in review", (it) => ({ ...ofStep(it), comment: "Vul de doelgroep aan." })),
  { ...act("solutions/publishAction", publishedApproval, "an edit in review", ofStep), unknown },
  { ...act("solutions/requestChangesAction", publishedApproval, "an edit in review", (it) => ({ ...ofStep(it), comment: "Vul de doelgroep aan." })), unknown },
  { ...act("solutions/withdrawAction", publishedStep, "an edit in review", ofStep), unknown },
  { ...act("solutions/discardDraftAction", publishedStep, "an edit in review", ofStep), unknown },
  { ...act("solutions/confirmFreshnessAction", publishedStep, "a published solution", ({ id, version }) => ({ solutionId: id, version })), unknown },
  act("solutions/confirmFreshnessAction", { visitor: "sign-in", "own coordinator": "refused", others: "not-found" }, "a draft", ({ id, version }) => ({ solutionId: id, version })),
];

const later = "2099-01-01";
const pdf = () => new File(["%PDF-1.7\nbesluit\n%%EOF"], "besluit.pdf");
const ofDocument: Fields = {
  kind: "COLLEGE_DECISION",
  title: "Besluit",
  datedOn: "2026-01-01",
  visibility: "OWN",
};
const ofText: Fields = {
  kind: "COMPONENT",
  theme: "DIENSTVERLENING",
  phase: "PILOT",
  audience: "Gemeenten.",
};

function ofWord(term: string): Fields {
  return { term, expansions: "voorbeeld", direction: "one", weight: "80", note: "" };
}

const ofMerger: Fields = { predecessors: "Kampen", into: "Zwolle", effectiveOn: "2030-01-01" };
const ofProvider: Fields = {
  label: "Nieuw",
  issuer: "https://nieuw.example.invalid",
  clientId: "nieuw",
  mailDomains: "nieuw.example",
};
const credential = { id: "AAAA", rawId: "AAAA", type: "public-key" };
const newPasskey = JSON.stringify({
  ...credential,
  response: { clientDataJSON: "AAAA", attestationObject: "AAAA" },
});
const passkeyAnswer = JSON.stringify({
  ...credential,
  response: { clientDataJSON: "AAAA", authenticatorData: "AAAA", signature: "AAAA" },
});

function ofAdoption({ id, version }: Thing): Fields {
  return { adoptionId: id, version };
}

function ofMember({ id, ownerId = "" }: Thing): Fields {
  return { organisationId: ownerId, userId: id };
}

function ofStep({ id }: Thing): Fields {
  return { solutionId: id, revision: "1" };
}

function ofEdit(thing: Thing): Fields {
  const said = { name: "Een nieuwe naam", summary: "Een samenvatting die lang genoeg is." };
  const chosen = { obligation: "VOLUNTARY", priceModel: "FREE" };
  return { ...ofText, ...said, ...chosen, ...ofStep(thing), version: thing.version };
}

function page(address: string, rule: Rule, about?: Kind): Row {
  return { entrance: `page ${address}`, rule, about };
}

function route(methodAndAddress: string, rule: Rule, about?: Kind): Row {
  return { entrance: methodAndAddress, rule, about };
}

function act(name: string, rule: Rule, about: Kind | undefined, fields: (thing: Thing) => Fields): Row {
  return { entrance: name, rule, about, fields };
}
