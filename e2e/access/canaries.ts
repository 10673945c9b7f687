import type pg from "pg";
import type { Person } from "./people";
import type { Who } from "./rule";
import type { content } from "./solution-maker";
import type { Thing, World } from "./things";

/** A word that stands nowhere else, planted in something that is not for everybody. */
export type Canary = {
  word: string;
  what: string;
  /** Who may be sent it, in the words of the table, and about what. */
  mayKnow: Who[];
  thing: Thing;
  /** Is it shown to them on some page? Some things are shown to nobody. */
  isShown: boolean;
};

let count = 0;
const newWord = () => `kanarie${(++count).toString(36).padStart(3, "q")}zx`;

type Secret = Omit<Canary, "word" | "isShown"> & {
  isShown?: boolean;
  plant: (word: string) => Promise<unknown>;
};

/** Plants a word in every secret of the world; returns them with who may know them. */
export async function plant(db: pg.Client, world: World, people: Person[]): Promise<Canary[]> {
  const secrets = [
    ...ofAdoptions(db, world),
    ...ofProposals(db, world),
    ...ofDrafts(db, world),
    ...ofPeople(db, people),
    ...ofSystem(db, world),
  ];
  const canaries: Canary[] = [];
  for (const { plant: sow, isShown = true, ...secret } of secrets) {
    const word = newWord();
    await sow(word);
    canaries.push({ word, isShown, ...secret });
  }
  return canaries;
}

const ownGemeente: Who[] = ["own gemeente"];

function ofAdoptions(db: pg.Client, world: World): Secret[] {
  const [thing] = known(world["an adoption"]);
  if (!thing) throw new Error("there is no adoption");
  const inAdoption = (column: string) => (word: string) =>
    db.query(`UPDATE "Adoption" SET "${column}" = $1 WHERE "id" = $2`, [word, thing.id]);
  const inEvent =
    (column: string, value = "to_jsonb($1::text)") =>
    (word: string) =>
      withoutTriggers(db, () =>
        db.query(
          `UPDATE "AdoptionEvent" SET "${column}" = ${value} WHERE "adoptionId" = $2 AND "position" = 2`,
          [word, thing.id],
        ),
      );
  return [
    { what: "a contact person", plant: inAdoption("contactName") },
    { what: "a lead", plant: inAdoption("leadName") },
    { what: "a next step", plant: inAdoption("nextStep") },
    { what: "the reason of a step", plant: inEvent("reason", "$1") },
    { what: "a case number", plant: inEvent("reference", "$1") },
    { what: "what was told with a step", plant: inEvent("data", "jsonb_build_object('scope', $1::text)") },
  ].map((secret) => ({ ...secret, thing, mayKnow: ownGemeente }));
}

function ofProposals(db: pg.Client, world: World): Secret[] {
  const [decision] = known(world["a decision that waits"]);
  const [fact] = known(world["a public fact"]);
  if (!decision || !fact) throw new Error("there are no proposals");
  const claim = `UPDATE "AdoptionProposal" SET "origin" = 'PROVIDER', "note" = $1 WHERE "id" = $2`;
  const reason = `UPDATE "AdoptionProposal" SET "step" = "step" || jsonb_build_object('reason', $1::text) WHERE "id" = $2`;
  return [
    {
      what: "the reason of a decision that waits",
      thing: decision,
      mayKnow: ownGemeente,
      plant: (word) => db.query(reason, [word, decision.id]),
    },
    {
      what: "what a provider says about a gemeente",
      thing: fact,
      mayKnow: ownGemeente,
      isShown: false,
      plant: (word) => db.query(claim, [word, fact.id]),
    },
  ];
}

function ofDrafts(db: pg.Client, world: World): Secret[] {
  const [draft] = known(world["a draft"]);
  const [offered] = known(world["a draft in review"]);
  const [edit] = known(world["an edit in review"]);
  const [solution] = known(world["a published solution"]);
  if (!draft || !offered || !edit || !solution) throw new Error("there are no texts");
  const inText = (thing: Thing, field: "description" | "summary" | "audience") => (word: string) =>
    setText(db, thing, { [field]: word });
  const link = `INSERT INTO "SolutionLink" ("solutionId", "label", "url", "visibility") VALUES ($2, $1, 'https://besloten.example/' || $1, 'GEMEENTEN')`;
  return [
    {
      what: "the text of a draft",
      thing: draft,
      mayKnow: ["own coordinator"],
      plant: inText(draft, "description"),
    },
    {
      what: "the name of a draft",
      thing: draft,
      mayKnow: ["own coordinator"],
      plant: (word) => rename(db, draft, word),
    },
    {
      what: "a text that was offered",
      thing: offered,
      mayKnow: ["own coordinator", "moderator"],
      plant: inText(offered, "summary"),
    },
    {
      what: "an edit of what is published",
      thing: edit,
      mayKnow: ["own coordinator", "moderator"],
      plant: inText(edit, "audience"),
    },
    {
      what: "words of a reviewer",
      thing: offered,
      mayKnow: ["own coordinator", "moderator"],
      plant: (word) =>
        db.query(`UPDATE "SolutionVersion" SET "comment" = $1 WHERE "solutionId" = $2`, [word, offered.id]),
    },
    {
      what: "a document for gemeenten",
      thing: solution,
      mayKnow: ["a gemeente", "own coordinator", "moderator"],
      plant: (word) => db.query(link, [word, solution.id]),
    },
  ];
}

/** Into the row, which follows the text until it is published, and into its open version. */
async function setText(
  db: pg.Client,
  thing: Thing,
  text: Partial<ReturnType<typeof content>>,
): Promise<void> {
  await db.query(
    `UPDATE "SolutionVersion" SET "content" = "content" || $1::jsonb WHERE "solutionId" = $2 AND "publication" <> 'PUBLISHED'`,
    [text, thing.id],
  );
  for (const [field, word] of Object.entries(text)) {
    await db.query(`UPDATE "Solution" SET "${field}" = $1 WHERE "id" = $2 AND "publication" <> 'PUBLISHED'`, [
      word,
      thing.id,
    ]);
  }
}

const rename = (db: pg.Client, thing: Thing, word: string) => setText(db, thing, { name: `Concept ${word}` });

/** Mail addresses are for their owner; colleagues and others read names at most. */
function ofPeople(db: pg.Client, people: Person[]): Secret[] {
  return people.flatMap(({ name, userId, organisation, isReal }) =>
    userId === null
      ? []
      : [
          {
            what: `the mail address of ${name}`,
            thing: { name, owner: organisation, person: name, id: userId, slug: "", number: "", version: "" },
            mayKnow: isReal
              ? (["its person", "a real admin", "a real platform admin"] satisfies Who[])
              : (["its person", "own admin", "platform admin"] satisfies Who[]),
            isShown: false,
            plant: (word: string) =>
              db.query(`UPDATE "User" SET "email" = $1 || '@matrix.example' WHERE "id" = $2`, [word, userId]),
          },
        ],
  );
}

function ofSystem(db: pg.Client, world: World): Secret[] {
  const [provider] = known(world["a real provider"]);
  const [session] = known(world["a session"]);
  if (!provider || !session) throw new Error("there is no provider or session");
  const set =
    (table: string, column: string, thing: Thing, before = "") =>
    (word: string) =>
      db.query(`UPDATE "${table}" SET "${column}" = $1 WHERE "id" = $2`, [before + word, thing.id]);
  return [
    {
      what: "the secret of a provider",
      thing: provider,
      mayKnow: [],
      isShown: false,
      plant: set("IdentityProvider", "clientSecret", provider, "v1:"),
    },
    {
      what: "the client of a provider",
      thing: provider,
      mayKnow: ["a real platform admin"],
      plant: set("IdentityProvider", "clientId", provider),
    },
    {
      what: "the browser of a session",
      thing: session,
      mayKnow: ["its person"],
      plant: set("Session", "device", session),
    },
  ];
}

const known = (things: Thing[]) => things.filter(({ isUnknown }) => !isUnknown);

/** History is append-only; a test may write in it. */
async function withoutTriggers(db: pg.Client, work: () => Promise<unknown>): Promise<void> {
  await db.query("SET session_replication_role = replica");
  await work();
  await db.query("SET session_replication_role = DEFAULT");
}
