import type { Person } from "../people";
import type { Site } from "../site";

/** What is typed where no form of this test comes: names of people, browsers, second factors, what a source says. */
export async function sowElsewhere({ db }: Site, people: Person[], payloads: string[]): Promise<void> {
  const owner = people.find(({ name }) => name === "another manager of Zwolle")?.userId;
  for (const [row, payload] of payloads.entries()) {
    const text = storable(payload);
    await db.query(
      `WITH person AS (
         INSERT INTO "User" ("name", "email", "functionTitle", "isDemo") VALUES ($1, $2, $1, true) RETURNING "id")
       INSERT INTO "Membership" ("userId", "organisationId", "role", "isDemo")
       SELECT person."id", o."id", 'MEMBER', true FROM person, "Organisation" o WHERE o."slug" = 'zwolle'`,
      [text, `xss${row}@voorbeeld.invalid`],
    );
    await db.query(
      `INSERT INTO "Session" ("sessionToken", "userId", "expires", "device", "address") VALUES ($1, $2, now() + interval '1 day', $3, $3)`,
      [`xss${row}`, owner, text],
    );
    await db.query(
      `INSERT INTO "AdoptionProposal" ("origin", "gemeenteId", "solutionId", "to", "evidenceKind", "evidenceDate", "source", "note", "isDemo")
       SELECT 'PUBLIC_SOURCE', o."id", s."id", 'IN_USE', $1, $1, $1, $1, true
       FROM "Organisation" o, "Solution" s WHERE o."slug" = 'zwolle' AND s."name" LIKE $2`,
      [text, `Proef ${row} %`],
    );
  }
}

/** PostgreSQL keeps no half of a pair. */
const storable = (text: string) => text.replace(/\p{Cs}/gu, "\ufffd");
