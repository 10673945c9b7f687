import { ofEdit, ofStep, ofText, ofWord } from "./fields";
import { act, page, type Row } from "./row";
import {
  approval,
  coordinators,
  guards,
  managedReader,
  managedText,
  managedWriter,
  offeredStep,
  ownStep,
  platform,
  publishedApproval,
  publishedStep,
  publishers,
  unknown,
} from "./rules";

// What providers and guards of the catalogue do.
// biome-ignore format: one row per line reads as the table that it is
export const manage: Row[] = [
  // Zoekwoorden
  page("/beheer/zoekwoorden", guards),
  page("/beheer/zoekwoorden/nieuw", guards),
  page("/beheer/zoekwoorden/[id]", guards, "a word"),
  act("search/synonyms/addSynonymAction", guards, undefined, () => ofWord("Nieuw woord")),
  act("search/synonyms/changeSynonymAction", guards, "a word", ({ id, version }) => ({ id, version, ...ofWord("Ander woord") })),
  act("search/synonyms/removeSynonymAction", guards, "a word", ({ id, version }) => ({ id, version })),

  // Gebruikelijke stappen
  page("/platform/stappen", platform),
  { ...page("/platform/stappen/[soort]", platform), path: "/platform/stappen/component" },
  page("/beheer/[slug]/stappen", managedWriter, "a published solution"),
  page("/beheer/[slug]/stappen", managedWriter, "a draft"),
  act("adoptions/templates/addStepAction", platform, undefined, () => ({ scope: "COMPONENT", version: "0", label: "Nog een stap" })),
  act("adoptions/templates/addStepAction", ownStep, "a published solution", ({ slug }) => ({ scope: slug, version: "0-0", label: "Nog een stap" })),
  act("adoptions/templates/addStepAction", ownStep, "a draft", ({ slug }) => ({ scope: slug, version: "0-0", label: "Nog een stap" })),
  act("adoptions/templates/changeStepAction", platform, undefined, () => ({ scope: "COMPONENT", version: "0", position: "1", label: "Andere woorden" })),
  act("adoptions/templates/changeStepAction", ownStep, "a published solution", ({ slug }) => ({ scope: slug, version: "0-0", position: "1", label: "Andere woorden" })),
  act("adoptions/templates/moveStepAction", platform, undefined, () => ({ scope: "COMPONENT", version: "0", position: "2", edit: "up" })),
  act("adoptions/templates/moveStepAction", ownStep, "a published solution", ({ slug }) => ({ scope: slug, version: "0-0", position: "1", edit: "remove" })),
  act("adoptions/templates/resetStepsAction", platform, undefined, () => ({ scope: "COMPONENT", version: "0" })),
  act("adoptions/templates/resetStepsAction", ownStep, "a published solution", ({ slug }) => ({ scope: slug, version: "0-0" })),

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
