import type pg from "pg";
import { MemberMaker } from "./member-maker";
import { factorHolder, type Person } from "./people";
import { SolutionMaker, type SolutionOptions } from "./solution-maker";
import { type Kind, kinds, type Thing, unknownThing, type World } from "./things";

type Providers = { slug: string; writer: string }[];
const providers: Providers = [
  { slug: "dimpact", writer: "a coordinator of Dimpact" },
  { slug: "vng-realisatie", writer: "a coordinator of VNG Realisatie" },
];
const gemeenten = [
  { slug: "zwolle", manager: "a manager of Zwolle", task: 7 },
  { slug: "utrecht", manager: "a manager of Utrecht", task: 8 },
];

const documents = {
  "a document": "OWN",
  "a document for the provider": "PROVIDER",
  "a document for gemeenten": "GEMEENTEN",
  "a document for everybody": "PUBLIC",
} satisfies { [kind in Kind]?: string };

/** Fills the database with one thing of each kind per owner; `files` is the folder where files are kept, if any are. */
export async function makeWorld(db: pg.Client, people: Person[], files?: string): Promise<World> {
  const make = new SolutionMaker(db, people, files);
  const members = new MemberMaker(db, people);
  const things = Object.fromEntries(kinds.map((kind) => [kind, [] as Thing[]])) as World;
  for (const provider of providers) {
    const add = async (kind: Kind, options: SolutionOptions) =>
      things[kind].push(await make.solution(kind, provider.slug, options));
    await add("a published solution", {});
    await add("a solution without adoptions", {});
    await add("a solution that the law demands", { obligation: "STATUTORY" });
    await add("a draft", { publication: "DRAFT", edit: "DRAFT", writer: provider.writer });
    await add("a draft in review", { publication: "IN_REVIEW", edit: "IN_REVIEW", writer: provider.writer });
    await add("an edit in review", { edit: "IN_REVIEW", writer: provider.writer });
  }
  const [first, second] = things["a published solution"];
  const [unused] = things["a solution without adoptions"];
  if (!first || !second || !unused) throw new Error("solutions were not made");
  for (const { slug, manager, task } of gemeenten) {
    things["a gemeente"].push(await members.organisation(slug));
    const adoption = await make.adoption(slug, first);
    things["an adoption"].push(adoption);
    things["a task"].push(await make.task(adoption, task));
    for (const [kind, visibility] of Object.entries(documents) as [keyof typeof documents, string][])
      things[kind].push(await make.document(adoption, visibility));
    const waiting = await make.adoption(slug, second);
    things["a decision that waits"].push(await make.decision(slug, second, waiting, manager));
    things["a public fact"].push(await make.fact(slug, unused));
  }
  for (const of of things["a published solution"]) things["a review"].push(await make.review("utrecht", of));
  const holder = factorHolder;
  things["a session"].push(await members.ownedBy(holder, "a session", sessionOf));
  things["a second factor"].push(await members.ownedBy(holder, "a second factor", factorOf));
  things["an identity"].push(await members.ownedBy(holder, "an identity", identityOf));
  things["a saved search"].push(await members.ownedBy(holder, "a search", searchOf));
  things["something followed"].push(await members.ownedBy(holder, "a theme", followOf));
  things["a kept file"].push(await members.ownedBy("a manager of Zwolle", "a file", fileOf));
  things["a word"].push(await members.word("Proefwoord"));
  things["an organisation"].push(await members.organisation("logius"));
  things["a demo provider"].push(await members.signInProvider(true));
  things["a real provider"].push(await members.signInProvider(false));
  things["a partner"].push(await members.partner("almere"));
  things["a herindeling"].push(await members.herindeling("almelo", "hengelo"));
  const colleagues = { zwolle: "a member of Zwolle", utrecht: "a member of Utrecht" };
  for (const [slug, name] of Object.entries(colleagues)) {
    things["a request"].push(await members.request(slug));
    things["an invitation"].push(await members.invitation(slug));
    things["a member"].push(await members.member(slug, name));
    things["a suspended member"].push(await members.suspended(slug));
  }
  things["a request to the platform"].push(await members.request("amersfoort"));
  things["a demo person"].push(members.person("a member of Zwolle"));
  things["a real person"].push(members.person(holder));
  for (const kind of kinds) things[kind].push(unknownThing);
  return things;
}

const sessionOf = `SELECT "id" FROM "Session" WHERE "userId" = $1 ORDER BY "createdAt" DESC LIMIT 1`;
const factorOf = `INSERT INTO "SecondFactor" ("userId", "kind", "name", "key", "credentialId") VALUES ($1, 'PASSKEY', 'Sleutel', 'AAAA', 'AAAA') RETURNING "id"`;
const identityOf = `INSERT INTO "Account" ("userId", "type", "provider", "providerAccountId") VALUES ($1, 'oidc', gen_random_uuid()::text, 's') RETURNING "id"`;
const searchOf = `INSERT INTO "SavedSearch" ("userId", "name", "query") VALUES ($1, 'Loket', 'q=loket') RETURNING "id"`;
const fileOf = `INSERT INTO "PortfolioImport" ("userId", "gemeenteId", "fileName", "rows", "isDemo") SELECT $1, "id", 'adopties.csv', '[]', true FROM "Organisation" WHERE "slug" = 'zwolle' RETURNING "id"`;
const followOf = `INSERT INTO "Follow" ("userId", "theme") VALUES ($1, 'DIENSTVERLENING') RETURNING "id"`;
