import { createHash } from "node:crypto";
import { Maker } from "./maker";
import { type Thing, unknown } from "./things";

/** Makes what belongs to people and organisations. */
export class MemberMaker extends Maker {
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
}

const toName = (slug: string) => slug.charAt(0).toUpperCase() + slug.slice(1);
