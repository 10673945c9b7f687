import { factorHolder, type Person, type Role } from "./people";
import type { Thing } from "./things";

/** What a person meets. */
export type Outcome =
  /** Read it, or did it: then something changed. */
  | "ok"
  /** The same, where the change is a question that waits for an answer: the log tells of the answer. */
  | "asked"
  /** Answered as usual, and nothing changed. */
  | "nothing"
  /** Told to sign in. */
  | "sign-in"
  /** Told that it is not for them. */
  | "refused"
  /** Told to prove anew who they are. */
  | "proof"
  /** Let through, and what was typed was judged: a code that is wrong, a step that cannot be taken now. */
  | "heard"
  /** Told that it does not exist, whether it does or not. */
  | "not-found"
  /** Sent to another page of the site. */
  | "elsewhere";

const has = (person: Person, ...roles: Role[]) => roles.some((role) => person.roles.includes(role));
const owns = (person: Person, { owner }: Thing) => owner !== null && person.organisation === owner;
const actsFor = (person: Person, organisations: string[]) =>
  person.roles.length > 0 && organisations.includes(person.organisation ?? "");

const isPersonOf = (person: Person, thing: Thing) => person.isSignedIn && person.name === thing.person;

/** The words of the table for who somebody is to the thing that a request is about. */
const words = {
  everyone: () => true,
  others: () => true,
  "has a session": (person) => person.hasSession,
  visitor: (person) => !person.isSignedIn,
  "a gemeente": (person) => actsFor(person, ["zwolle", "utrecht"]),
  "a supplier": (person) => actsFor(person, ["maykin"]),
  /** Of some organisation, with a role that counts. */
  "a member": (person) => person.roles.length > 0,
  /** Whatever roles count for them there. */
  "acts for it": owns,
  "belongs to it": (person, thing) => thing.owner !== null && person.organisations.includes(thing.owner),
  "suspended in it": (person, { owner }) => owner !== null && person.suspendedIn.includes(owner),
  "own gemeente": (person, thing) => actsFor(person, ["zwolle", "utrecht"]) && owns(person, thing),
  "own manager": (person, thing) =>
    actsFor(person, ["zwolle", "utrecht"]) && has(person, "MANAGER") && owns(person, thing),
  "own admin": (person, thing) => has(person, "ORGANISATION_ADMIN") && owns(person, thing),
  "own coordinator": (person, thing) => has(person, "COORDINATOR") && owns(person, thing),
  "a coordinator of Dimpact": (person) => actsFor(person, ["dimpact"]) && has(person, "COORDINATOR"),
  /** Wrote the text that it is about. */
  "its writer": isPersonOf,
  /** Whose own it is: a session, a second factor. */
  "its person": isPersonOf,
  "has a second factor": (person) => person.isSignedIn && person.name === factorHolder,
  "a real person": (person) => person.isSignedIn && person.isReal,
  "a real admin": (person, thing) =>
    person.isReal && has(person, "ORGANISATION_ADMIN") && owns(person, thing),
  "some real admin": (person) => person.isReal && has(person, "ORGANISATION_ADMIN"),
  "a real platform admin": (person) => person.isReal && has(person, "PLATFORM_ADMIN"),
  "manager of a gemeente": (person) => actsFor(person, ["zwolle", "utrecht"]) && has(person, "MANAGER"),
  "admin of a gemeente": (person) =>
    actsFor(person, ["zwolle", "utrecht"]) && has(person, "ORGANISATION_ADMIN"),
  /** Runs an organisation of gemeenten: of those here, Dimpact. */
  "keeps a partnership": (person) =>
    actsFor(person, ["dimpact"]) && has(person, "COORDINATOR", "ORGANISATION_ADMIN"),
  coordinator: (person) => has(person, "COORDINATOR"),
  admin: (person) => has(person, "ORGANISATION_ADMIN"),
  moderator: (person) => has(person, "MODERATOR"),
  "platform admin": (person) => has(person, "PLATFORM_ADMIN"),
} satisfies Record<string, (person: Person, thing: Thing) => boolean>;

export type Who = keyof typeof words;

/** Read from left to right: the first word that fits the person tells what they meet. */
export type Rule = { [who in Who]?: Outcome };

export type Rules = {
  rule: Rule;
  /** For what does not exist, where it is not: as for what is another's, and not found for whom it would be open. */
  unknown?: Rule;
};

/**
 * What this person meets by the rule. Unless the table says otherwise nobody owns what does not exist, and
 * whoever would have been let through hears that it is not there.
 */
export function expectedOutcome({ rule, unknown }: Rules, person: Person, thing: Thing): Outcome {
  if (thing.isUnknown && unknown) return outcomeBy(unknown, person, thing).outcome;
  const { outcome } = outcomeBy(rule, person, thing);
  return thing.isUnknown && isOpen(outcome) ? "not-found" : outcome;
}

/** The word of the rule by which somebody is judged: who share one are alike. */
export function wordFor({ rule, unknown }: Rules, person: Person, thing: Thing): Who {
  return outcomeBy((thing.isUnknown && unknown) || rule, person, thing).who;
}

/** What somebody is to a thing, whatever a rule says: people of one standing are alike to the policy. */
export function standingOf(person: Person, { owner }: Thing): string {
  if (!person.isSignedIn) return "signed out";
  if (person.roles.length === 0) return "belongs nowhere";
  if (words["a supplier"](person)) return "supplier";
  const whose = owner === null ? "" : person.organisation === owner ? "own" : "another's";
  if (words["a gemeente"](person))
    return `${whose} gemeente, ${rank(person, "ORGANISATION_ADMIN", "MANAGER")}`;
  return `${whose} provider, ${rank(person, "PLATFORM_ADMIN", "MODERATOR")}`;
}

const rank = (person: Person, ...roles: Role[]) => roles.find((role) => has(person, role)) ?? "others";

function outcomeBy(rule: Rule, person: Person, thing: Thing): { who: Who; outcome: Outcome } {
  for (const [who, outcome] of Object.entries(rule) as [Who, Outcome][]) {
    if (words[who](person, thing)) return { who, outcome };
  }
  throw new Error(`the rule says nothing about ${person.name}`);
}

const isOpen = (outcome: Outcome) => ["ok", "asked", "nothing"].includes(outcome);

/** Is one of these words true of the person and the thing? */
export function isAnyOf(who: Who[], person: Person, thing: Thing): boolean {
  return who.some((word) => words[word](person, thing));
}
