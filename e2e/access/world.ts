import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { today } from "@/lib/core/dates";
import { factorHolder, type Person } from "./people";

/** Something that a request is about: whose it is, and what an address or a form says of it. */
export type Thing = {
  name: string;
  /** The organisation it belongs to. */
  owner: string | null;
  /** Who wrote it, or whose own it is. */
  person?: string;
  isUnknown?: true;
  id: string;
  slug: string;
  number: string;
  version: string;
  /** The id of its owner, and the secret of its link, where a form or an address needs them. */
  ownerId?: string;
  token?: string;
};

export const kinds = [
  "a published solution",
  "a solution without adoptions",
  "a solution that the law demands",
  "a draft",
  "a draft in review",
  "an edit in review",
  "an adoption",
  "a task",
  "a document",
  "a document for the provider",
  "a document for gemeenten",
  "a document for everybody",
  "a decision that waits",
  "a public fact",
  "a review",
  "a gemeente",
  "a demo person",
  "a real person",
  "a session",
  "a second factor",
  "an identity",
  "a saved search",
  "something followed",
  "a kept file",
  "a word",
  "an organisation",
  "a request",
  "a request to the platform",
  "an invitation",
  "a member",
  "a suspended member",
  "a demo provider",
  "a real provider",
  "a herindeling",
  "a partner",
] as const;
export type Kind = (typeof kinds)[number];

/** Things of each kind, owned by different organisations, and at the end one that does not exist. */
export type World = Record<Kind, Thing[]>;

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
  const make = new Maker(db, people, files);
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
    things["a gemeente"].push(await make.organisation(slug));
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
  things["a session"].push(await make.ownedBy(holder, "a session", sessionOf));
  things["a second factor"].push(await make.ownedBy(holder, "a second factor", factorOf));
  things["an identity"].push(await make.ownedBy(holder, "an identity", identityOf));
  things["a saved search"].push(await make.ownedBy(holder, "a search", searchOf));
  things["something followed"].push(await make.ownedBy(holder, "a theme", followOf));
  things["a kept file"].push(await make.ownedBy("a manager of Zwolle", "a file", fileOf));
  things["a word"].push(await make.word("Proefwoord"));
  things["an organisation"].push(await make.organisation("logius"));
  things["a demo provider"].push(await make.signInProvider(true));
  things["a real provider"].push(await make.signInProvider(false));
  things["a partner"].push(await make.partner("almere"));
  things["a herindeling"].push(await make.herindeling("almelo", "hengelo"));
  const colleagues = { zwolle: "a member of Zwolle", utrecht: "a member of Utrecht" };
  for (const [slug, name] of Object.entries(colleagues)) {
    things["a request"].push(await make.request(slug));
    things["an invitation"].push(await make.invitation(slug));
    things["a member"].push(await make.member(slug, name));
    things["a suspended member"].push(await make.suspended(slug));
  }
  things["a request to the platform"].push(await make.request("amersfoort"));
  things["a demo person"].push(make.person("a member of Zwolle"));
  things["a real person"].push(make.person(holder));
  for (const kind of kinds) things[kind].push(unknownThing);
  return things;
}

const unknownThing: Thing = {
  name: "what does not exist",
  owner: null,
  isUnknown: true,
  id: randomUUID(),
  slug: "bestaat-echt-niet",
  number: "999",
  version: "1",
  ownerId: randomUUID(),
  token: "0".repeat(64),
};

const sessionOf = `SELECT "id" FROM "Session" WHERE "userId" = $1 ORDER BY "createdAt" DESC LIMIT 1`;
const factorOf = `INSERT INTO "SecondFactor" ("userId", "kind", "name", "key", "credentialId") VALUES ($1, 'PASSKEY', 'Sleutel', 'AAAA', 'AAAA') RETURNING "id"`;
const identityOf = `INSERT INTO "Account" ("userId", "type", "provider", "providerAccountId") VALUES ($1, 'oidc', gen_random_uuid()::text, 's') RETURNING "id"`;
const searchOf = `INSERT INTO "SavedSearch" ("userId", "name", "query") VALUES ($1, 'Loket', 'q=loket') RETURNING "id"`;
const fileOf = `INSERT INTO "PortfolioImport" ("userId", "gemeenteId", "fileName", "rows", "isDemo") SELECT $1, "id", 'adopties.csv', '[]', true FROM "Organisation" WHERE "slug" = 'zwolle' RETURNING "id"`;
const followOf = `INSERT INTO "Follow" ("userId", "theme") VALUES ($1, 'DIENSTVERLENING') RETURNING "id"`;

type SolutionOptions = { publication?: string; obligation?: string; edit?: string; writer?: string };

class Maker {
  private count = 0;

  constructor(
    private readonly db: pg.Client,
    private readonly people: Person[],
    private readonly files?: string,
  ) {}

  async solution(kind: string, owner: string, options: SolutionOptions): Promise<Thing> {
    const { publication = "PUBLISHED", obligation = "VOLUNTARY", edit, writer } = options;
    const name = `Proefvoorziening ${++this.count}`;
    const slug = `proefvoorziening-${this.count}`;
    const text = content(name, obligation);
    const [row] = await this.insert(
      `INSERT INTO "Solution" ("slug", "name", "summary", "description", "audience", "kind", "theme", "phase",
         "obligation", "priceModel", "publication", "version", "participationPublic", "providerId", "isDemo", "publishedAt")
       SELECT $1, $2, $3, $4, $5, 'COMPONENT', 'DIENSTVERLENING', 'PILOT', $6::"Obligation", 'FREE', $7::text::"Publication", 2, true, "id", true,
         CASE WHEN $7::text = 'PUBLISHED' THEN now() END
       FROM "Organisation" WHERE "slug" = $8 RETURNING "id"`,
      [slug, name, text.summary, text.description, text.audience, obligation, publication, owner],
    );
    const id = row?.id ?? "";
    if (publication === "PUBLISHED") await this.version(id, 1, "PUBLISHED", text);
    const number = publication === "PUBLISHED" ? 2 : 1;
    const changed = { ...text, description: `${text.description} Nieuw.` };
    if (edit) await this.version(id, number, edit, changed, writer);
    const thing = { name: `${kind} of ${owner}`, owner, id, slug, number: String(edit ? number : 1) };
    return { ...thing, version: "2", ...(writer ? { person: writer } : {}) };
  }

  private async version(id: string, number: number, publication: string, text: object, writer?: string) {
    const writerId = this.userId(writer);
    await this.insert(
      `INSERT INTO "SolutionVersion" ("solutionId", "number", "publication", "content", "authorId", "writerIds", "isDemo", "publishedAt")
       VALUES ($1, $2, $3::text::"Publication", $4, $5, $6, true, CASE WHEN $3::text = 'PUBLISHED' THEN now() END) RETURNING "id"`,
      [id, number, publication, text, writerId, writerId ? [writerId] : []],
    );
  }

  async adoption(gemeente: string, solution: Thing): Promise<Thing> {
    const [row] = await this.insert(
      `INSERT INTO "Adoption" ("gemeenteId", "solutionId", "status", "since", "interestedOn", "contactName", "isDemo")
       SELECT "id", $1, 'EXPLORING', '2026-02-01', '2026-01-01', 'Contactpersoon', true
       FROM "Organisation" WHERE "slug" = $2 RETURNING "id"`,
      [solution.id, gemeente],
    );
    const id = row?.id ?? "";
    await this.event(id, 1, null, "INTERESTED", "2026-01-01");
    await this.event(id, 2, "INTERESTED", "EXPLORING", "2026-02-01");
    return { ...unknown(`the adoption of ${gemeente}`, gemeente), id, slug: solution.slug };
  }

  /** With a number of its own per gemeente: the page of another is then not there. */
  async task(adoption: Thing, position: number): Promise<Thing> {
    const [row] = await this.insert(
      `INSERT INTO "AdoptionTask" ("adoptionId", "position", "label", "isOwn", "isDemo")
       VALUES ($1, $2, 'Koppeling aanvragen', true, true) RETURNING "id"`,
      [adoption.id, position],
    );
    return { ...adoption, name: `a task of ${adoption.owner}`, id: row?.id ?? "", number: String(position) };
  }

  async document(adoption: Thing, visibility: string): Promise<Thing> {
    const [file] = await this.insert(`INSERT INTO "StoredFile" DEFAULT VALUES RETURNING "id"`, []);
    const fileId = file?.id ?? "";
    if (this.files) {
      const folder = join(this.files, fileId.slice(0, 2));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, fileId), "%PDF-1.7");
    }
    const [row] = await this.insert(
      `INSERT INTO "AdoptionDocument" ("adoptionId", "fileId", "kind", "title", "datedOn", "visibility", "format", "bytes", "digest", "isDemo")
       VALUES ($1, $2, 'COLLEGE_DECISION', 'Besluit', '2026-01-01', $3::text::"DocumentVisibility", 'pdf', 8, repeat('0', 64), true) RETURNING "id"`,
      [adoption.id, fileId, visibility],
    );
    return { ...adoption, name: `a document of ${adoption.owner} for ${visibility}`, id: row?.id ?? "" };
  }

  private event(id: string | undefined, position: number, from: string | null, to: string, day: string) {
    return this.insert(
      `INSERT INTO "AdoptionEvent" ("adoptionId", "position", "from", "to", "occurredOn", "isDemo")
       VALUES ($1, $2, $3, $4, $5, true) RETURNING "id"`,
      [id, position, from, to, day],
    );
  }

  /** Waits for a second person: another manager than the one who wrote it. */
  async decision(gemeente: string, solution: Thing, adoption: Thing, writer: string): Promise<Thing> {
    const reason = "Dit past niet bij onze inrichting.";
    const step = { to: "DECLINED", occurredOn: today(), reason, nextOn: "2099-01-01" };
    const [row] = await this.insert(
      `INSERT INTO "AdoptionProposal" ("origin", "gemeenteId", "solutionId", "adoptionId", "to", "step", "proposedById", "isDemo")
       SELECT 'SECOND_PERSON', "id", $1, $2, 'DECLINED', $3, $4, true FROM "Organisation" WHERE "slug" = $5 RETURNING "id"`,
      [solution.id, adoption.id, step, this.userId(writer), gemeente],
    );
    return { ...unknown(`the decision of ${gemeente}`, gemeente), id: row?.id ?? "", person: writer };
  }

  async fact(gemeente: string, solution: Thing): Promise<Thing> {
    const [row] = await this.insert(
      `INSERT INTO "AdoptionProposal" ("origin", "gemeenteId", "solutionId", "to", "isDemo")
       SELECT 'PUBLIC_SOURCE', "id", $1, 'IN_USE', true FROM "Organisation" WHERE "slug" = $2 RETURNING "id"`,
      [solution.id, gemeente],
    );
    return { ...unknown(`the fact about ${gemeente}`, gemeente), id: row?.id ?? "" };
  }

  /** Belongs to the provider: whose it is to answer. */
  async review(gemeente: string, solution: Thing): Promise<Thing> {
    const [row] = await this.insert(
      `INSERT INTO "Review" ("gemeenteId", "solutionId", "kind", "isOfficial", "addedValue", "score", "writtenOn", "isDemo")
       SELECT "id", $1, 'EXPECTATION', true, 4, 4, current_date, true FROM "Organisation" WHERE "slug" = $2 RETURNING "id"`,
      [solution.id, gemeente],
    );
    const thing = unknown(`a review of a solution of ${solution.owner}`, solution.owner);
    return { ...thing, id: row?.id ?? "", slug: solution.slug };
  }

  person(name: string): Thing {
    return { ...unknown(name, "zwolle"), person: name, id: this.userId(name) ?? "" };
  }

  /** Something of one person, made by this statement from their id. */
  async ownedBy(person: string, name: string, sql: string): Promise<Thing> {
    const [row] = await this.insert(sql, [this.userId(person)]);
    return { ...unknown(`${name} of ${person}`, null), person, id: row?.id ?? "" };
  }

  async word(term: string): Promise<Thing> {
    const [row] = await this.insert(
      `INSERT INTO "Synonym" ("term", "expansions", "isDemo") VALUES ($1, '{proeven}', true) RETURNING "id"`,
      [term],
    );
    return { ...unknown(term, null), id: row?.id ?? "" };
  }

  async organisation(slug: string): Promise<Thing> {
    const [row] = await this.insert(`SELECT "id" FROM "Organisation" WHERE "slug" = $1`, [slug]);
    return { ...unknown(slug, slug), id: row?.id ?? "", slug };
  }

  /** By somebody who belongs nowhere yet. */
  async request(slug: string): Promise<Thing> {
    const person = "a newcomer of the demonstration";
    const [row] = await this.insert(
      `INSERT INTO "MembershipRequest" ("userId", "organisationId", "isDemo")
       SELECT $1, "id", true FROM "Organisation" WHERE "slug" = $2 RETURNING "id"`,
      [this.userId(person), slug],
    );
    return { ...unknown(`a request to ${slug}`, slug), person, id: row?.id ?? "" };
  }

  /** For the newcomer, by the admin of that gemeente. */
  async invitation(slug: string): Promise<Thing> {
    const person = "a newcomer of the demonstration";
    const token = createHash("sha256").update(slug).digest("hex");
    const [row] = await this.insert(
      `INSERT INTO "Invitation" ("organisationId", "email", "roles", "tokenHash", "expiresAt", "invitedById", "isDemo")
       SELECT o."id", u."email", '{MEMBER}', $1, now() + interval '7 days', a."id", true
       FROM "Organisation" o, "User" u, "User" a WHERE o."slug" = $2 AND u."id" = $3 AND a."name" = $4 RETURNING "id"`,
      [
        createHash("sha256").update(token).digest("hex"),
        slug,
        this.userId(person),
        `the admin of ${toName(slug)}`,
      ],
    );
    return { ...unknown(`an invitation of ${slug}`, slug), person, id: row?.id ?? "", token };
  }

  async member(slug: string, person: string): Promise<Thing> {
    const { id: ownerId } = await this.organisation(slug);
    return { ...unknown(`a member of ${slug}`, slug), id: this.userId(person) ?? "", ownerId };
  }

  async suspended(slug: string): Promise<Thing> {
    const { id: ownerId } = await this.organisation(slug);
    const [row] = await this.insert(
      `WITH person AS (INSERT INTO "User" ("name", "email", "isDemo") VALUES ('Geschorst', $1, true) RETURNING "id"),
       seat AS (INSERT INTO "Membership" ("userId", "organisationId", "role", "isDemo", "disabledAt")
         SELECT "id", $2, 'MEMBER', true, now() FROM person)
       SELECT "id" FROM person`,
      [`geschorst-${slug}@voorbeeld.invalid`, ownerId],
    );
    return { ...unknown(`a suspended member of ${slug}`, slug), id: row?.id ?? "", ownerId };
  }

  async signInProvider(isDemo: boolean): Promise<Thing> {
    const [row] = await this.insert(
      `INSERT INTO "IdentityProvider" ("organisationId", "label", "issuer", "clientId", "clientSecret", "mailDomains", "isDemo")
       SELECT "id", 'Inlog', 'https://inlog.example.invalid/' || $1::text, 'pluseen', 'v1:verzegeld', '{zwolle.example}', $1::boolean
       FROM "Organisation" WHERE "slug" = 'zwolle' RETURNING "id"`,
      [isDemo],
    );
    return { ...unknown(isDemo ? "a demo provider" : "a real provider", null), id: row?.id ?? "" };
  }

  /** A gemeente that Dimpact keeps. */
  async partner(slug: string): Promise<Thing> {
    const gemeente = await this.organisation(slug);
    await this.db.query(
      `INSERT INTO "PartnershipMember" ("organisationId", "gemeenteId", "isDemo")
       SELECT "id", $1, true FROM "Organisation" WHERE "slug" = 'dimpact'`,
      [gemeente.id],
    );
    return { ...gemeente, name: `a partner: ${slug}`, owner: null };
  }

  /** A plan of the demonstration. */
  async herindeling(from: string, into: string): Promise<Thing> {
    const [row] = await this.insert(
      `INSERT INTO "Herindeling" ("effectiveOn", "successorId", "isDemo")
       SELECT '2030-01-01', "id", true FROM "Organisation" WHERE "slug" = $1 RETURNING "id"`,
      [into],
    );
    await this.db.query(
      `UPDATE "Gemeente" SET "endsInId" = $1 WHERE "organisationId" = (SELECT "id" FROM "Organisation" WHERE "slug" = $2)`,
      [row?.id, from],
    );
    return { ...unknown(`a herindeling of ${from}`, null), id: row?.id ?? "" };
  }

  private userId(name: string | undefined): string | null {
    return this.people.find((person) => person.name === name)?.userId ?? null;
  }

  private async insert(sql: string, values: unknown[]): Promise<{ id: string }[]> {
    return (await this.db.query<{ id: string }>(sql, values)).rows;
  }
}

const toName = (slug: string) => slug.charAt(0).toUpperCase() + slug.slice(1);

/** A thing of which the rest is still to be filled in. */
function unknown(name: string, owner: string | null): Thing {
  return { name, owner, id: "", slug: "", number: "1", version: "1" };
}

/** All that a version of a solution holds. */
export function content(name: string, obligation = "VOLUNTARY") {
  return {
    name,
    summary: "Een voorziening om rechten mee te beproeven.",
    description: "Beschrijving.",
    audience: "Gemeenten.",
    sideEffects: "",
    kind: "COMPONENT",
    theme: "DIENSTVERLENING",
    keywords: [],
    layer: null,
    phase: "PILOT",
    phaseReason: null,
    obligation,
    homepage: null,
    repository: null,
    licence: null,
    legalBasis: null,
    standards: [],
    priceModel: "FREE",
    participationPublic: true,
    links: [],
  };
}
