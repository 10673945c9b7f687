import { today } from "@/lib/core/dates";
import { later, ofAdoption, ofDocument, pdf } from "./fields";
import { act, page, type Row, route } from "./row";
import {
  answer,
  gemeenten,
  managedText,
  managers,
  nowhere,
  ofOwnFile,
  ownManager,
  secondManager,
} from "./rules";

// What a gemeente does: adopt, need, review.
// biome-ignore format: one row per line reads as the table that it is
export const mine: Row[] = [
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
];
