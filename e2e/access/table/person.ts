import { newPasskey, passkeyAnswer } from "./fields";
import { act, page, type Row, route } from "./row";
import { judged, ofOneself, open, realPeople, signedIn } from "./rules";

// What somebody does as a person: sign in, search, follow, belong to an organisation.
// biome-ignore format: one row per line reads as the table that it is
export const person: Row[] = [
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
];
