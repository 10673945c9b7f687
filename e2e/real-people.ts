import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext } from "@playwright/test";
import pg from "pg";

export type RealPerson = { id: string; email: string };

/** Runs SQL on the database of the site: that of PLUS1_DATA, or of DATABASE_URL. */
export async function runSql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

function databaseUrl(): string {
  if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
  const file = join(process.env.PLUS1_DATA ?? ".data", "postgres", "connection.json");
  const { port, password } = JSON.parse(readFileSync(file, "utf8"));
  return `postgresql://postgres:${password}@127.0.0.1:${port}/pluseen`;
}

/** Somebody who is no part of the demonstration, with these roles in one organisation. */
export async function aPersonOf(slug: string, roles: string[]): Promise<RealPerson> {
  const email = `${randomBytes(6).toString("hex")}@gemeente.test`;
  const [person] = await runSql<RealPerson>(
    `INSERT INTO "User" ("name", "email") VALUES ('Echte Collega', $1) RETURNING "id", "email"`,
    [email],
  );
  if (!person) throw new Error("no person");
  await runSql(
    `INSERT INTO "Membership" ("userId", "organisationId", "role")
     SELECT $1, "id", unnest($3::text[])::"Role" FROM "Organisation" WHERE "slug" = $2`,
    [person.id, slug, roles],
  );
  return person;
}

/** Signs this browser in as that person, as the last step of any sign-in does; returns the token. */
export async function openSession(
  context: BrowserContext,
  { id }: RealPerson,
  baseURL: string,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  await runSql(
    `INSERT INTO "Session" ("sessionToken", "userId", "expires") VALUES ($1, $2, now() + interval '1 day')`,
    [hash, id],
  );
  await context.addCookies([{ name: "next-auth.session-token", value: token, url: baseURL }]);
  return token;
}

/** Takes rights and sessions away; what the person did stays in the log, which nobody can change. */
export async function removePerson({ id }: RealPerson): Promise<void> {
  for (const table of ["Session", "Membership", "SecondFactor", "RecoveryCode"]) {
    await runSql(`DELETE FROM "${table}" WHERE "userId" = $1`, [id]);
  }
  await runSql(`DELETE FROM "OutgoingMail" WHERE "to" = (SELECT "email" FROM "User" WHERE "id" = $1)`, [id]);
}
