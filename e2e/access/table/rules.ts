import type { Rule } from "../rule";

// The rules that more than one row of the table follows.

export const open: Rule = { everyone: "ok" };
export const nowhere: Rule = { everyone: "not-found" };
export const gemeenten: Rule = { visitor: "sign-in", "a gemeente": "ok", others: "refused" };
export const managers: Rule = { visitor: "sign-in", "manager of a gemeente": "ok", others: "refused" };
export const publishers: Rule = { visitor: "sign-in", coordinator: "ok", moderator: "ok", others: "refused" };
export const coordinators: Rule = { visitor: "sign-in", coordinator: "ok", others: "refused" };
export const signedIn: Rule = { visitor: "sign-in", others: "ok" };
/** Anybody can be a person of the demonstration, so those have no account of their own. */
export const realPeople: Rule = { visitor: "sign-in", "a real person": "ok", others: "refused" };
export const judged: Rule = { ...realPeople, "a real person": "heard" };
/** Of one person: for others it is not there. */
export const ofOneself: Rule = { visitor: "sign-in", "its person": "ok", others: "not-found" };
export const admins: Rule = { visitor: "sign-in", admin: "ok", others: "refused" };
/** Of an organisation with an admin the platform decides nothing either. */
export const ownAdmins: Rule = { visitor: "sign-in", "own admin": "ok", others: "refused" };
export const ownAdminsPage: Rule = {
  visitor: "sign-in",
  "own admin": "ok",
  admin: "not-found",
  others: "refused",
};
/** The words of the field belong to nobody, so those who guard the whole catalogue keep them. */
export const guards: Rule = {
  visitor: "sign-in",
  moderator: "ok",
  "platform admin": "ok",
  others: "refused",
};
export const partnerships: Rule = { visitor: "sign-in", "keeps a partnership": "ok", others: "refused" };
export const platform: Rule = { visitor: "sign-in", "platform admin": "ok", others: "refused" };
/** An organisation or a person that does not exist: whoever runs the platform knows all of them. */
export const unknownPlace: Rule = { visitor: "sign-in", "platform admin": "not-found", others: "refused" };
export const realPlatform: Rule = {
  visitor: "sign-in",
  "a real platform admin": "ok",
  "platform admin": "not-found",
  others: "refused",
};
/** Of one gemeente: for others it is not there. */
export const ownManager: Rule = {
  visitor: "sign-in",
  "own manager": "ok",
  "own gemeente": "refused",
  others: "not-found",
};
/** A file that a manager keeps for a dry run, and nobody else. */
export const ofOwnFile: Rule = {
  visitor: "sign-in",
  "its person": "asked",
  "manager of a gemeente": "not-found",
  others: "refused",
};
export const secondManager: Rule = { visitor: "sign-in", "its writer": "refused", ...ownManager };
/** Reads along from the moment that a text is offered. */
export const reader: Rule = { "own coordinator": "ok", moderator: "ok", others: "not-found" };
export const writer: Rule = { "own coordinator": "ok", others: "not-found" };
/** The same in the rooms for publishing, which say to others whom they are for. */
export const managedReader: Rule = {
  visitor: "sign-in",
  "own coordinator": "ok",
  moderator: "ok",
  coordinator: "not-found",
  others: "refused",
};
export const managedText: Rule = {
  visitor: "sign-in",
  "own coordinator": "ok",
  coordinator: "not-found",
  others: "refused",
};
export const managedWriter: Rule = {
  visitor: "sign-in",
  "own coordinator": "ok",
  coordinator: "not-found",
  moderator: "not-found",
  others: "refused",
};
/** A step of publishing: what is not published does not exist for whoever may not read it. */
export const ownStep: Rule = { visitor: "sign-in", "own coordinator": "ok", others: "not-found" };
export const offeredStep: Rule = {
  visitor: "sign-in",
  "own coordinator": "ok",
  moderator: "refused",
  others: "not-found",
};
export const approval: Rule = {
  visitor: "sign-in",
  "its writer": "refused",
  "own coordinator": "ok",
  moderator: "ok",
  others: "not-found",
};
export const publishedStep: Rule = { visitor: "sign-in", "own coordinator": "ok", others: "refused" };
export const publishedApproval: Rule = { ...approval, others: "refused" };
/** Whoever is signed in hears the same of everything that does not exist. */
export const unknown: Rule = { visitor: "sign-in", others: "not-found" };
export const answer: Rule = { visitor: "sign-in", "own coordinator": "ok", others: "refused" };
